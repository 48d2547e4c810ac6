import { parseDay, parseYuan } from '@sanzhi/kernel';
import type { Cell, Column, LineCode, Values } from './columns';

/** A cell that was read, or why it cannot be. */
export type CellReading = { value: Cell } | { code: LineCode; message: string };

const SEVERAL = '|';
const REGION = /^(\d{6}|\d{9}|\d{12})$/;
const COUNT = /^(0|[1-9]\d{0,8})$/;

const readings: Record<Column['type'], (column: Column, text: string) => CellReading> = {
  text: (_, text) => ({ value: text }),
  code: (column, text) => readCode(column, text),
  codes: (column, text) => readCodes(column, text),
  day: (column, text) => readDay(column, text),
  money: (column, text) => readMoney(column, text),
  count: (column, text) => readCount(column, text),
  region: (column, text) => readRegion(column, text),
  'party-code': (_, text) => ({ value: text.toUpperCase() }),
};

/** Reads one non-empty, trimmed text by the type of its column. */
export const readCell = (column: Column, text: string): CellReading => readings[column.type](column, text);

function readCode(column: Column, text: string): CellReading {
  const code = codeOf(column.values ?? {}, text);
  return code === undefined ? badValue(column, text) : { value: code };
}

/** Several values are a set: repeated ones count once and their order carries no meaning. */
function readCodes(column: Column, text: string): CellReading {
  const codes = new Set<string>();
  for (const part of text.split(SEVERAL)) {
    const code = codeOf(column.values ?? {}, part.trim());
    if (code === undefined) return badValue(column, part.trim());
    codes.add(code);
  }
  return { value: [...codes].sort() };
}

function readDay(column: Column, text: string): CellReading {
  if (parseDay(text) !== null) return { value: text };
  return {
    code: 'BAD_DATE',
    message: `${column.title}「${text}」不是有效日期；请按 YYYY-MM-DD 填写日历上存在的日期，例如 2023-05-08。`,
  };
}

function readMoney(column: Column, text: string): CellReading {
  const fen = parseYuan(text);
  if (fen !== null) return { value: fen };
  return {
    code: 'BAD_MONEY',
    message: `${column.title}「${text}」不是有效金额；请以元为单位填写非负数，最多两位小数，不加千分位逗号和单位，例如 3000 或 1234.50。`,
  };
}

function readCount(column: Column, text: string): CellReading {
  if (COUNT.test(text)) return { value: Number(text) };
  return { code: 'BAD_VALUE', message: `${column.title}「${text}」应为不带单位的非负整数，例如 2。` };
}

function readRegion(column: Column, text: string): CellReading {
  if (REGION.test(text)) return { value: text };
  return { code: 'BAD_VALUE', message: `${column.title}「${text}」应为 6、9 或 12 位数字。` };
}

function badValue(column: Column, text: string): CellReading {
  return {
    code: 'BAD_VALUE',
    message: `${column.title}「${text}」不在可填范围内；可填：${choices(column.values ?? {})}。`,
  };
}

const choices = (values: Values): string =>
  Object.entries(values)
    .map(([code, [title]]) => (title === code ? title : `${title}（${code}）`))
    .join('、');

function codeOf(values: Values, text: string): string | undefined {
  if (Object.hasOwn(values, text)) return text;
  return Object.keys(values).find((code) => values[code].includes(text));
}
