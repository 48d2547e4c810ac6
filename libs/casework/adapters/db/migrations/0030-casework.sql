-- Casework: cases, tasks, clocks with their rungs, number series.
create schema casework;

create table casework.case (
  organ text not null,
  id uuid not null,
  number text,
  procedure text not null,
  procedure_version date not null,
  state text not null,
  -- Also the number of entries in its record.
  version int not null,
  facts jsonb not null,
  opened_on date not null,
  last_acted_at timestamptz not null,
  head_sha256 text not null,
  head_sm3 text not null,
  primary key (organ, id),
  unique (organ, number)
);
create index case_by_state on casework.case (organ, state, id);
select platform.protect('casework.case');

-- A case never changes its organ, its procedure or its beginning: a transfer ends it and opens a linked one.
create function casework.keep_identity() returns trigger language plpgsql as $$
begin
  if (new.organ, new.id, new.procedure, new.opened_on) is distinct from (old.organ, old.id, old.procedure, old.opened_on)
    or (old.number is not null and new.number is distinct from old.number) or new.version <> old.version + 1 then
    raise exception 'identity of case % is never changed', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger keep_identity before update on casework.case for each row execute function casework.keep_identity();

create table casework.task (
  organ text not null,
  case_id uuid not null,
  -- Entry that opened it, and its place there.
  opened_seq int not null,
  place int not null,
  duty text not null,
  action text not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  primary key (organ, case_id, opened_seq, place)
);
create index task_open on casework.task (organ, duty, opened_at, case_id) where closed_at is null;
select platform.protect('casework.task');

create table casework.clock (
  organ text not null,
  id text not null,
  case_id uuid not null,
  subject_kind text not null,
  subject_id text not null,
  rule text not null,
  anchor_on date not null,
  length int,
  unit text not null,
  ledger jsonb not null default '[]',
  statutory_due date not null,
  safe_due date not null,
  due_at timestamptz not null,
  provisional boolean not null,
  calendar_revision text not null,
  state text not null check (state in ('running', 'done', 'superseded')),
  -- [{id, at}] in order of time; next_rung_at is the first that has not fired.
  rungs jsonb not null,
  next_rung_at timestamptz,
  ended_at timestamptz,
  primary key (organ, id)
);
-- What a superseded clock said stands in the record; nobody decides by it any more.
create index clock_of_case on casework.clock (organ, case_id) where state <> 'superseded';
create index clock_due on casework.clock (next_rung_at) where state = 'running' and next_rung_at is not null;
select platform.protect_swept('casework.clock');

-- A rung fires once: this insert is the claim.
create table casework.rung (
  organ text not null,
  clock_id text not null,
  rung text not null,
  due_at timestamptz not null,
  fired_at timestamptz not null,
  primary key (organ, clock_id, rung)
);
select platform.protect_swept('casework.rung');

create table casework.number_series (
  organ text not null,
  series text not null,
  year int not null,
  last_number int not null,
  primary key (organ, series, year)
);
select platform.protect('casework.number_series');

-- Next number of a series. Taken last in the lock order; a refused act gives it back with its rollback.
create function casework.take_number(p_organ text, p_series text, p_year int) returns int language plpgsql set plan_cache_mode = force_generic_plan as $$
declare taken int;
begin
  insert into casework.number_series as s (organ, series, year, last_number) values (p_organ, p_series, p_year, 1)
  on conflict (organ, series, year) do update set last_number = s.last_number + 1
  returning last_number into taken;
  return taken;
end $$;

-- One case with its clocks as rules see them. Locks the row when it is going to be changed.
create function casework.open_case(p_organ text, p_case uuid, p_lock boolean) returns jsonb language plpgsql set plan_cache_mode = force_generic_plan as $$
declare c casework.case;
begin
  if p_lock then
    select * into c from casework.case where organ = p_organ and id = p_case for update;
  else
    select * into c from casework.case where organ = p_organ and id = p_case;
  end if;
  if not found then return null; end if;
  return jsonb_build_object(
    'case', jsonb_build_object('id', c.id, 'organ', c.organ, 'number', c.number, 'procedure', c.procedure,
      'procedureVersion', c.procedure_version, 'state', c.state, 'version', c.version, 'facts', c.facts,
      'openedOn', c.opened_on, 'lastActedAt', iso_instant(c.last_acted_at)),
    'head', jsonb_build_object('seq', c.version, 'sha256', c.head_sha256, 'sm3', c.head_sm3),
    'clocks', coalesce((select jsonb_agg(jsonb_build_object('id', k.id, 'rule', k.rule, 'subjectKind', k.subject_kind,
        'subjectId', k.subject_id, 'state', k.state, 'anchorOn', k.anchor_on, 'statutoryDue', k.statutory_due,
        'safeDue', k.safe_due, 'provisional', k.provisional) order by k.id)
      from casework.clock k where k.organ = p_organ and k.case_id = p_case and k.state <> 'superseded'), '[]'));
end $$;

create function casework.legal_now(p_organ text) returns jsonb language plpgsql stable as $$
begin
  return jsonb_build_object('at', iso_instant(sanzhi_now()),
    'organ', (select jsonb_build_object('code', code, 'name', name, 'region', region)
      from identity.organ where code = p_organ));
end $$;

-- Writes one step: case row, entry, duties, clocks, tasks, outbox. Features add their own statements beside it.
create function casework.save_step(p_organ text, p_case uuid, s jsonb) returns void language plpgsql set plan_cache_mode = force_generic_plan as $$
declare now_at timestamptz := sanzhi_now();
begin
  if (s->>'opens')::boolean then
    insert into casework.case (organ, id, number, procedure, procedure_version, state, version, facts, opened_on,
      last_acted_at, head_sha256, head_sm3)
    values (p_organ, p_case, s->>'number', s->>'procedure', (s->>'procedureVersion')::date, s->>'state', 1, s->'facts',
      (s->>'openedOn')::date, (s->>'actedAt')::timestamptz, s->'entry'->>'sha256', s->'entry'->>'sm3');
  else
    update casework.case set state = s->>'state', version = version + 1, facts = facts || (s->'facts'),
      number = coalesce(number, s->>'number'), last_acted_at = greatest(last_acted_at, (s->>'actedAt')::timestamptz),
      head_sha256 = s->'entry'->>'sha256', head_sm3 = s->'entry'->>'sm3'
    where organ = p_organ and id = p_case and version = (s->'entry'->>'seq')::int - 1;
    if not found then raise exception 'case % has moved on', p_case using errcode = 'serialization_failure'; end if;
  end if;
  perform record.append(p_organ, p_case, s->'entry');
  if jsonb_array_length(s->'duties') > 0 then
    perform identity.take_duties(p_organ, p_case, s->'duties');
  end if;
  if (s->>'leavesState')::boolean then
    update casework.task set closed_at = now_at where organ = p_organ and case_id = p_case and closed_at is null;
    insert into casework.task (organ, case_id, opened_seq, place, duty, action, opened_at)
    select p_organ, p_case, (s->'entry'->>'seq')::int, place, t->>'duty', t->>'action', now_at
    from jsonb_array_elements(s->'tasks') with ordinality as x(t, place);
  end if;
  perform casework.move_clocks(p_organ, p_case, s->'clocks', now_at);
  if jsonb_array_length(s->'outbox') > 0 then
    insert into platform.outbox (organ, topic, key, payload)
    select p_organ, o->>'topic', o->>'key', o->'payload' from jsonb_array_elements(s->'outbox') o;
  end if;
end $$;

-- Stops and starts clocks. A second start of the same rule for the same subject supersedes the first.
create function casework.move_clocks(p_organ text, p_case uuid, c jsonb, now_at timestamptz) returns void language plpgsql as $$
begin
  if jsonb_array_length(c->'stop') > 0 then
    update casework.clock set state = 'done', ended_at = now_at, next_rung_at = null
    where organ = p_organ and case_id = p_case and state = 'running'
      and rule in (select jsonb_array_elements_text(c->'stop'));
  end if;
  if jsonb_array_length(c->'start') > 0 then
    update casework.clock k set state = 'superseded', ended_at = now_at, next_rung_at = null
    from jsonb_array_elements(c->'start') n
    where k.organ = p_organ and k.case_id = p_case and k.state = 'running'
      and k.rule = n->>'rule' and k.subject_id = n->>'subjectId';
    insert into casework.clock (organ, id, case_id, subject_kind, subject_id, rule, anchor_on, length, unit,
      statutory_due, safe_due, due_at, provisional, calendar_revision, state, rungs, next_rung_at)
    select p_organ, n->>'id', p_case, n->>'subjectKind', n->>'subjectId', n->>'rule', (n->>'anchorOn')::date,
      (n->>'length')::int, n->>'unit', (n->>'statutoryDue')::date, (n->>'safeDue')::date, (n->>'dueAt')::timestamptz, (n->>'provisional')::boolean,
      n->>'calendarRevision', 'running', n->'rungs', (n->'rungs'->0->>'at')::timestamptz
    from jsonb_array_elements(c->'start') n;
  end if;
end $$;

-- Fires what is due, in batches, whoever runs it: the rung's row is the claim, the outbox row its consequence.
create function casework.sweep(p_limit int) returns int language sql as $$
  with due as (
    select organ, id, case_id, subject_kind, subject_id, rule, rungs from casework.clock
    where state = 'running' and next_rung_at <= sanzhi_now()
    order by next_rung_at limit p_limit for update skip locked
  ), reached as (
    select d.*, r->>'id' as rung, (r->>'at')::timestamptz as due_at, place
    from due d cross join lateral jsonb_array_elements(d.rungs) with ordinality as x(r, place)
    where (r->>'at')::timestamptz <= sanzhi_now()
  ), claimed as (
    insert into casework.rung (organ, clock_id, rung, due_at, fired_at)
    select organ, id, rung, due_at, sanzhi_now() from reached
    on conflict do nothing returning organ, clock_id, rung
  ), handed as (
    insert into platform.outbox (organ, topic, key, payload)
    select r.organ, 'rung.' || r.subject_kind, r.id || '/' || r.rung,
      jsonb_build_object('clock', r.id, 'rule', r.rule, 'rung', r.rung, 'subjectKind', r.subject_kind,
        'subjectId', r.subject_id, 'caseId', r.case_id)
    from reached r join claimed c on c.organ = r.organ and c.clock_id = r.id and c.rung = r.rung
    order by r.due_at, r.place
  ), moved as (
    update casework.clock k set next_rung_at = (
      select min((r->>'at')::timestamptz) from jsonb_array_elements(k.rungs) r where (r->>'at')::timestamptz > sanzhi_now())
    from due where k.organ = due.organ and k.id = due.id
  )
  select count(*)::int from claimed
$$;

grant usage on schema casework to sanzhi_api, sanzhi_worker;
grant select, insert, update on casework.case, casework.task, casework.clock, casework.number_series to sanzhi_api, sanzhi_worker;
grant select on casework.rung to sanzhi_api;
grant select, insert on casework.rung to sanzhi_worker;
