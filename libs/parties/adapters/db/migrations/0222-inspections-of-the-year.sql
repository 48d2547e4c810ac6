-- Sources of the inspections of a party that were approved or done in the calendar year of today, for the yearly cap; one
-- that was refused, or found the premises closed, is none. Who plans waits for who plans the same at the same moment.
create function parties.inspections_of_the_year(p_organ text, p_party jsonb) returns jsonb language plpgsql as $$
declare
  its_code text := nullif(p_party->>'code', '');
  its_number text := nullif(p_party->>'idNumber', '');
begin
  perform pg_advisory_xact_lock(hashtextextended(concat_ws('/', 'inspection', p_organ, coalesce(its_code, its_number, p_party->>'name')), 0));
  return coalesce((
    select jsonb_agg(c.facts->'plan'->>'source' order by c.id)
    from parties.party p
      join parties.case_party cp on cp.organ = p.organ and cp.party_id = p.id and cp.role = 'party'
      join casework.case c on c.organ = cp.organ and c.id = cp.case_id
    where p.organ = p_organ and c.procedure = 'inspection-routine' and c.state not in ('not-approved', 'gone')
      and case when its_code is not null then p.code = its_code
        when its_number is not null then p.code is null and p.id_number = its_number
        else p.code is null and p.id_number is null and p.name = p_party->>'name' and p.address = p_party->>'address' end
      and date_trunc('year', c.opened_on) = date_trunc('year', identity.legal_today())), '[]');
end $$;
