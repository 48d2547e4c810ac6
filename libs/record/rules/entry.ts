import { canonicalJson, commit, digest, type Digest, type JsonObject } from '@sanzhi/kernel';

/** Version of the header format. A change is a new number; old entries are verified by their own. */
export const HEADER_VERSION = 1;

/** `prev` of the first entry of a case. */
export const NO_PREV: Digest = { sha256: '0'.repeat(64), sm3: '0'.repeat(64) };

/** Who acted: a person of an organ, or `system`. */
export interface EntryActor {
  person: string;
  organ: string;
  onBehalfOf?: string;
}

/**
 * Header of a record entry (design section 8). The chain hashes headers only, so a payload can be lawfully erased
 * without breaking it. Instants are ISO in UTC with milliseconds; digests lower-case hex.
 */
export interface EntryHeader {
  v: typeof HEADER_VERSION;
  organ: string;
  case: string;
  seq: number;
  prev: Digest;
  recordedAt: string;
  actedAt: string;
  actor: EntryActor;
  action: string;
  payload: Digest;
}

/** What is being recorded, before it is chained. */
export interface Recorded {
  organ: string;
  case: string;
  recordedAt: string;
  actedAt: string;
  actor: EntryActor;
  action: string;
  payload: JsonObject;
}

/** Where the chain of a case stands; kept on the case row so that a cut tail shows. */
export interface Head {
  seq: number;
  digest: Digest;
}

/** A finished entry: exact bytes, their digests, and the payload that `salt` commits. */
export interface Entry {
  seq: number;
  prev: Digest;
  digest: Digest;
  header: string;
  payload: string;
  /** 32 bytes as hex. */
  salt: string;
}

/** Chains what was recorded to the head of its case. `salt` is 32 random bytes, given in because rules are pure. */
export function chained(recorded: Recorded, head: Head | null, salt: Uint8Array): Entry {
  if (salt.length !== 32) throw new RangeError('a salt has 32 bytes');
  const payload = canonicalJson(recorded.payload);
  const prev = head?.digest ?? NO_PREV;
  const seq = (head?.seq ?? 0) + 1;
  const { organ, case: caseId, recordedAt, actedAt, actor, action } = recorded;
  const parts = { v: HEADER_VERSION, organ, case: caseId, seq, prev, recordedAt, actedAt, actor, action };
  const header = canonicalJson({ ...parts, payload: commit(salt, payload) } as unknown as JsonObject);
  return { seq, prev, digest: digest(header), header, payload, salt: Buffer.from(salt).toString('hex') };
}
