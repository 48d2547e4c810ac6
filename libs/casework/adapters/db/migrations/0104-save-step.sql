-- The hot path: what every step loads and saves, with values apart and nothing written twice.

-- One case with its clocks as rules see them. Locks the row when it is going to be changed.
drop function casework.open_case(text, uuid, boolean);
create function casework.open_case(p_organ text, p_case uuid, p_lock boolean) returns json
language plpgsql set plan_cache_mode = force_generic_plan as $$
declare c casework.case; running json;
begin
  if p_lock then
    select * into c from casework.case where organ = p_organ and id = p_case for update;
  else
    select * into c from casework.case where organ = p_organ and id = p_case;
  end if;
  if not found then return null; end if;
  -- A statement of its own: it sees what was committed while the lock was waited for.
  select json_agg(json_build_object('id', k.id, 'rule', k.rule, 'subjectKind', k.subject_kind, 'subjectId', k.subject_id,
      'state', k.state, 'anchorOn', k.anchor_on, 'statutoryDue', k.statutory_due, 'safeDue', k.safe_due,
      'provisional', k.provisional) order by k.id) into running
    from casework.clock k where k.organ = p_organ and k.case_id = p_case and k.state <> 'superseded';
  return json_build_object(
    'case', json_build_object('id', c.id, 'organ', c.organ, 'number', c.number, 'procedure', c.procedure,
      'procedureVersion', c.procedure_version, 'state', c.state, 'version', c.version, 'facts', c.facts,
      'openedOn', c.opened_on, 'lastActedAt', iso_instant(c.last_acted_at)),
    'head', json_build_object('seq', c.version, 'sha256', c.head_sha256, 'sm3', c.head_sm3),
    'clocks', coalesce(running, '[]'));
end $$;

-- Legal time, and the organ as the packs see it.
drop function casework.legal_now(text);
create function casework.legal_now(p_organ text) returns json language plpgsql stable set plan_cache_mode = force_generic_plan as $$
declare its_name text; its_region text;
begin
  select name, region into its_name, its_region from identity.organ where code = p_organ;
  return json_build_object('at', iso_instant(sanzhi_now()),
    'organ', case when found then json_build_object('code', p_organ, 'name', its_name, 'region', its_region) end);
end $$;

-- Writes one step: case row, entry, and what `p_more` names: {opens: {procedure, version, on}} for a new case, duties,
-- tasks (when the state is left), clocks {stop, start}, outbox. Instants of tasks and clocks are that of the entry.
-- Features add their own calls beside it.
drop function casework.save_step(text, uuid, jsonb);
create function casework.save_step(p_organ text, p_case uuid, p_seq int, p_prev text, p_sha256 text, p_sm3 text, p_header text,
  p_payload text, p_salt text, p_action text, p_actor text, p_acted_at timestamptz, p_recorded_at timestamptz,
  p_state text, p_facts jsonb, p_number text, p_more jsonb)
returns void language plpgsql set plan_cache_mode = force_generic_plan as $$
begin
  if p_more ? 'opens' then
    insert into casework.case (organ, id, number, procedure, procedure_version, state, version, facts, opened_on,
      last_acted_at, head_sha256, head_sm3)
    values (p_organ, p_case, p_number, p_more->'opens'->>'procedure', (p_more->'opens'->>'version')::date, p_state, 1, p_facts,
      (p_more->'opens'->>'on')::date, p_acted_at, p_sha256, p_sm3);
  else
    update casework.case set state = p_state, version = version + 1, facts = facts || p_facts,
      number = coalesce(number, p_number), last_acted_at = greatest(last_acted_at, p_acted_at),
      head_sha256 = p_sha256, head_sm3 = p_sm3
    where organ = p_organ and id = p_case and version = p_seq - 1;
    if not found then raise exception 'case % has moved on', p_case using errcode = 'serialization_failure'; end if;
  end if;
  perform record.append(p_organ, p_case, p_seq, p_prev, p_sha256, p_sm3, p_header, p_payload, p_salt, p_action, p_actor,
    p_acted_at, p_recorded_at);
  if p_more ? 'duties' then perform identity.take_duties(p_organ, p_case, p_more->'duties'); end if;
  if p_more ? 'tasks' then
    update casework.task set closed_at = p_recorded_at where organ = p_organ and case_id = p_case and closed_at is null;
    insert into casework.task (organ, case_id, opened_seq, place, duty, action, opened_at)
    select p_organ, p_case, p_seq, place, t->>'duty', t->>'action', p_recorded_at
    from jsonb_array_elements(p_more->'tasks') with ordinality as x(t, place);
  end if;
  if p_more ? 'clocks' then perform casework.move_clocks(p_organ, p_case, p_more->'clocks', p_recorded_at); end if;
  if p_more ? 'outbox' then
    insert into platform.outbox (organ, topic, key, payload)
    select p_organ, o->>'topic', o->>'key', o->'payload' from jsonb_array_elements(p_more->'outbox') o;
  end if;
end $$;

alter function casework.move_clocks(text, uuid, jsonb, timestamptz) set plan_cache_mode = force_generic_plan;
