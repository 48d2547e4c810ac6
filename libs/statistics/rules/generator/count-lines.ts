import type { ImportRecord } from './import-record';

/** Columns that must hold one of the values; `''` is an empty cell. */
export type Wanted = Readonly<Record<string, readonly string[]>>;

/** Lines that hold what is wanted. */
export const linesWith = (lines: readonly ImportRecord[], wanted: Wanted): ImportRecord[] =>
  lines.filter((line) => Object.entries(wanted).every(([column, values]) => values.includes(line[column] ?? '')));

/** Lines whose day lies within a period, both ends included. */
export const linesWithin = (lines: readonly ImportRecord[], column: string, [from, to]: readonly [string, string]): ImportRecord[] =>
  lines.filter((line) => (line[column] ?? '') >= from && (line[column] ?? '') <= to);

/** Sum of a column of whole or decimal numbers; an empty cell is nothing. */
export const sumOf = (lines: readonly ImportRecord[], column: string): number =>
  lines.reduce((sum, line) => sum + Number(line[column] || 0), 0);

/** Distinct parties, by code or else by name. */
export const partiesOf = (lines: readonly ImportRecord[]): number =>
  new Set(lines.map(({ party_code: code, party_name: name }) => code || name)).size;

/** A share in percent, half up to the decimals; of nothing there is none. */
export function percent(part: number, whole: number, decimals = 0): number {
  const scale = 10 ** decimals;
  return Math.floor((part * 100 * scale * 2 + whole) / (whole * 2)) / scale;
}

/** Sources of random checks (双随机), all levels. */
export const RANDOM_SOURCES = ['random-national', 'random-provincial', 'random-city', 'random-district'];

/** Visits that took place: not the tasks whose unit was gone. */
export const visitsOf = (lines: readonly ImportRecord[]): ImportRecord[] => lines.filter(({ result }) => result !== 'unit-gone');
