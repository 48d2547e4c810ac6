-- What release asks of every item is asked in PL/pgSQL, whose plans are kept for the session: an SQL function is planned
-- anew at each call. Nothing else is changed.
create or replace function disclosure.is_handler(i disclosure.item, p_persons text[]) returns boolean language plpgsql set plan_cache_mode = force_generic_plan as $$
begin
  return exists (select from identity.duty d where d.organ = i.organ and d.case_id = i.case_id and d.duty = 'handler'
    and d.person = any (p_persons));
end $$;

create or replace function disclosure.release_fault(i disclosure.item, p_sha256 text, p_before_service text) returns text language plpgsql set plan_cache_mode = force_generic_plan as $$
begin
  return case
    when i.state = 'published' then 'it is published already'
    when i.state <> 'cleared' then 'it is not cleared'
    when i.scope is null or i.scope not in ('open', 'partly-open') then 'its scope is not open'
    when p_sha256 is distinct from i.body_sha256 then 'the digest is not the one that was cleared'
    when encode(sha256(convert_to(i.body, 'UTF8')), 'hex') is distinct from i.body_sha256 then 'its bytes are not those that were cleared'
    when i.report->'clean' is distinct from 'true' or i.report->>'sha256' is distinct from i.body_sha256
      then 'its redaction report is not clean or not of these bytes'
    when (position(disclosure.cell(i.title) in i.body) > 0 and position(disclosure.cell(i.number) in i.body) > 0
      and position(disclosure.cell(i.party_shown) in i.body) > 0
      and position(disclosure.cell(i.decided_on::text) in i.body) > 0) is not true then 'its entry in the list is not what its body says'
    when i.scoped_by is null or i.cleared_by is null or i.scoped_by = i.cleared_by then 'scope and clearing are not of two persons'
    when disclosure.is_handler(i, array[i.scoped_by, i.cleared_by]) then 'a handler of the case decided its scope or cleared it'
    when length(btrim(coalesce(p_before_service, ''))) = 0 and not exists (select from casework.case c
      where c.organ = i.organ and c.id = i.case_id and jsonb_typeof(c.facts->'service') = 'object')
      then 'the decision is not served and no ground allows it before'
  end;
end $$;
