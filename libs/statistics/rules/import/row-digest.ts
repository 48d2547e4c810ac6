import { canonicalJson, digest } from '@sanzhi/kernel';
import { IMPORT_KINDS, type ImportKindName } from './kinds';
import type { Cell, LineProblem, Row } from './columns';
import type { RowOf } from './rows';

/**
 * Digest of what a typed row says (SHA-256, hex). Absent cells are left out, so a column added later, the order of
 * columns, and 普通程序 for `ordinary` do not change it.
 */
export function rowDigest<K extends ImportKindName>(kind: K, row: RowOf[K]): string {
  const said = Object.entries(row).filter(([, cell]: [string, Cell]) => cell !== null);
  return digest(canonicalJson([kind, Object.fromEntries(said)])).sha256;
}

/** The key of a row inside its kind: `[organ, number]`; organs have their code alone. */
export function rowKey<K extends ImportKindName>(kind: K, row: RowOf[K]): [organ: string, number: string] {
  const cells = row as unknown as Row;
  return [String(cells.organCode ?? ''), String(cells[IMPORT_KINDS[kind].key])];
}

/** What becomes of an accepted line, given the digest stored under its key. */
export type Reception = 'new' | 'same' | 'changed' | 'corrected';

/** Same content is skipped, other content under the same key is `changed` unless the import corrects on a ground. */
export function receive(newDigest: string, storedDigest: string | null, correcting: boolean): Reception {
  if (storedDigest === null) return 'new';
  if (storedDigest === newDigest) return 'same';
  return correcting ? 'corrected' : 'changed';
}

/** The problem of a line whose content differs from what was imported before. */
export function changedProblem(line: number, kind: ImportKindName, number: string): LineProblem {
  const { key, title } = IMPORT_KINDS[kind];
  const message =
    `${title}「${number}」以前已导入，本行内容与之不同。统计数据不得直接改写；` +
    '确需更正的，请加 --correct 并写明更正理由重新导入，原数与更正说明都会留存。';
  return { line, field: key, code: 'CHANGED', message };
}
