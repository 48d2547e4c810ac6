import { holdsAny, type Tally } from '../tally/tally';
import type { Behind, FigureQuery } from './build-figure';

/** What stands behind a sum, found in the tallies themselves: what the database's answer must agree with. */
export function behindTallies(tallies: Iterable<Tally>, query: FigureQuery): Behind {
  const found = new Map<string, { number: string; party: string; count: number; measured: number }>();
  for (const tally of tallies) {
    if (!isBehind(tally, query)) continue;
    const number = tally.caseNumber ?? tally.sourceId;
    const party = tally.subject ?? `${tally.organ}:${number}`;
    const key = [tally.organ, number, party].join('\n');
    const seen = found.get(key) ?? { number, party, count: 0, measured: 0 };
    seen.count += tally.count;
    seen.measured += query.measures.reduce((sum, measure) => sum + (tally.measures[measure] ?? 0), 0);
    found.set(key, seen);
  }
  const left = [...found.values()].filter(({ count, measured }) => count > 0 && (query.measures.length === 0 || measured !== 0));
  return { cases: [...new Set(left.map(({ number }) => number))], parties: new Set(left.map(({ party }) => party)).size };
}

const isBehind = ({ organ, kind, day, dims }: Tally, query: FigureQuery): boolean =>
  query.organs.includes(organ) &&
  kind === query.kind &&
  day >= query.from &&
  day <= query.to &&
  Object.entries(query.where).every(([dim, values]) => holdsAny(dims[dim], values));
