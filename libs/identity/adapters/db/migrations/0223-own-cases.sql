-- Which cases who only handles cases may see: all of the organ, or, where the organ has it so, those he has a duty in (承办、参办).
-- Heads, reviewers, publishers and whoever else has a post beside that of a handler, or acts in one for a time, see all.
create table identity.case_scope (
  organ text primary key references identity.organ,
  scope text not null check (scope in ('organ', 'own')),
  ground text not null check (length(btrim(ground)) > 0)
);
select platform.protect('identity.case_scope');
grant select on identity.case_scope to sanzhi_api, sanzhi_worker;

-- Whether the reader sees every case of his organ: a process does, and so does an act, whose rules have to look further.
create function identity.sees_all_cases() returns boolean language plpgsql stable set plan_cache_mode = force_generic_plan as $$
declare who text := current_setting('sanzhi.actor', true); its_officer uuid; today date;
begin
  if who is null or current_setting('sanzhi.act', true) = 'on' or who !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
    return true;
  end if;
  if not exists (select from identity.case_scope where organ = public.writable_organ() and scope = 'own') then return true; end if;
  select officer_id into its_officer from identity.account where organ = public.writable_organ() and id = who::uuid;
  if its_officer is null then return true; end if;
  today := identity.legal_today();
  return not identity.posts_on(public.writable_organ(), its_officer, today) <@ array['handler']
    or identity.lent_today(public.writable_organ(), its_officer::text) <> '{}';
end $$;

-- Cases in which the reader has a duty.
create function identity.own_cases() returns uuid[] language plpgsql stable set plan_cache_mode = force_generic_plan as $$
begin
  return coalesce((
    select array_agg(distinct d.case_id) from identity.account a
      join identity.duty d on d.organ = a.organ and d.person = a.officer_id::text
    where a.organ = public.writable_organ() and a.id::text = current_setting('sanzhi.actor', true)), '{}');
end $$;
create index duty_of_person on identity.duty (organ, person, case_id);

-- Beside the recused, whose cases are closed to them: what is not one's own, where an organ keeps to that.
create function identity.close_to_strangers(tenant regclass, case_column text) returns void language plpgsql as $$
begin
  execute format('create policy own_cases_alone on %s as restrictive for select to sanzhi_api
    using ((select identity.sees_all_cases()) or %I = any ((select identity.own_cases())::uuid[]))', tenant, case_column);
end $$;

-- Every table that hides the recused's cases hides a stranger's too, those made later with it.
do $$
declare closed record; its_column text;
begin
  for closed in select schemaname, tablename, qual from pg_policies where policyname = 'recused_sees_nothing' loop
    its_column := coalesce(substring(closed.qual from '\(NOT \((\w+) = ANY'), substring(closed.qual from 'NOT \(?(\w+) = ANY'));
    if its_column is null then raise exception 'no column of a case in %.%: %', closed.schemaname, closed.tablename, closed.qual; end if;
    perform identity.close_to_strangers(format('%I.%I', closed.schemaname, closed.tablename)::regclass, its_column);
  end loop;
end $$;

create or replace function identity.close_to_recused(tenant regclass, case_column text) returns void language plpgsql as $$
begin
  execute format('create policy recused_sees_nothing on %s as restrictive for select to sanzhi_api
    using (not (%I = any ((select identity.closed_cases())::uuid[])))', tenant, case_column);
  perform identity.close_to_strangers(tenant, case_column);
end $$;
