import { addMonths, dayNumber, formatDay } from '@sanzhi/kernel';
import type { RollupRow } from '../tally/roll-up';
import { holdsAny } from '../tally/tally';
import type { SumIndicator } from './layout';

/** Which sums a number is made of. */
export interface Span {
  organs: readonly string[];
  from: string;
  to: string;
}

/** A number and how many tallies stand behind it. */
export interface Sum {
  sum: number;
  tallies: number;
}

const MONTH_LENGTH = 7;
const YEAR_LENGTH = 4;

/** First and last day of a period. */
export function periodDays(period: string): { from: string; to: string } {
  if (period.length === YEAR_LENGTH) return { from: `${period}-01-01`, to: `${period}-12-31` };
  if (period.length !== MONTH_LENGTH) return { from: period, to: period };
  const first = dayNumber(`${period}-01`);
  return { from: formatDay(first), to: formatDay(addMonths(first, 1) - 1) };
}

/**
 * Rows that belong to an indicator within a span. Throws when a row's period is only partly inside: a month cannot be
 * cut, so the caller has to bring finer sums.
 */
export function rowsOf(indicator: SumIndicator, span: Span, rollups: readonly RollupRow[]): RollupRow[] {
  return rollups.filter((row) => {
    if (row.kind !== indicator.kind || !span.organs.includes(row.organ) || !matches(indicator, row)) return false;
    const { from, to } = periodDays(row.period);
    if (to < span.from || from > span.to) return false;
    if (from < span.from || to > span.to) {
      throw new RangeError(`sum of ${row.period} is not wholly within ${span.from} to ${span.to}`);
    }
    return true;
  });
}

/** The indicator's sum over rows already chosen. */
export function sumRows({ sum }: SumIndicator, rows: readonly RollupRow[]): Sum {
  const tallies = rows.reduce((total, row) => total + row.count, 0);
  if (sum === 'count') return { sum: tallies, tallies };
  if (typeof sum === 'string') throw new Error(`distinct ${sum} are no sum of sums`);
  const measured = rows.map((row) => sum.reduce((total, measure) => total + (row.measures[measure] ?? 0), 0));
  return { sum: measured.reduce((total, value) => total + value, 0), tallies };
}

function matches({ where = {} }: SumIndicator, row: RollupRow): boolean {
  return Object.entries(where).every(([dim, values]) => holdsAny(row.dims[dim], values));
}
