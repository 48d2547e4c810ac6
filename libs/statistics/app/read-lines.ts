import type { LineProblem, RawLine } from '../rules/import/columns';
import { IMPORT_KINDS, type ImportKindName } from '../rules/import/kinds';
import { parseLine, type LineContext } from '../rules/import/parse-line';
import { rowKey } from '../rules/import/row-digest';
import type { RowOf } from '../rules/import/rows';
import { duplicateProblem, SeenKeys } from '../rules/import/seen-keys';

/** A line that may be taken, with its place in the file. */
export interface GoodLine<K extends ImportKindName> {
  line: number;
  row: RowOf[K];
}

/** Lines of one batch, sorted into those that may be taken and what keeps the others out. */
export interface ReadLines<K extends ImportKindName> {
  good: GoodLine<K>[];
  problems: LineProblem[];
}

/** Reads lines in batches, so that a file of any length passes in the memory of one batch. */
export async function* readLines<K extends ImportKindName>(
  file: { kind: K; rows: AsyncIterable<RawLine> },
  context: LineContext,
  size: number,
): AsyncGenerator<ReadLines<K>> {
  const seen = new SeenKeys();
  let batch: ReadLines<K> = { good: [], problems: [] };
  for await (const raw of file.rows) {
    sort(file.kind, { ...raw, problems: [...(raw.problems ?? []), ...unstorable(raw)] }, { context, seen, batch });
    if (batch.good.length < size) continue;
    yield batch;
    batch = { good: [], problems: [] };
  }
  yield batch;
}

function sort<K extends ImportKindName>(
  kind: K,
  raw: RawLine,
  into: { context: LineContext; seen: SeenKeys; batch: ReadLines<K> },
): void {
  const { context, seen, batch } = into;
  const parsed = parseLine(kind, raw, context);
  if (!parsed.ok) {
    batch.problems.push(...parsed.problems);
    return;
  }
  const key = rowKey(kind, parsed.row);
  if (key.join('').length > LONGEST_KEY) {
    batch.problems.push(longKey(kind, raw.line));
    return;
  }
  const first = seen.note(key, raw.line);
  if (first === null) batch.good.push({ line: raw.line, row: parsed.row });
  else batch.problems.push(duplicateProblem(raw.line, kind, first));
}

/** Organ and number stand in every index. */
const LONGEST_KEY = 300;

const longKey = (kind: ImportKindName, line: number): LineProblem => ({
  line,
  field: IMPORT_KINDS[kind].key,
  code: 'BAD_VALUE',
  message: `编号过长，连同执法主体代码不得超过 ${LONGEST_KEY} 个字符；请核对本行各列是否错位。`,
});

/** Characters no database text can hold: NUL, and halves of a character. */
const UNSTORABLE = /[\0\p{Surrogate}]/u;

function unstorable({ line, record }: RawLine): LineProblem[] {
  const damaged = Object.keys(record).filter((field) => UNSTORABLE.test(record[field]));
  return damaged.map((field) => ({ line, field, code: 'ENCODING', message: '含有无法保存的控制字符；请删除后重新导入。' }));
}

