-- Measures on things (先行登记保存、查封、扣押): each is an object of its own beside the road of the case, with its items. What was
-- asked for, decided, taken and disposed of stands for ever; its terms are clocks of the subject 'measure'.
create schema evidence;

create table evidence.measure (
  organ text not null,
  case_id uuid not null,
  -- m1, m2 …: its place among the measures of the case.
  id text not null check (id ~ '^m[1-9][0-9]*$'),
  kind text not null check (kind in ('registration', 'sealing', 'seizure')),
  urgent boolean not null,
  -- {reason, power: {level, citation} | null, place, keeper}
  asked jsonb not null,
  asked_by text not null,
  asked_at timestamptz not null,
  decision text check (decision in ('approved', 'refused')),
  decided_by text,
  decided_at timestamptz,
  -- How it was carried out: officers, hand-over, telling, witness.
  taken jsonb,
  taken_at timestamptz,
  -- 24 hours were over without the head's decision; the term was over with items still held.
  unapproved_at timestamptz,
  lapsed_at timestamptz,
  ended_at timestamptz,
  primary key (organ, case_id, id),
  check (num_nulls(decision, decided_by, decided_at) in (0, 3)),
  check (num_nulls(taken, taken_at) in (0, 2)),
  -- Nothing is registered before the head approved it; only a coercive measure may be urgent.
  check (urgent or taken_at is null or decision = 'approved'),
  check (not urgent or kind <> 'registration'),
  check (ended_at is null or taken_at is not null)
);
select platform.protect('evidence.measure');
select identity.close_to_recused('evidence.measure', 'case_id');

create table evidence.measure_item (
  organ text not null,
  case_id uuid not null,
  measure text not null,
  -- m1-1, m1-2 …
  id text not null,
  place int not null,
  name text not null,
  quantity numeric not null check (quantity > 0),
  unit text not null,
  mark text,
  disposal text check (disposal in ('returned', 'copied', 'tested', 'seized', 'confiscated', 'destroyed', 'transferred')),
  -- {reason, into?, receiver?, by}
  disposed jsonb,
  disposed_at timestamptz,
  primary key (organ, case_id, measure, id),
  foreign key (organ, case_id, measure) references evidence.measure,
  check (num_nulls(disposal, disposed, disposed_at) in (0, 3))
);
select platform.protect('evidence.measure_item');
select identity.close_to_recused('evidence.measure_item', 'case_id');

-- Written once: what is there is never changed, nor taken away.
create function evidence.written_once() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or exists (
    select from jsonb_each(to_jsonb(old)) o where o.value <> 'null' and o.value is distinct from to_jsonb(new)->o.key) then
    raise exception 'what was written of %.% is never changed', tg_table_schema, tg_table_name using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger written_once before update or delete on evidence.measure for each row execute function evidence.written_once();
create trigger written_once before update or delete on evidence.measure_item for each row execute function evidence.written_once();

-- A measure with its items: {id, kind, urgent, asked, by, at, items: [{id, name, quantity, unit, mark?}], taken?}. With `taken`
-- it was carried out at once.
create function evidence.ask_measure(p_organ text, p_case uuid, p jsonb) returns void language plpgsql as $$
begin
  insert into evidence.measure (organ, case_id, id, kind, urgent, asked, asked_by, asked_at, taken, taken_at)
  values (p_organ, p_case, p->>'id', p->>'kind', (p->>'urgent')::boolean, p->'asked', p->>'by', (p->>'at')::timestamptz,
    nullif(p->'taken', 'null'), case when p->'taken' <> 'null' then (p->>'at')::timestamptz end);
  insert into evidence.measure_item (organ, case_id, measure, id, place, name, quantity, unit, mark)
  select p_organ, p_case, p->>'id', i->>'id', place, i->>'name', (i->>'quantity')::numeric, i->>'unit', i->>'mark'
  from jsonb_array_elements(p->'items') with ordinality as x(i, place);
end $$;

-- The head's decision: {id, decision, by, at}.
create function evidence.decide_measure(p_organ text, p_case uuid, p jsonb) returns void language plpgsql as $$
begin
  update evidence.measure set decision = p->>'decision', decided_by = p->>'by', decided_at = (p->>'at')::timestamptz
  where organ = p_organ and case_id = p_case and id = p->>'id';
  if not found then raise exception 'case % has no measure %', p_case, p->>'id'; end if;
end $$;

-- Carried out: {id, taken, at}.
create function evidence.take_measure(p_organ text, p_case uuid, p jsonb) returns void language plpgsql as $$
begin
  update evidence.measure set taken = p->'taken', taken_at = (p->>'at')::timestamptz
  where organ = p_organ and case_id = p_case and id = p->>'id';
  if not found then raise exception 'case % has no measure %', p_case, p->>'id'; end if;
end $$;

-- Some of its items are no longer held: {id, items, disposal, disposed, at}. With the last one the measure ends.
create function evidence.dispose(p_organ text, p_case uuid, p jsonb) returns void language plpgsql as $$
declare wanted int := jsonb_array_length(p->'items'); done int;
begin
  update evidence.measure_item set disposal = p->>'disposal', disposed = p->'disposed', disposed_at = (p->>'at')::timestamptz
  where organ = p_organ and case_id = p_case and measure = p->>'id' and disposal is null
    and id in (select jsonb_array_elements_text(p->'items'));
  get diagnostics done = row_count;
  if done <> wanted then raise exception 'measure % of case % does not hold all of %', p->>'id', p_case, p->'items'; end if;
  update evidence.measure m set ended_at = (p->>'at')::timestamptz
  where m.organ = p_organ and m.case_id = p_case and m.id = p->>'id' and not exists (
    select from evidence.measure_item i where i.organ = m.organ and i.case_id = m.case_id and i.measure = m.id and i.disposal is null);
end $$;

-- A term is over and nothing was done: {id, what: approval | term, at}. Noted once.
create function evidence.note_lapse(p_organ text, p_case uuid, p jsonb) returns void language plpgsql as $$
begin
  update evidence.measure set
    unapproved_at = case when p->>'what' = 'approval' then coalesce(unapproved_at, (p->>'at')::timestamptz) else unapproved_at end,
    lapsed_at = case when p->>'what' = 'term' then coalesce(lapsed_at, (p->>'at')::timestamptz) else lapsed_at end
  where organ = p_organ and case_id = p_case and id = p->>'id';
end $$;

-- What rules see of a case: its measures in their order, each with its items.
create function evidence.slice(p_organ text, p_case uuid) returns jsonb language plpgsql set plan_cache_mode = force_generic_plan as $$
begin
  return jsonb_build_object('measures', coalesce((
    select jsonb_agg(jsonb_build_object('id', m.id, 'kind', m.kind, 'urgent', m.urgent, 'asked', m.asked, 'askedAt', iso_instant(m.asked_at),
        'decision', m.decision, 'decidedBy', m.decided_by, 'decidedAt', iso_instant(m.decided_at), 'takenAt', iso_instant(m.taken_at),
        'unapprovedAt', iso_instant(m.unapproved_at), 'lapsedAt', iso_instant(m.lapsed_at), 'endedAt', iso_instant(m.ended_at),
        'items', (select jsonb_agg(jsonb_build_object('id', i.id, 'name', i.name, 'quantity', i.quantity, 'unit', i.unit, 'mark', i.mark,
            'disposal', i.disposal, 'disposedAt', iso_instant(i.disposed_at)) order by i.place)
          from evidence.measure_item i where i.organ = m.organ and i.case_id = m.case_id and i.measure = m.id))
      order by m.asked_at, length(m.id), m.id)
    from evidence.measure m where m.organ = p_organ and m.case_id = p_case), '[]'));
end $$;

grant usage on schema evidence to sanzhi_api, sanzhi_worker;
grant select, insert on evidence.measure, evidence.measure_item to sanzhi_api, sanzhi_worker;
grant update (decision, decided_by, decided_at, taken, taken_at, unapproved_at, lapsed_at, ended_at) on evidence.measure to sanzhi_api, sanzhi_worker;
grant update (disposal, disposed, disposed_at) on evidence.measure_item to sanzhi_api, sanzhi_worker;
