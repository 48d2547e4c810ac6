-- Clues that are open about the same party and offence when another tip comes in: by its code, by the number of its papers,
-- or, where it has neither, by name and address together. Whoever registers waits for whoever registers the same at the same
-- moment, so that two tips of one minute are seen too. Read under the same policies as cases.
create function parties.open_clues(p_organ text, p_party jsonb, p_clue jsonb) returns jsonb language plpgsql as $$
declare
  its_code text := nullif(p_party->>'code', '');
  its_number text := nullif(p_party->>'idNumber', '');
  its_key text := coalesce(its_code, its_number, concat(p_party->>'name', '/', p_party->>'address'));
begin
  perform pg_advisory_xact_lock(hashtextextended(concat_ws('/', 'open-clue', p_organ, its_key), 0));
  return coalesce((
    select jsonb_agg(jsonb_build_object('caseId', c.id, 'number', c.number, 'state', c.state, 'openedOn', c.opened_on) order by c.id)
    from parties.party p
      join parties.case_party cp on cp.organ = p.organ and cp.party_id = p.id and cp.role = 'party'
      join casework.case c on c.organ = cp.organ and c.id = cp.case_id
    where p.organ = p_organ and c.state in ('clue', 'filing')
      and case when its_code is not null then p.code = its_code
        when its_number is not null then p.code is null and p.id_number = its_number
        else p.code is null and p.id_number is null and p.name = p_party->>'name' and p.address = p_party->>'address' end
      and (c.facts->'clue'->>'offence' = p_clue->>'offence' or c.facts->'clue'->>'offenceId' = p_clue->>'offenceId')), '[]');
end $$;
create index party_name on parties.party (organ, name) where code is null and id_number is null;
