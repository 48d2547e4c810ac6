-- Recusal (回避) takes sight away when it is decided: from then on the rows of the case are hidden from who was recused, for
-- every route that reads them, now and later. Acts are loaded all the same, so that the law can answer them `recused`.
create index duty_recused on identity.duty (organ, person, case_id) where duty = 'recused';

-- Cases that are closed to who reads; none for a process, and none while an act is taken.
create function identity.closed_cases() returns uuid[] language plpgsql stable set plan_cache_mode = force_generic_plan as $$
declare who text := current_setting('sanzhi.actor', true);
begin
  if who is null or current_setting('sanzhi.act', true) = 'on' or who !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
    return '{}';
  end if;
  return coalesce((
    select array_agg(d.case_id) from identity.account a
      join identity.duty d on d.organ = a.organ and d.person = a.officer_id::text and d.duty = 'recused'
    where a.organ = public.writable_organ() and a.id = who::uuid), '{}');
end $$;

-- Hides a table's rows of closed cases; `case_column` holds the id of the case.
create function identity.close_to_recused(tenant regclass, case_column text) returns void language plpgsql as $$
begin
  execute format('create policy recused_sees_nothing on %s as restrictive for select to sanzhi_api
    using (not (%I = any ((select identity.closed_cases())::uuid[])))', tenant, case_column);
end $$;

select identity.close_to_recused('casework.case', 'id');
select identity.close_to_recused('casework.task', 'case_id');
select identity.close_to_recused('casework.clock', 'case_id');
select identity.close_to_recused('record.entry', 'case_id');
select identity.close_to_recused('record.payload', 'case_id');
select identity.close_to_recused('review.round', 'case_id');
select identity.close_to_recused('discussion.meeting', 'case_id');
select identity.close_to_recused('discussion.vote', 'case_id');
select identity.close_to_recused('documents.document', 'case_id');
