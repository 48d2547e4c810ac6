-- The questions asked when a case is opened, with the party found first: by whichever it is known by, each its own index.
-- In one statement with a `case` over the three ways, that statement had to be planned anew at every opening (ADR 10).

-- Files of a party as a form names it ({code?, idNumber?, name, address}): by its code, else the number of its papers, else
-- name and address.
create function parties.files_of(p_organ text, p_party jsonb) returns uuid[]
language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  its_code text := nullif(p_party->>'code', '');
  its_number text := nullif(p_party->>'idNumber', '');
  its_name text := p_party->>'name';
  its_address text := p_party->>'address';
  files uuid[];
begin
  if its_code is not null then
    select array_agg(id) into files from parties.party where organ = p_organ and code = its_code;
  elsif its_number is not null then
    select array_agg(id) into files from parties.party
      where organ = p_organ and kind in ('person', 'organization', 'individual-business') and code is null and id_number = its_number;
  else
    select array_agg(id) into files from parties.party
      where organ = p_organ and code is null and id_number is null and name = its_name and address = its_address;
  end if;
  return files;
end $$;

create or replace function parties.open_clues(p_organ text, p_party jsonb, p_clue jsonb) returns jsonb
language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  its_key text := coalesce(nullif(p_party->>'code', ''), nullif(p_party->>'idNumber', ''), concat(p_party->>'name', '/', p_party->>'address'));
  files uuid[];
begin
  perform pg_advisory_xact_lock(hashtextextended(concat_ws('/', 'open-clue', p_organ, its_key), 0));
  files := parties.files_of(p_organ, p_party);
  if files is null then return '[]'; end if;
  return coalesce((
    select jsonb_agg(jsonb_build_object('caseId', c.id, 'number', c.number, 'state', c.state, 'openedOn', c.opened_on) order by c.id)
    from parties.case_party cp join casework.case c on c.organ = cp.organ and c.id = cp.case_id
    where cp.organ = p_organ and cp.party_id = any (files) and cp.role = 'party' and c.state in ('clue', 'filing')
      and (c.facts->'clue'->>'offence' = p_clue->>'offence' or c.facts->'clue'->>'offenceId' = p_clue->>'offenceId')), '[]');
end $$;

create or replace function parties.inspections_of_the_year(p_organ text, p_party jsonb) returns jsonb
language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  its_key text := coalesce(nullif(p_party->>'code', ''), nullif(p_party->>'idNumber', ''), p_party->>'name');
  files uuid[];
begin
  perform pg_advisory_xact_lock(hashtextextended(concat_ws('/', 'inspection', p_organ, its_key), 0));
  files := parties.files_of(p_organ, p_party);
  if files is null then return '[]'; end if;
  return coalesce((
    select jsonb_agg(c.facts->'plan'->>'source' order by c.id)
    from parties.case_party cp join casework.case c on c.organ = cp.organ and c.id = cp.case_id
    where cp.organ = p_organ and cp.party_id = any (files) and cp.role = 'party'
      and c.procedure = 'inspection-routine' and c.state not in ('not-approved', 'gone')
      and date_trunc('year', c.opened_on) = date_trunc('year', identity.legal_today())), '[]');
end $$;
