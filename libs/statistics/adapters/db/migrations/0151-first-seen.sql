-- The parties (户) a year's sum is about, each once per combination of dimensions: distinct units are counted from here
-- and not from the tallies. `count` is how many tallies stand behind the party; corrections bring it back to 0.
-- Where nobody is named `subject` is empty, and every such tally is a party of its own.
create table statistics.first_seen (
  organ text not null,
  kind text not null,
  period text collate "C" not null,
  subject text not null,
  dims jsonb not null,
  count bigint not null,
  primary key (organ, kind, period, subject, dims)
);
select platform.protect('statistics.first_seen');

-- As before; what is handed over names the party too.
create or replace function statistics.add_tallies(p_organ text, p_case uuid, p_tallies jsonb) returns void language plpgsql as $$
begin
  with added as (
    insert into statistics.tally as t
      (organ, id, counted_by, kind, day, dims, count, measures, case_id, case_number, subject, source_id, recorded_at)
    select p_organ, n.id, p_organ, n.kind, n.day, n.dims, n.count, n.measures, p_case, n."caseNumber", n.subject, n."sourceId", sanzhi_now()
    from jsonb_to_recordset(p_tallies) as n
      (id text, kind text, day date, dims jsonb, count int, measures jsonb, "caseNumber" text, subject text, "sourceId" text)
    on conflict (organ, id) do nothing
    returning t.id, t.kind, t.day, t.dims, t.count, t.measures, t.subject
  )
  insert into platform.outbox (organ, topic, key, payload)
  select p_organ, 'statistics.tally', min(id), jsonb_build_object('tallies', jsonb_agg(jsonb_build_object(
    'kind', kind, 'day', to_char(day, 'YYYY-MM-DD'), 'dims', dims, 'count', count, 'measures', measures, 'subject', subject)))
  from added having count(*) > 0;
end $$;

-- Adds parties seen: [{kind, period, subject, dims, count}]. Always in the same order, as the sums are.
create function statistics.add_parties(p_organ text, p_parties jsonb) returns void language sql as $$
  insert into statistics.first_seen as s (organ, kind, period, subject, dims, count)
  select p_organ, n.kind, n.period collate "C" as period, n.subject, n.dims, n.count
  from jsonb_to_recordset(p_parties) as n (kind text, period text, subject text, dims jsonb, count bigint)
  order by n.kind, 3, n.subject, n.dims
  on conflict (organ, kind, period, subject, dims) do update set count = s.count + excluded.count
$$;

grant select on statistics.first_seen to sanzhi_api, sanzhi_worker;
grant insert, update on statistics.first_seen to sanzhi_worker;
