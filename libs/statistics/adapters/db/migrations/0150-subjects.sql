-- The party a tally is about (户): distinct units are counted by it. A digest, so that no identity number is spread.
alter table statistics.tally add column subject text;

-- As before, with the subject.
create or replace function statistics.add_tallies(p_organ text, p_case uuid, p_tallies jsonb) returns void language plpgsql as $$
begin
  with added as (
    insert into statistics.tally as t
      (organ, id, counted_by, kind, day, dims, count, measures, case_id, case_number, subject, source_id, recorded_at)
    select p_organ, n.id, p_organ, n.kind, n.day, n.dims, n.count, n.measures, p_case, n."caseNumber", n.subject, n."sourceId", sanzhi_now()
    from jsonb_to_recordset(p_tallies) as n
      (id text, kind text, day date, dims jsonb, count int, measures jsonb, "caseNumber" text, subject text, "sourceId" text)
    on conflict (organ, id) do nothing
    returning t.id, t.kind, t.day, t.dims, t.count, t.measures
  )
  insert into platform.outbox (organ, topic, key, payload)
  select p_organ, 'statistics.tally', min(id), jsonb_build_object('tallies', jsonb_agg(jsonb_build_object(
    'kind', kind, 'day', to_char(day, 'YYYY-MM-DD'), 'dims', dims, 'count', count, 'measures', measures)))
  from added having count(*) > 0;
end $$;
