-- Penalties of the parties of a case in other cases of the organ, oldest first: for the rules against a second fine
-- (行政处罚法第二十九条) and for the first offence (第三十三条第一款). Read under the same policies as cases.
create function parties.earlier_penalties(p_organ text, p_case uuid) returns jsonb language plpgsql as $$
begin
  return jsonb_build_object('earlier', coalesce((
    select jsonb_agg(jsonb_build_object('caseId', c.id, 'number', c.number, 'offence', c.facts->'clue'->>'offence',
        'offenceId', c.facts->'clue'->>'offenceId', 'conductEndedOn', c.facts->'clue'->>'conductEndedOn',
        'decidedOn', c.facts->'decision'->>'decidedOn', 'kinds', coalesce(c.facts->'decision'->'kinds', '[]'),
        'fineFen', coalesce((c.facts->'decision'->>'fineFen')::bigint, 0)) order by c.facts->'decision'->>'decidedOn', c.id)
    from (select distinct other.case_id from parties.case_party mine
      join parties.case_party other on other.organ = mine.organ and other.party_id = mine.party_id and other.role = 'party'
      where mine.organ = p_organ and mine.case_id = p_case and mine.role = 'party' and other.case_id <> p_case) o
    join casework.case c on c.organ = p_organ and c.id = o.case_id
    where c.facts->'decision'->>'decidedOn' is not null), '[]'));
end $$;
