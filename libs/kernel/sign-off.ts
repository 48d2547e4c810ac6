import { canonicalJson } from './canonical';
import { digest } from './digest';
import { formatYuan } from './money';
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
  mitigation: '从轻、减轻处罚',
  grading: '裁量（违法所得、阶次、情节）',
  goods: '没收的财物',
  licence: '所及的许可证件',
  order: '责令改正',
  norms: '同一行为违反的规范',
  gravity: '重大、复杂情形',
  guardian: '监护人',
  course: '案件来源和调查经过',
  measures: '采取的措施',
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

/** One field that differs between two drafts, as its readers see both; null where a draft has no such field. */
export interface FieldChange {
  field: string;
  title: string;
  before: string | null;
  after: string | null;
}

/** What changed between two drafts, field by field, in Chinese; empty when nothing did. */
export function fieldChanges(signed: JsonObject, now: JsonObject): FieldChange[] {
  const fields = [...new Set([...Object.keys(signed), ...Object.keys(now)])];
  const changed = fields.filter((field) => canonicalJson(signed[field] ?? null) !== canonicalJson(now[field] ?? null));
  return changed.map((field) => ({
    field,
    title: FIELD_TITLES[field] ?? field,
    before: fieldText(field, signed[field]),
    after: fieldText(field, now[field]),
  }));
}

function fieldText(field: string, value: Json | undefined): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return field.endsWith('Fen') ? `${formatYuan(value)}元` : String(value);
  if (Array.isArray(value)) return value.map((item) => fieldText(field, titleOf(item))).join('、');
  return canonicalJson(value);
}

/** A thing with a title (a piece of evidence) goes by it. */
function titleOf(item: Json): Json {
  return item !== null && typeof item === 'object' && !Array.isArray(item) && typeof item.title === 'string' ? item.title : item;
}
