import { joined, name, sql, type Rows, type Sql } from '@sanzhi/platform/ports';
import type { FigureQuery } from '../rules/report/build-report';
import type { TierRange } from '../rules/report/tier-cover';
import type { Tier } from '../rules/tally/roll-up';

/** The table of a tier. */
export const tableOf = (tier: Tier): Sql => sql`statistics.${name(`rollup_${tier}`)}`;

/** Sums of the organs over these ranges. */
export function rollupsOf(ranges: readonly TierRange[], organs: readonly string[]): Sql {
  const columns = sql`organ, kind, period, dims, count, measures`;
  const parts = ranges.map(
    ({ tier, from, to }) =>
      sql`select ${columns} from ${tableOf(tier)} where organ = any (${organs}) and period between ${from} and ${to}`,
  );
  return parts.length > 0 ? joined(parts, ' union all ') : sql`select ${columns} from statistics.rollup_year where false`;
}

/** Numbers of the cases behind a figure, by organ. What a correction took back wholly is not behind it any more. */
export function numbersBehind({ kind, where, organs, from, to }: FigureQuery): Sql {
  const dims = Object.entries(where).map(([dim, values]) => sql` and t.dims->>${dim} = any (${values})`);
  return sql`
    select t.organ, coalesce(t.case_number, c.number, t.case_id::text) as number
    from statistics.tally t left join casework.case c on t.case_number is null and c.organ = t.organ and c.id = t.case_id
    where t.organ = any (${organs}) and t.kind = ${kind} and t.day between ${from}::date and ${to}::date${joined(dims, '')}
    group by 1, 2 having sum(t.count) > 0`;
}

/** The numbers as a report shows them; where two organs use the same one, the organ's code stands before it. */
export function numbersOf(rows: Rows): string[] {
  const found = rows.map((row) => ({ organ: String(row.organ), number: String(row.number) }));
  const times = new Map<string, number>();
  for (const { number } of found) times.set(number, (times.get(number) ?? 0) + 1);
  return found.map(({ organ, number }) => (times.get(number)! > 1 ? `${organ}:${number}` : number));
}
