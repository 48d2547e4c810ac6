import { addMonths, dayNumber, formatDay } from '@sanzhi/kernel';
import { TIER_LENGTH, type Tier } from '../tally/roll-up';

/** Periods of one tier, first and last: `month` from 2023-02 to 2023-10. */
export interface TierRange {
  tier: Tier;
  from: string;
  to: string;
}

/** Days of a report or a figure, both inclusive. */
interface Days {
  from: string;
  to: string;
}

/**
 * The coarsest sums that make up all the spans without a day twice: a period is only taken whole where it lies on the
 * same side of every span's ends, so that each span is a plain sum of some of them.
 */
export function tierCover(spans: readonly Days[]): TierRange[] {
  const ranges = spans.map(({ from, to }) => ({ first: dayNumber(from), after: dayNumber(to) + 1 }));
  const cuts = [...new Set(ranges.flatMap(({ first, after }) => [first, after]))].sort((one, other) => one - other);
  const pieces = cuts.slice(1).map((after, index) => ({ first: cuts[index], after }));
  const wanted = pieces.filter((piece) => ranges.some((range) => range.first <= piece.first && piece.after <= range.after));
  return wanted.flatMap(({ first, after }) => coverPiece(first, after));
}

const MONTHS: Record<Tier, number> = { year: 12, month: 1, day: 0 };

function coverPiece(first: number, after: number): TierRange[] {
  const ranges: TierRange[] = [];
  for (let day = first; day < after; ) {
    const tier = coarsestFrom(day, after);
    const period = formatDay(day).slice(0, TIER_LENGTH[tier]);
    const last = ranges.at(-1);
    if (last?.tier === tier) last.to = period;
    else ranges.push({ tier, from: period, to: period });
    day = endOf(day, tier);
  }
  return ranges;
}

/** The day after the period of a tier that begins on this day. */
const endOf = (day: number, tier: Tier): number => (tier === 'day' ? day + 1 : addMonths(day, MONTHS[tier]));

function coarsestFrom(day: number, after: number): Tier {
  const text = formatDay(day);
  if (text.endsWith('-01-01') && endOf(day, 'year') <= after) return 'year';
  return text.endsWith('-01') && endOf(day, 'month') <= after ? 'month' : 'day';
}
