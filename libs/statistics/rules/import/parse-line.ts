import { columnOf, IMPORT_KINDS, type ImportKindName } from './kinds';
import type { Column, ImportKind, LineCode, LineProblem, RawLine, Row } from './columns';
import { isPartyCode } from './party-code';
import { readCell } from './read-cell';
import type { CaseRow, RowOf } from './rows';
import { unlawfulSummary, type BusinessAs } from './summary-limit';

/** What a line is judged by besides itself. */
export interface LineContext {
  /** Organ of the import: counts every line whose `organ_code` is empty. */
  organ: string;
  /** How another organ stands to it: below it, elsewhere, or not known at all. */
  standingOf(organCode: string): 'subtree' | 'elsewhere' | 'unknown';
  /** Pack value `summary.individualBusinessAs`; `person` where no pack says otherwise. */
  individualBusinessAs: BusinessAs;
}

/** A line that may be counted, or everything that keeps it out. */
export type ParsedLine<K extends ImportKindName> = { ok: true; row: RowOf[K] } | { ok: false; problems: LineProblem[] };

/** Reads and judges one line. All problems are returned at once; a line with one problem is kept out whole. */
export function parseLine<K extends ImportKindName>(kindName: K, raw: RawLine, context: LineContext): ParsedLine<K> {
  const kind = IMPORT_KINDS[kindName];
  const row: Row = {};
  const faults = [
    ...readCells(kind, raw, row),
    ...missingCells(kind, raw, row),
    ...reversedDays(kind, row),
    ...badCode(row),
    ...organFaults(kind, row, context),
    ...unlawful(kindName, row, context),
  ];
  const problems = [...(raw.problems ?? []), ...faults.map((fault) => ({ line: raw.line, ...fault }))];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, row: row as unknown as RowOf[K] };
}

interface Fault {
  field: string;
  code: LineCode;
  message: string;
}

const textOf = (raw: RawLine, column: Column): string => (raw.record[column.name] ?? '').trim();

/** Fills the row; a cell that cannot be read stays null and gives its fault. */
function readCells(kind: ImportKind, raw: RawLine, row: Row): Fault[] {
  const unread = new Set((raw.problems ?? []).map((problem) => problem.field));
  const faults: Fault[] = [];
  for (const column of kind.columns) {
    const text = textOf(raw, column);
    row[column.field] = null;
    if (text === '' || unread.has(column.name)) continue;
    const reading = readCell(column, text);
    if ('value' in reading) row[column.field] = reading.value;
    else faults.push({ field: column.name, ...reading });
  }
  return faults;
}

function missingCells(kind: ImportKind, raw: RawLine, row: Row): Fault[] {
  return kind.columns
    .filter((column) => textOf(raw, column) === '' && isRequired(kind, column, row))
    .map((column) => ({ field: column.name, code: 'REQUIRED', message: missingMessage(kind, column) }));
}

function isRequired(kind: ImportKind, column: Column, row: Row): boolean {
  if (column.required === undefined || column.required === true) return column.required === true;
  const value = row[columnOf(kind, column.required.column).field];
  return typeof value === 'string' && column.required.is.includes(value);
}

function missingMessage(kind: ImportKind, column: Column): string {
  if (column.required === undefined || column.required === true) {
    return `缺少必填项「${column.title}」（${column.name}）；请补填。`;
  }
  const on = columnOf(kind, column.required.column);
  const titles = column.required.is.map((code) => on.values?.[code]?.[0] ?? code).join('、');
  return `${on.title}为「${titles}」时必须填写「${column.title}」（${column.name}）；请补填。`;
}

function reversedDays(kind: ImportKind, row: Row): Fault[] {
  return kind.dayOrders.flatMap(({ earlier, later, because }) => {
    const [before, after] = [columnOf(kind, earlier), columnOf(kind, later)];
    const [beforeOn, afterOn] = [row[before.field], row[after.field]];
    if (typeof beforeOn !== 'string' || typeof afterOn !== 'string' || beforeOn <= afterOn) return [];
    const message = `${after.title} ${afterOn} 早于${before.title} ${beforeOn}：${because}。请核对两个日期。`;
    return [{ field: later, code: 'DATE_ORDER' as const, message }];
  });
}

function badCode(row: Row): Fault[] {
  const { partyCode, partyType } = row;
  if (typeof partyCode !== 'string' || isPartyCode(partyCode, String(partyType ?? ''))) return [];
  const standard = partyType === 'person' ? '公民身份号码（GB 11643）' : '统一社会信用代码（GB 32100）';
  const message = `证照号码「${partyCode}」有 18 位，但不符合${standard}的校验规则；请对照证照重新录入。`;
  return [{ field: 'party_code', code: 'BAD_CODE', message }];
}

/** Resolves the counting organ: empty means the organ of the import, another one must lie below it. */
function organFaults(kind: ImportKind, row: Row, context: LineContext): Fault[] {
  if (!kind.columns.some((column) => column.name === 'organ_code')) return [];
  const named = row.organCode;
  row.organCode = typeof named === 'string' ? named : context.organ;
  if (typeof named !== 'string' || named === context.organ) return [];
  const standing = context.standingOf(named);
  if (standing === 'subtree') return [];
  return standing === 'unknown'
    ? [{ field: 'organ_code', code: 'ORGAN_UNKNOWN', message: `没有代码为「${named}」的执法主体；请先导入该主体或更正代码。` }]
    : [{ field: 'organ_code', code: 'ORGAN_FORBIDDEN', message: forbiddenMessage(named, context.organ) }];
}

const forbiddenMessage = (named: string, organ: string): string =>
  `执法主体「${named}」不是「${organ}」本单位或下级单位，不能由其导入；请改由该主体或其上级导入。`;

function unlawful(kindName: ImportKindName, row: Row, context: LineContext): Fault[] {
  if (kindName !== 'cases') return [];
  return unlawfulSummary(row as unknown as CaseRow, context.individualBusinessAs).map((fault) => ({
    ...fault,
    code: 'NOT_LAWFUL',
  }));
}
