import { canonicalJson } from './canonical';
import { digest } from './digest';
import type { Json, JsonObject } from './procedure';

/** What the fields of a proposed penalty (处罚建议) are called to its readers. */
const FIELD_TITLES: Record<string, string> = {
  factsFound: '查明的事实',
  evidence: '证据',
  basis: '处罚依据',
  discretion: '裁量理由',
  kinds: '处罚种类',
  fineFen: '罚款金额',
  confiscatedFen: '没收金额',
  law: '适用的程序版本',
};

/**
 * What a sign-off (审签) of a proposed penalty is bound to: SHA-256, lower-case hex, of its canonical JSON. One changed
 * character gives another digest. Null when there is nothing to sign.
 */
export function signOffDigest(draft: Json | undefined): string | null {
  return draft ? digest(canonicalJson(draft)).sha256 : null;
}

/** Names of the fields in which the draft differs from the one that was signed, in Chinese; empty when none does. */
export function changedFields(signed: JsonObject, now: JsonObject): string[] {
  const names = [...new Set([...Object.keys(signed), ...Object.keys(now)])];
  const changed = names.filter((name) => canonicalJson(signed[name] ?? null) !== canonicalJson(now[name] ?? null));
  return changed.map((name) => FIELD_TITLES[name] ?? name);
}
