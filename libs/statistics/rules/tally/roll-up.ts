import { canonicalJson } from '@sanzhi/kernel';
import type { Tally } from './tally';

/** One rolled-up sum: an organ, a tally kind, a period (day `2023-05-08`, month `2023-05` or year `2023`), dimensions. */
export interface RollupRow {
  organ: string;
  kind: string;
  period: string;
  dims: Record<string, string>;
  count: number;
  measures: Record<string, number>;
}

/** Tiers of the roll-up, and how much of the day names a period. */
export const TIER_LENGTH = { day: 10, month: 7, year: 4 } as const;

/** A tier of the roll-up. */
export type Tier = keyof typeof TIER_LENGTH;

/** Sums tallies per organ, kind, period and combination of dimensions: what the stored roll-up must agree with. */
export function rollUp(tallies: Iterable<Tally>, tier: Tier): RollupRow[] {
  const rows = new Map<string, RollupRow>();
  for (const { organ, kind, day, dims, count, measures } of tallies) {
    const period = day.slice(0, TIER_LENGTH[tier]);
    const key = canonicalJson([organ, kind, period, dims]);
    const row = rows.get(key) ?? { organ, kind, period, dims, count: 0, measures: {} };
    row.count += count;
    for (const [measure, value] of Object.entries(measures)) row.measures[measure] = (row.measures[measure] ?? 0) + value;
    rows.set(key, row);
  }
  return [...rows.values()];
}
