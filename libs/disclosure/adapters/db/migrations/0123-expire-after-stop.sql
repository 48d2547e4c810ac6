-- The act that ends a display stops its clock with the same commit, and before: what counts is that the term is over.
create or replace function disclosure.expire(p_item text)
returns void language plpgsql security definer set search_path = disclosure, pg_temp as $$
declare i disclosure.item := disclosure.hold(p_item);
begin
  perform disclosure.refuse(p_item, 'expired', case
    when i.state <> 'published' then 'it is not shown'
    when not exists (select from casework.clock k where k.organ = i.organ and k.case_id = i.case_id and k.subject_id = i.id
      and k.state <> 'superseded' and k.due_at <= public.sanzhi_now()
      and k.rule in ('PUB-LOCAL-KEEP', 'PUB-LOCAL-KEEP-PERSON', 'PUB-CREDIT-MINOR', 'PUB-CREDIT-GEN-MAX', 'PUB-CREDIT-SEV-MAX'))
      then 'its period of display is not over' end);
  if i.channel = 'site' then
    insert into pub.notice (organ, id, organ_name, kind, ended_at)
    select i.organ, i.id, o.name, 'expired', public.sanzhi_now() from identity.organ o where o.code = i.organ;
  end if;
  perform disclosure.end_showing(i, 'expired');
  perform disclosure.note(i.organ, i.id, 'expired', disclosure.actor_now(), null, null);
end $$;
