import { canonicalJson } from '@sanzhi/kernel';
import type { HandedTally } from './handed-tally';
import { TIER_LENGTH } from './roll-up';
import type { TallyCatalogue } from './tally';

/** A party behind the sums of a year: how many tallies with these dimensions are about it. */
export interface PartySeen {
  kind: string;
  /** A year. */
  period: string;
  /** Digest of the party; empty where nobody is named. */
  subject: string;
  dims: Record<string, string>;
  count: number;
}

/** The parties of tallies whose kind remembers them: what the stored sets must agree with. */
export function partiesSeen(tallies: Iterable<HandedTally>, catalogue: TallyCatalogue): PartySeen[] {
  const seen = new Map<string, PartySeen>();
  for (const { kind, day, dims, count, subject } of tallies) {
    if (!catalogue.get(kind)?.parties) continue;
    const party = { kind, period: day.slice(0, TIER_LENGTH.year), subject: subject ?? '', dims };
    const key = canonicalJson(party);
    const row = seen.get(key) ?? { ...party, count: 0 };
    row.count += count;
    seen.set(key, row);
  }
  return [...seen.values()];
}
