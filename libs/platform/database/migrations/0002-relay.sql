-- Relay: what it looks for, it finds in one step of an index; rows that failed stand apart and are taken one by one.

-- Replaced by the two below: the first look at every (topic, organ) steps from group to group.
drop index platform.outbox_waiting;
create index outbox_waiting on platform.outbox (topic, organ, available_at, id) where attempts = 0;
create index outbox_retrying on platform.outbox (available_at) where attempts > 0;

-- available_at moves with every retry; the age of a row does not.
alter table platform.outbox add column added_at timestamptz not null default clock_timestamp();

-- The second net is needed only as long as a row can come twice: the worker empties what is older than 90 days.
create index inbox_age on platform.inbox using brin (done_at);
grant delete on platform.inbox to sanzhi_worker;

-- How far the hand-over is behind, by topic and in numbers only: the api shows it without seeing rows of other organs.
create function platform.outbox_lag()
returns table (topic text, waiting int, failing int, oldest_seconds float8)
language sql stable security definer set search_path = platform, pg_temp as $$
  select topic, count(*)::int, (count(*) filter (where attempts > 0))::int,
    extract(epoch from clock_timestamp() - min(added_at))::float8
  from platform.outbox where available_at <= clock_timestamp() or attempts > 0
  group by topic order by topic
$$;
grant select on platform.outbox to sanzhi_keeper;
grant create on schema platform to sanzhi_keeper;
alter function platform.outbox_lag() owner to sanzhi_keeper;
revoke create on schema platform from sanzhi_keeper;
revoke all on function platform.outbox_lag() from public;
grant execute on function platform.outbox_lag() to sanzhi_api, sanzhi_worker;
