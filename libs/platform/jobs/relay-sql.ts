import { type Sql, sql } from '../ports';

/** Rows of one organ and topic that may be taken now: fresh ones in batches, failed ones one by one. */
export interface WaitingGroup {
  topic: string;
  organ: string;
  retry: boolean;
}

/** A row of the outbox as it was taken; `fresh` is false when the inbox knows its key already. */
export interface TakenRow {
  id: string;
  organ: string;
  topic: string;
  key: string;
  payload: Record<string, unknown>;
  fresh: boolean;
}

/**
 * Every group with a row that may be taken. Steps through the index from group to group, so it costs by the number of
 * groups and not by the number of rows.
 */
export const waitingGroups = (): Sql => sql`
  with recursive step as (
    (select topic, organ, available_at from platform.outbox where attempts = 0
      order by topic, organ, available_at limit 1)
    union all
    select next.* from step, lateral (
      select o.topic, o.organ, o.available_at from platform.outbox o
      where o.attempts = 0 and (o.topic, o.organ) > (step.topic, step.organ)
      order by o.topic, o.organ, o.available_at limit 1) next
  )
  select topic, organ, false as retry from step where available_at <= statement_timestamp()
  union all
  select distinct topic, organ, true from platform.outbox where attempts > 0 and available_at <= statement_timestamp()`;

/** How rows are taken: how many, and whether only one relay at a time may work on the group. */
export interface Taking {
  most: number;
  alone: boolean;
}

/** Ours among the advisory locks of the database. */
const LOCK_SEED = 7_302_604;

/**
 * Deletes rows of a group and notes their keys in the inbox. Rows that another relay holds are passed over; a key that
 * another transaction is noting is waited for, in the order of the keys, so that two batches never wait crosswise.
 * Batches of one group would meet in the same sums and lock them crosswise: `alone` lets the second take nothing.
 */
export const takeRows = (group: WaitingGroup, { most, alone }: Taking): Sql => sql`
  with taken as (
    delete from platform.outbox where id = any (array(
      select id from platform.outbox
      where topic = ${group.topic} and organ = ${group.organ} and available_at <= statement_timestamp()
        and ${group.retry ? sql`attempts > 0` : sql`attempts = 0`} and ${alone ? groupIsFree(group) : sql`true`}
      order by available_at, id limit ${most} for update skip locked))
    returning id, organ, topic, key, payload
  ), noted as (
    insert into platform.inbox (organ, consumer, key) select organ, topic, key from taken order by key
    on conflict do nothing returning key
  )
  select taken.*, noted.key is not null as fresh from taken left join noted on noted.key = taken.key order by taken.id`;

const groupIsFree = ({ topic, organ }: WaitingGroup): Sql => sql`
  (select pg_try_advisory_xact_lock(hashtextextended(${`${topic}/${organ}`}, ${LOCK_SEED})))`;

/** Takes rows away for good, as a refusal does that undid everything else. */
export const dropRows = (rows: readonly TakenRow[]): Sql => sql`
  with dropped as (delete from platform.outbox where id = any (${idsOf(rows)}::bigint[]) returning organ, topic, key)
  insert into platform.inbox (organ, consumer, key) select organ, topic, key from dropped on conflict do nothing`;

/**
 * Puts rows back after a failure: the rows of a batch at once, to be taken one by one, a single row after a pause of
 * 1 second to 5 minutes that doubles each time and varies by half.
 */
export const setBackRows = (rows: readonly TakenRow[], error: string): Sql => sql`
  update platform.outbox set attempts = attempts + 1, last_error = ${error},
    available_at = clock_timestamp() + case when ${rows.length > 1} then interval '0'
      else make_interval(secs => greatest(1, least(300, 2 ^ least(attempts, 9)) * (0.5 + random() / 2))) end
  where id = any (array(select id from platform.outbox where id = any (${idsOf(rows)}::bigint[]) for update skip locked))`;

const idsOf = (rows: readonly TakenRow[]): string[] => rows.map((row) => row.id);

/** How many rows of these topics are there at all: waiting, pausing, or held by a relay that has not committed. */
export const rowsLeft = (topics: readonly string[]): Sql => sql`
  select count(*)::int as rows from platform.outbox where topic = any (${topics})`;

/** One row for each topic that waits: how many rows, how many of them failed before, age of the oldest in seconds. */
export const lagByTopic = (): Sql => sql`
  select topic, waiting, failing, oldest_seconds as "oldestSeconds" from platform.outbox_lag()`;
