import { Injectable } from '@nestjs/common';
import type { Caller } from '@sanzhi/casework';
import { OrganTree } from '@sanzhi/identity';
import { shanghaiDay } from '@sanzhi/kernel';
import { joined, LegalClock, notFound, sql, UnitOfWork, type Sql } from '@sanzhi/platform/ports';
import { TIER_LENGTH, type Tier } from '../rules/tally/roll-up';
import { tableOf } from './read-sums';
import { ReportBook } from './report-book';

/** Whose sums are made again, over which days. */
export interface RecountAsked {
  organ: string;
  from: string;
  to: string;
}

/** Count and measures of one period; null where there is no such row. */
export interface SumSeen {
  count: number;
  measures: Record<string, number>;
}

/** A sum that is not what its tallies add up to. */
export interface RecountDifference {
  /** `parties`: the parties of a year; the one that differs stands among the dimensions. */
  tier: Tier | 'parties';
  kind: string;
  period: string;
  dims: Record<string, string>;
  /** What the tallies add up to. */
  tallied: SumSeen | null;
  /** What stands in the roll-up. */
  rolledUp: SumSeen | null;
}

/** Answer of a recount. */
export interface Recounted {
  equal: boolean;
  differences: RecountDifference[];
}

/** Differences told at most: a broken tier would fill a book. */
const MOST = 1000;

/** Makes the sums and the sets of parties again from the tallies and compares them, over every period that touches the days. */
@Injectable()
export class Recount {
  constructor(
    private readonly units: UnitOfWork,
    private readonly organs: OrganTree,
    private readonly clock: LegalClock,
    private readonly book: ReportBook,
  ) {}

  /** 404 for an organ the caller does not stand above. What waits for its roll-up still shows as a difference. */
  async run(caller: Caller, asked: RecountAsked): Promise<Recounted> {
    const today = shanghaiDay((await this.clock.now()).at);
    const reach = await this.organs.subtree(caller.organ, today);
    if (!reach.includes(asked.organ)) throw notFound(`执法主体“${asked.organ}”`);
    const context = { organ: caller.organ, readable: [asked.organ], actor: caller.account };
    const tiers: Tier[] = ['day', 'month', 'year'];
    const kinds = [...this.book.catalogue.values()].filter(({ parties }) => parties).map(({ kind }) => kind);
    const parts = [...tiers.map((tier) => differencesOf(tier, asked)), partiesDifferent(kinds, asked)];
    const statement = joined(parts, ' union all ');
    const [found] = await this.units.run(context, (unit) => unit.load(statement));
    const differences = found as unknown as RecountDifference[];
    return { equal: differences.length === 0, differences };
  }
}

/** Part of one statement, so that all tiers are seen as they stood at one moment, whatever is rolled up meanwhile. */
function differencesOf(tier: Tier, { organ, from, to }: RecountAsked): Sql {
  const length = TIER_LENGTH[tier];
  const [first, last] = [from.slice(0, length), to.slice(0, length)];
  const days = sql`t.day >= date_trunc(${tier}, ${from}::date)::date
    and t.day < (date_trunc(${tier}, ${to}::date) + ${`1 ${tier}`}::interval)::date`;
  return sql`
    (with tallied as materialized (
      select t.kind, left(to_char(t.day, 'YYYY-MM-DD'), ${length}) collate "C" as period, t.dims, t.count, t.measures
      from statistics.tally t where t.organ = ${organ} and ${days}
    ), counted as (
      select kind, period, dims, sum(count) as count from tallied group by kind, period, dims
    ), measured as (
      select kind, period, dims, jsonb_object_agg(measure, amount) as measures from (
        select kind, period, dims, each.key as measure, sum(each.value::bigint) as amount
        from tallied, jsonb_each_text(measures) each group by kind, period, dims, each.key) sums
      group by kind, period, dims
    ), expected as (
      select kind, period, dims, jsonb_build_object('count', count, 'measures', coalesce(measures, '{}')) as seen
      from counted left join measured using (kind, period, dims)
    ), kept as (
      select kind, period, dims, jsonb_build_object('count', count, 'measures', measures) as seen
      from ${tableOf(tier)} where organ = ${organ} and period between ${first} and ${last}
    )
    select ${tier} as tier, kind, period, dims, expected.seen as tallied, kept.seen as "rolledUp"
    from expected full join kept using (kind, period, dims)
    where expected.seen is distinct from kept.seen order by kind, period, dims limit ${MOST})`;
}

/** Every party of the years that the days touch, with how many tallies are about it. */
function partiesDifferent(kinds: readonly string[], { organ, from, to }: RecountAsked): Sql {
  const [first, last] = [from.slice(0, TIER_LENGTH.year), to.slice(0, TIER_LENGTH.year)];
  return sql`
    (with expected as (
      select kind, left(to_char(day, 'YYYY-MM-DD'), ${TIER_LENGTH.year}) collate "C" as period, dims, coalesce(subject, '') as subject, sum(count) as seen
      from statistics.tally
      where organ = ${organ} and kind = any (${kinds}) and day between ${`${first}-01-01`}::date and ${`${last}-12-31`}::date
      group by 1, 2, 3, 4
    ), kept as (
      select kind, period, dims, subject, count as seen from statistics.first_seen
      where organ = ${organ} and period between ${first} and ${last}
    )
    select 'parties' as tier, kind, period, dims || jsonb_build_object('subject', subject) as dims,
      case when expected.seen is not null then jsonb_build_object('count', expected.seen, 'measures', '{}'::jsonb) end as tallied,
      case when kept.seen is not null then jsonb_build_object('count', kept.seen, 'measures', '{}'::jsonb) end as "rolledUp"
    from expected full join kept using (kind, period, dims, subject)
    where expected.seen is distinct from kept.seen order by kind, period, dims limit ${MOST})`;
}
