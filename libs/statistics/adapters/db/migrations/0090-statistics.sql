-- Statistics (统计): tallies, their sums by day, month and year, and what was imported.
create schema statistics;

-- One countable thing that happened (统计明细). Never changed: a correction takes it back by a tally of its own.
create table statistics.tally (
  organ text not null,
  -- Digest of organ, kind, source and ordinal: the same happening has the same id.
  id text not null,
  -- The organ in whose figures it counts; it counts in no other, so a subtree is a plain sum.
  counted_by text not null,
  kind text not null,
  -- Legal day by the date basis of its kind.
  day date not null,
  dims jsonb not null,
  count int not null check (count in (1, -1)),
  -- Whole numbers: 分, persons, minutes.
  measures jsonb not null,
  case_id uuid,
  -- What a figure drills down to. A case without number yet is found by its id.
  case_number text,
  -- Entry of a record or line of an import.
  source_id text not null,
  recorded_at timestamptz not null,
  primary key (organ, id)
);
create index tally_behind_figure on statistics.tally (organ, kind, day);
create index tally_of_source on statistics.tally (organ, source_id);
select platform.protect('statistics.tally');
create trigger never_changed before update or delete on statistics.tally
  for each row execute function platform.refuse_change();

-- Sums of tallies. `period` is 2023-05-08, 2023-05 or 2023.
create table statistics.rollup_day (
  organ text not null,
  kind text not null,
  period text collate "C" not null,
  dims jsonb not null,
  count bigint not null,
  measures jsonb not null,
  primary key (organ, kind, period, dims)
);
create table statistics.rollup_month (
  organ text not null,
  kind text not null,
  period text collate "C" not null,
  dims jsonb not null,
  count bigint not null,
  measures jsonb not null,
  primary key (organ, kind, period, dims)
);
create table statistics.rollup_year (
  organ text not null,
  kind text not null,
  period text collate "C" not null,
  dims jsonb not null,
  count bigint not null,
  measures jsonb not null,
  primary key (organ, kind, period, dims)
);
select platform.protect('statistics.rollup_day');
select platform.protect('statistics.rollup_month');
select platform.protect('statistics.rollup_year');

-- Accepted lines. A corrected line is a further revision on a stated ground; the earlier ones stay.
create table statistics.imported (
  organ text not null,
  kind text not null,
  number text not null,
  revision int not null check (revision >= 0),
  digest text not null,
  "row" jsonb not null,
  reason text,
  at timestamptz not null default sanzhi_now(),
  by text not null,
  primary key (organ, kind, number, revision),
  constraint correction_has_ground check ((revision = 0) = (reason is null))
);
select platform.protect('statistics.imported');
create trigger never_changed before update or delete on statistics.imported
  for each row execute function platform.refuse_change();

-- Adds tallies: [{id, kind, day, dims, count, measures, caseNumber?, sourceId}]. Those that are there stay as they are;
-- the new ones are handed over to the roll-up as one row, whose key no other call can have.
create function statistics.add_tallies(p_organ text, p_case uuid, p_tallies jsonb) returns void language plpgsql as $$
begin
  with added as (
    insert into statistics.tally as t (organ, id, counted_by, kind, day, dims, count, measures, case_id, case_number, source_id, recorded_at)
    select p_organ, n.id, p_organ, n.kind, n.day, n.dims, n.count, n.measures, p_case, n."caseNumber", n."sourceId", sanzhi_now()
    from jsonb_to_recordset(p_tallies) as n (id text, kind text, day date, dims jsonb, count int, measures jsonb, "caseNumber" text, "sourceId" text)
    on conflict (organ, id) do nothing
    returning t.id, t.kind, t.day, t.dims, t.count, t.measures
  )
  insert into platform.outbox (organ, topic, key, payload)
  select p_organ, 'statistics.tally', min(id), jsonb_build_object('tallies', jsonb_agg(jsonb_build_object(
    'kind', kind, 'day', to_char(day, 'YYYY-MM-DD'), 'dims', dims, 'count', count, 'measures', measures)))
  from added having count(*) > 0;
end $$;

-- Measures side by side: whole numbers under the same name are added.
create function statistics.measures_added(one jsonb, other jsonb) returns jsonb language sql immutable as $$
  select coalesce(jsonb_object_agg(name, total), '{}') from (
    select name, sum(amount::bigint) as total
    from (select * from jsonb_each_text(one) union all select * from jsonb_each_text(other)) as each (name, amount)
    group by name) sums
$$;

-- Adds sums to the three tiers, each [{kind, period, dims, count, measures}]. Always in the same order, so that two
-- roll-ups of one organ never wait for each other crosswise.
create function statistics.add_sums(p_organ text, p_days jsonb, p_months jsonb, p_years jsonb) returns void language plpgsql as $$
begin
  insert into statistics.rollup_day as r (organ, kind, period, dims, count, measures)
  select p_organ, n.kind, n.period collate "C" as period, n.dims, n.count, n.measures
  from jsonb_to_recordset(p_days) as n (kind text, period text, dims jsonb, count bigint, measures jsonb)
  order by n.kind, 3, n.dims
  on conflict (organ, kind, period, dims) do update
    set count = r.count + excluded.count, measures = statistics.measures_added(r.measures, excluded.measures);
  insert into statistics.rollup_month as r (organ, kind, period, dims, count, measures)
  select p_organ, n.kind, n.period collate "C" as period, n.dims, n.count, n.measures
  from jsonb_to_recordset(p_months) as n (kind text, period text, dims jsonb, count bigint, measures jsonb)
  order by n.kind, 3, n.dims
  on conflict (organ, kind, period, dims) do update
    set count = r.count + excluded.count, measures = statistics.measures_added(r.measures, excluded.measures);
  insert into statistics.rollup_year as r (organ, kind, period, dims, count, measures)
  select p_organ, n.kind, n.period collate "C" as period, n.dims, n.count, n.measures
  from jsonb_to_recordset(p_years) as n (kind text, period text, dims jsonb, count bigint, measures jsonb)
  order by n.kind, 3, n.dims
  on conflict (organ, kind, period, dims) do update
    set count = r.count + excluded.count, measures = statistics.measures_added(r.measures, excluded.measures);
end $$;

-- Keeps accepted lines: [{number, revision, digest, row}].
create function statistics.keep_rows(p_organ text, p_kind text, p_by text, p_reason text, p_rows jsonb) returns void language plpgsql as $$
begin
  insert into statistics.imported (organ, kind, number, revision, digest, "row", reason, by)
  select p_organ, p_kind, n.number, n.revision, n.digest, n."row", case when n.revision > 0 then p_reason end, p_by
  from jsonb_to_recordset(p_rows) as n (number text, revision int, digest text, "row" jsonb);
end $$;

grant usage on schema statistics to sanzhi_api, sanzhi_worker;
grant select, insert on statistics.tally, statistics.imported to sanzhi_api, sanzhi_worker;
grant select on statistics.rollup_day, statistics.rollup_month, statistics.rollup_year to sanzhi_api, sanzhi_worker;
grant insert, update on statistics.rollup_day, statistics.rollup_month, statistics.rollup_year to sanzhi_worker;
