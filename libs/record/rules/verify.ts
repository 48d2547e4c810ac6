import { commit, digest, type Digest } from '@sanzhi/kernel';
import { HEADER_VERSION, NO_PREV, type EntryHeader } from './entry';

/** What lists show of an entry: columns of its row that repeat the header. Instants ISO in UTC with milliseconds. */
export interface ShownOfEntry {
  organ: string;
  prev: string;
  action: string;
  actor: string;
  actedAt: string;
  recordedAt: string;
}

/** An entry as it is stored: columns beside the exact bytes they were taken from. `payload` is null when erased. */
export interface StoredEntry {
  seq: number;
  shown: ShownOfEntry;
  header: string;
  sha256: string;
  sm3: string;
  payload: string | null;
  salt: string | null;
  erasedUnder: number | null;
}

/** All entries of one case in the order stored, and the head its case row claims. */
export interface StoredChain {
  case: string;
  number: string | null;
  head: { seq: number; sha256: string; sm3: string };
  entries: StoredEntry[];
}

/** What is wrong with a chain. `erased` is lawful and leaves the chain sound; `file`: what an entry bears the digest of is gone or altered. */
export type ProblemKind = 'missing' | 'altered' | 'reordered' | 'fork' | 'truncated' | 'erased' | 'file';

/** One finding of the verifier. `seq` is the entry's place in the case. */
export interface Problem {
  case: string;
  seq: number;
  kind: ProblemKind;
}

/** 32 bytes as hex. */
const SALT = /^[0-9a-f]{64}$/;

/** Verifies one chain from its bytes alone: digests, order, links, payload commitments, and the claimed head. */
export function verifyChain(chain: StoredChain): Problem[] {
  const problems: Problem[] = [];
  const say = (seq: number, kind: ProblemKind): void => void problems.push({ case: chain.case, seq, kind });
  let prev: Digest = NO_PREV;
  let expected = 1;
  for (const entry of [...chain.entries].sort((one, other) => one.seq - other.seq)) {
    if (entry.seq < expected) say(entry.seq, 'fork');
    for (; expected < entry.seq; expected++) say(expected, 'missing');
    const gap = problems.some((found) => found.kind === 'missing' && found.seq === entry.seq - 1);
    const kind = faultOf(chain.case, entry, gap ? null : prev);
    if (kind) say(entry.seq, kind === 'erased' && !isOrdered(entry, chain) ? 'missing' : kind);
    prev = { sha256: entry.sha256, sm3: entry.sm3 };
    expected = entry.seq + 1;
  }
  if (headBroken(chain, expected - 1, prev)) say(chain.head.seq, 'truncated');
  if (chain.head.seq < expected - 1) say(expected - 1, 'fork');
  return problems;
}

function headBroken(chain: StoredChain, last: number, digestOfLast: Digest): boolean {
  if (chain.head.seq > last) return true;
  const { sha256, sm3 } = chain.head;
  return chain.head.seq === last && (sha256 !== digestOfLast.sha256 || sm3 !== digestOfLast.sm3);
}

/** A lawful erasure stands under a later entry of the same record. */
function isOrdered({ seq, erasedUnder }: StoredEntry, chain: StoredChain): boolean {
  return erasedUnder !== null && erasedUnder > seq && chain.entries.some((entry) => entry.seq === erasedUnder);
}

/** The fault of one entry; `prev` is null after a gap, where the link cannot be checked. */
function faultOf(caseId: string, entry: StoredEntry, prev: Digest | null): ProblemKind | null {
  const own = digest(entry.header);
  if (own.sha256 !== entry.sha256 || own.sm3 !== entry.sm3) return 'altered';
  const header = headerOf(entry.header);
  if (header?.case !== caseId) return 'altered';
  if (header.seq !== entry.seq) return 'reordered';
  if (!isShownAsItIs(entry.shown, header)) return 'altered';
  if (prev && (header.prev.sha256 !== prev.sha256 || header.prev.sm3 !== prev.sm3)) return 'fork';
  return payloadFault(entry, header);
}

/** Whoever can change bytes can make them fit any digest: they may be no header at all. */
function headerOf(text: string): EntryHeader | null {
  try {
    const header = JSON.parse(text) as EntryHeader;
    const whole = header.v === HEADER_VERSION && header.prev.sha256 && header.actor.person && header.payload.sha256;
    return whole ? header : null;
  } catch {
    return null;
  }
}

/** Nobody reads the bytes: what is shown of an entry must be what they say. */
function isShownAsItIs(shown: ShownOfEntry, { organ, prev, action, actor, actedAt, recordedAt }: EntryHeader): boolean {
  const said: ShownOfEntry = { organ, prev: prev.sha256, action, actor: actor.person, actedAt, recordedAt };
  return Object.entries(said).every(([name, value]) => shown[name as keyof ShownOfEntry] === value);
}

function payloadFault(entry: StoredEntry, header: EntryHeader): ProblemKind | null {
  if (entry.payload === null || entry.salt === null) return entry.erasedUnder === null ? 'missing' : 'erased';
  if (!SALT.test(entry.salt)) return 'altered';
  const commitment = commit(Buffer.from(entry.salt, 'hex'), entry.payload);
  const same = commitment.sha256 === header.payload.sha256 && commitment.sm3 === header.payload.sm3;
  return same ? null : 'altered';
}
