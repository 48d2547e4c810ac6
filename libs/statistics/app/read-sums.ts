import { joined, name, sql, type Rows, type Sql } from '@sanzhi/platform/ports';
import type { Behind, FigureQuery } from '../rules/report/build-figure';
import type { TierRange } from '../rules/report/tier-cover';
import { TIER_LENGTH, type Tier } from '../rules/tally/roll-up';

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

/**
 * Numbers and parties behind a sum, by organ. What a correction took back wholly is not behind it any more, nor what adds
 * nothing to the measures that are summed.
 */
export function rowsBehind({ kind, where, measures, organs, from, to }: FigureQuery): Sql {
  const dims = Object.entries(where).map(([dim, values]) => sql` and string_to_array(t.dims->>${dim}, '+') && ${values}::text[]`);
  const added = measures.map((measure) => sql`coalesce((t.measures->>${measure})::bigint, 0)`);
  const measured = added.length > 0 ? sql` and sum(${joined(added, ' + ')}) <> 0` : sql``;
  return sql`
    select t.organ, coalesce(t.case_number, c.number, t.case_id::text) as number, t.subject
    from statistics.tally t left join casework.case c on t.case_number is null and c.organ = t.organ and c.id = t.case_id
    where t.organ = any (${organs}) and t.kind = ${kind} and t.day between ${from}::date and ${to}::date${joined(dims, '')}
    group by 1, 2, 3 having sum(t.count) > 0${measured}`;
}

/**
 * Distinct parties of whole years, from the sets of parties seen: named ones once over all organs, unnamed ones each.
 * One row `{parties}`.
 */
export function partiesOfYears({ kind, where, organs, from, to }: FigureQuery): Sql {
  const dims = Object.entries(where).map(([dim, values]) => sql` and string_to_array(s.dims->>${dim}, '+') && ${values}::text[]`);
  return sql`
    select coalesce(sum(case when subject = '' then seen else 1 end), 0)::int as parties from (
      select s.subject, sum(s.count) as seen from statistics.first_seen s
      where s.organ = any (${organs}) and s.kind = ${kind} and s.period between ${from.slice(0, YEAR)} and ${to.slice(0, YEAR)}${joined(dims, '')}
      group by s.subject having sum(s.count) > 0) as party`;
}

const YEAR = TIER_LENGTH.year;

/** Whether a query is about whole years, so that the sets of parties seen answer it. */
export const isOfYears = ({ from, to }: FigureQuery): boolean => from.endsWith('-01-01') && to.endsWith('-12-31');

/** The numbers as a report shows them, and the distinct parties; where nobody is named, each number is a party of its own. */
export function behindOf(rows: Rows): Behind {
  return { cases: numbersOf(rows), parties: new Set(rows.map((row) => row.subject ?? `${row.organ}:${row.number}`)).size };
}

/** Where two organs use the same number, the organ's code stands before it. */
function numbersOf(rows: Rows): string[] {
  const organsBy = new Map<string, Set<string>>();
  for (const { organ, number } of rows) organsBy.set(String(number), (organsBy.get(String(number)) ?? new Set()).add(String(organ)));
  const shown = rows.map(({ organ, number }) => (organsBy.get(String(number))!.size > 1 ? `${organ}:${number}` : String(number)));
  return [...new Set(shown)];
}
