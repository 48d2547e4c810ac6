-- Platform: legal time, row-level security, the hand-over table, idempotency, the audit of refusals.

-- One row: how this database was born. The simulated flag cannot change later.
-- not a tenant table: it describes the database itself.
create table platform.instance (
  only_row boolean primary key default true check (only_row),
  simulated boolean not null,
  born_at timestamptz not null default clock_timestamp()
);
insert into platform.instance (simulated) values (current_setting('sanzhi.birth_clock') = 'simulated');

create function platform.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of %.% are never changed', tg_table_schema, tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger never_changed before update or delete on platform.instance
  for each row execute function platform.refuse_change();

-- Legal time of a simulated database; stands still between calls of `sanzhi clock set`.
-- not a tenant table: it describes the database itself.
create table platform.simulated_clock (
  only_row boolean primary key default true check (only_row),
  instant timestamptz not null
);
insert into platform.simulated_clock (instant)
  select '2020-01-01T00:00:00+08:00' from platform.instance where simulated;

-- The one source of legal time. Stable, so that one statement sees one instant and indexes are used.
-- In PL/pgSQL, whose plan is kept for the session; an SQL function with a sub-select is planned anew at every call.
create function public.sanzhi_now() returns timestamptz language plpgsql stable as $$
begin
  return coalesce((select instant from platform.simulated_clock), clock_timestamp());
end $$;

-- An instant as ISO text in UTC with milliseconds, the form that record entries carry.
create function public.iso_instant(moment timestamptz) returns text language sql stable as $$
  select to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;

create function public.readable_organs() returns text[] language sql stable as $$
  select coalesce(nullif(current_setting('sanzhi.organs', true), ''), '{}')::text[]
$$;

create function public.writable_organ() returns text language sql stable as $$
  select nullif(current_setting('sanzhi.organ', true), '')
$$;

-- Tenant table: forced row-level security; rows of readable organs can be read, of the writable one written.
create function platform.protect(tenant regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tenant);
  execute format('alter table %s force row level security', tenant);
  execute format('create policy organ_reads on %s for select to sanzhi_api, sanzhi_worker using (organ = any ((select public.readable_organs())::text[]))', tenant);
  execute format('create policy organ_adds on %s for insert to sanzhi_api, sanzhi_worker with check (organ = (select public.writable_organ()))', tenant);
  execute format('create policy organ_changes on %s for update to sanzhi_api, sanzhi_worker using (organ = (select public.writable_organ())) with check (organ = (select public.writable_organ()))', tenant);
  execute format('create policy organ_drops on %s for delete to sanzhi_api, sanzhi_worker using (organ = (select public.writable_organ()))', tenant);
  execute format('create policy keeper on %s for all to sanzhi_keeper using (true) with check (true)', tenant);
end $$;

-- The same, and the worker sees every organ: pending tables and clocks are swept across organs.
create function platform.protect_swept(tenant regclass) returns void language plpgsql as $$
begin
  perform platform.protect(tenant);
  execute format('create policy worker_sweeps on %s for all to sanzhi_worker using (true) with check (true)', tenant);
end $$;

-- The hand-over table: what was committed and waits for its consumer. The relay deletes and consumes in one transaction.
create table platform.outbox (
  id bigint generated always as identity primary key,
  organ text not null,
  topic text not null,
  key text not null,
  payload jsonb not null,
  available_at timestamptz not null default clock_timestamp(),
  attempts int not null default 0,
  last_error text
);
create index outbox_waiting on platform.outbox (topic, available_at, id);
select platform.protect_swept('platform.outbox');

-- What a consumer has already done, by key: the second net under the outbox.
create table platform.inbox (
  organ text not null,
  consumer text not null,
  key text not null,
  done_at timestamptz not null default clock_timestamp(),
  primary key (organ, consumer, key)
);
select platform.protect_swept('platform.inbox');

-- Answers already given, by the caller's key: a repeat gets the same answer.
create table platform.idempotency (
  organ text not null,
  account text not null,
  key text not null,
  request_sha256 text not null,
  status int not null,
  answer jsonb not null,
  at timestamptz not null default clock_timestamp(),
  primary key (organ, account, key)
);
select platform.protect('platform.idempotency');

-- Opens a key: the stored answer, or null and the right to run; `running` when another request holds the key now.
-- Functions of the hot path keep one plan: their statements are lookups by key, and planning them costs more than they do.
create function platform.open_key(p_organ text, p_account text, p_key text) returns jsonb language plpgsql set plan_cache_mode = force_generic_plan as $$
declare found jsonb;
begin
  if not pg_try_advisory_xact_lock(hashtextextended(p_organ || '/' || p_account || '/' || p_key, 0)) then
    return jsonb_build_object('running', true);
  end if;
  select jsonb_build_object('sha256', request_sha256, 'status', status, 'answer', answer) into found
    from platform.idempotency where organ = p_organ and account = p_account and key = p_key;
  return found;
end $$;

create function platform.keep_answer(p_organ text, p_account text, p_key text, p_sha256 text, p_status int, p_answer jsonb)
returns void language plpgsql set plan_cache_mode = force_generic_plan as $$
begin
  insert into platform.idempotency (organ, account, key, request_sha256, status, answer)
  values (p_organ, p_account, p_key, p_sha256, p_status, p_answer);
end $$;

-- Every refusal leaves one row of its own.
create table platform.refusal (
  organ text not null,
  id bigint generated always as identity,
  at timestamptz not null default sanzhi_now(),
  actor text not null,
  case_id uuid,
  action text not null,
  refusals jsonb not null,
  primary key (organ, id)
);
select platform.protect('platform.refusal');

grant usage on schema platform to sanzhi_api, sanzhi_worker, sanzhi_keeper;
grant select on platform.instance, platform.simulated_clock, platform.migration to sanzhi_api, sanzhi_worker, sanzhi_keeper, sanzhi_portal;
grant usage on schema platform to sanzhi_portal;
grant insert on platform.outbox to sanzhi_api;
grant select, insert, update, delete on platform.outbox to sanzhi_worker;
grant select, insert on platform.inbox to sanzhi_api, sanzhi_worker;
grant select, insert on platform.idempotency to sanzhi_api, sanzhi_worker;
grant select, insert on platform.refusal to sanzhi_api, sanzhi_worker;
