-- Joins of parties and cases under their policies are worth a scan of the organ to a planner that has no statistics yet, and
-- one plan is kept (ADR 10). Asked one after the other, by keys, there is nothing to choose.

-- Cases in which one of these is the party.
create function parties.cases_of(p_organ text, p_files uuid[]) returns uuid[]
language plpgsql set plan_cache_mode = force_generic_plan as $$
begin
  return array(select distinct case_id from parties.case_party where organ = p_organ and party_id = any (p_files) and role = 'party');
end $$;

create or replace function parties.earlier_penalties(p_organ text, p_case uuid) returns jsonb
language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  files uuid[] := array(select party_id from parties.case_party where organ = p_organ and case_id = p_case and role = 'party');
  others uuid[] := array_remove(parties.cases_of(p_organ, files), p_case);
begin
  if others = '{}' then return '{"earlier": []}'; end if;
  return jsonb_build_object('earlier', coalesce((
    select jsonb_agg(jsonb_build_object('caseId', c.id, 'number', c.number, 'offence', c.facts->'clue'->>'offence',
        'offenceId', c.facts->'clue'->>'offenceId', 'conductEndedOn', c.facts->'clue'->>'conductEndedOn',
        'decidedOn', c.facts->'decision'->>'decidedOn', 'kinds', coalesce(c.facts->'decision'->'kinds', '[]'),
        'fineFen', coalesce((c.facts->'decision'->>'fineFen')::bigint, 0)) order by c.facts->'decision'->>'decidedOn', c.id)
    from casework.case c
    where c.organ = p_organ and c.id = any (others) and c.facts->'decision'->>'decidedOn' is not null), '[]'));
end $$;

create or replace function parties.open_clues(p_organ text, p_party jsonb, p_clue jsonb) returns jsonb
language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  its_key text := coalesce(nullif(p_party->>'code', ''), nullif(p_party->>'idNumber', ''), concat(p_party->>'name', '/', p_party->>'address'));
  files uuid[];
  others uuid[];
begin
  perform pg_advisory_xact_lock(hashtextextended(concat_ws('/', 'open-clue', p_organ, its_key), 0));
  files := parties.files_of(p_organ, p_party);
  if files is null then return '[]'; end if;
  others := parties.cases_of(p_organ, files);
  return coalesce((
    select jsonb_agg(jsonb_build_object('caseId', c.id, 'number', c.number, 'state', c.state, 'openedOn', c.opened_on) order by c.id)
    from casework.case c
    where c.organ = p_organ and c.id = any (others) and c.state in ('clue', 'filing')
      and (c.facts->'clue'->>'offence' = p_clue->>'offence' or c.facts->'clue'->>'offenceId' = p_clue->>'offenceId')), '[]');
end $$;

create or replace function parties.inspections_of_the_year(p_organ text, p_party jsonb) returns jsonb
language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  its_key text := coalesce(nullif(p_party->>'code', ''), nullif(p_party->>'idNumber', ''), p_party->>'name');
  files uuid[];
  others uuid[];
begin
  perform pg_advisory_xact_lock(hashtextextended(concat_ws('/', 'inspection', p_organ, its_key), 0));
  files := parties.files_of(p_organ, p_party);
  if files is null then return '[]'; end if;
  others := parties.cases_of(p_organ, files);
  return coalesce((
    select jsonb_agg(c.facts->'plan'->>'source' order by c.id)
    from casework.case c
    where c.organ = p_organ and c.id = any (others) and c.procedure = 'inspection-routine' and c.state not in ('not-approved', 'gone')
      and date_trunc('year', c.opened_on) = date_trunc('year', identity.legal_today())), '[]');
end $$;
