-- What the law may know of persons, as before, without taking apart what was just put together.
drop function identity.case_slice(text, uuid, text[]);
create function identity.case_slice(p_organ text, p_case uuid, p_also text[] default '{}') returns json
language plpgsql set plan_cache_mode = force_generic_plan as $$
declare held json; known json; entrusted json; persons text[]; bodies text[]; today date := identity.legal_today();
begin
  select json_agg(json_build_object('person', person, 'duty', duty) order by taken_at, person, duty), array_agg(person)
    into held, persons
    from identity.duty where organ = p_organ and case_id = p_case;
  -- Whoever is no officer (an account, the system) has no id of one.
  select json_agg(json_build_object('id', id, 'name', name, 'certificateNumber', certificate_number,
      'certificateFrom', certificate_from, 'certificateUntil', certificate_until, 'legalQualification', legal_qualification,
      'reviewsSince', reviews_since, 'body', body,
      'posts', (select coalesce(json_agg(a.post order by array_position(o.posts, a.post), a.post), '[]') from identity.appointment a
        where a.organ = p_organ and a.officer_id = o.id and today <@ daterange(a.valid_from, a.valid_to, '[]'))) order by id),
      array_agg(distinct body) filter (where body is not null) into known, bodies
    from identity.officer o where organ = p_organ and id = any (array(
      select person::uuid from unnest(persons || p_also) as named (person)
      where length(person) = 36 and person ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'));
  if bodies is not null then
    select json_agg(json_build_object('body', body, 'instrument', instrument, 'scope', scope, 'procedures', procedures,
        'validFrom', valid_from, 'validUntil', valid_until) order by body, valid_from) into entrusted
      from identity.entrustment where organ = p_organ and body = any (bodies);
  end if;
  return json_build_object('duties', coalesce(held, '[]'), 'officers', coalesce(known, '[]'), 'entrustments', coalesce(entrusted, '[]'));
end $$;
