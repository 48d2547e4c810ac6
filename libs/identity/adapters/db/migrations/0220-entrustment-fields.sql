-- What an entrustment covers by field, that it is no chain, and who is in service.

-- Fields (专业) of the paper; null covers all that its procedures are about.
alter table identity.entrustment add column disciplines text[] check (cardinality(disciplines) > 0);

-- Who acts on a paper gives none (行政处罚法第二十条第四款: 不得再委托其他组织或者个人).
create function identity.no_sub_entrustment() returns trigger language plpgsql as $$
begin
  if (select kind from identity.organ where code = new.organ) = 'entrusted' then
    raise exception '受委托组织不得再委托其他组织或者个人实施行政处罚' using errcode = 'check_violation', constraint = 'no_sub_entrustment';
  end if;
  return new;
end $$;
create trigger no_sub_entrustment before insert or update on identity.entrustment for each row execute function identity.no_sub_entrustment();

-- As before, with the fields.
create or replace function identity.entrust(p_organ text, p jsonb) returns void language plpgsql
security definer set search_path = identity, pg_temp as $$
begin
  insert into identity.entrustment (organ, body, instrument, scope, procedures, disciplines, valid_from, valid_until, published_on)
  values (p_organ, p->>'body', p->>'instrument', p->>'scope', array(select jsonb_array_elements_text(p->'procedures')),
    case when jsonb_typeof(p->'disciplines') = 'array' then array(select jsonb_array_elements_text(p->'disciplines')) end,
    (p->>'validFrom')::date, (p->>'validUntil')::date, (p->>'publishedOn')::date)
  on conflict do nothing;
end $$;

-- As before, with what a paper covers and when it was made public, and who is in service.
create or replace function identity.case_slice(p_organ text, p_case uuid, p_also text[] default '{}') returns json
language plpgsql set plan_cache_mode = force_generic_plan as $$
declare held json; known json; entrusted json; persons text[]; bodies text[]; today date := identity.legal_today();
begin
  select json_agg(json_build_object('person', person, 'duty', duty) order by taken_at, person, duty), array_agg(person)
    into held, persons
    from identity.duty where organ = p_organ and case_id = p_case;
  -- Whoever is no officer (an account, the system) has no id of one.
  select json_agg(json_build_object('id', id, 'name', name, 'certificateNumber', certificate_number,
      'certificateFrom', certificate_from, 'certificateUntil', certificate_until, 'legalQualification', legal_qualification,
      'reviewsSince', reviews_since, 'body', body, 'inService', today <@ daterange(valid_from, valid_to, '[]'),
      'posts', (select coalesce(json_agg(a.post order by array_position(o.posts, a.post), a.post), '[]') from identity.appointment a
        where a.organ = p_organ and a.officer_id = o.id and today <@ daterange(a.valid_from, a.valid_to, '[]'))) order by id),
      array_agg(distinct body) filter (where body is not null) into known, bodies
    from identity.officer o where organ = p_organ and id = any (array(
      select person::uuid from unnest(persons || p_also) as named (person)
      where length(person) = 36 and person ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'));
  if bodies is not null then
    select json_agg(json_build_object('body', body, 'instrument', instrument, 'scope', scope, 'procedures', procedures,
        'disciplines', disciplines, 'publishedOn', published_on, 'validFrom', valid_from, 'validUntil', valid_until)
        order by body, valid_from) into entrusted
      from identity.entrustment where organ = p_organ and body = any (bodies);
  end if;
  return json_build_object('duties', coalesce(held, '[]'), 'officers', coalesce(known, '[]'), 'entrustments', coalesce(entrusted, '[]'));
end $$;
