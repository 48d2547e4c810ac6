-- Entrusted bodies (受委托组织) and dated posts: in whose staff an officer is, on what paper that body acts, and from when
-- until when somebody held a post.

-- Null: the organ's own staff. An officer of an entrusted body acts in the organ's name (行政处罚法第二十条第三款), so his row and
-- all he does belong to the organ.
alter table identity.officer add column body text references identity.organ;

-- First day on which somebody gave legal opinions in this organ or elsewhere; null where the register does not say. Who began
-- before 2018-01-01 is no first-time reviewer (行政处罚法第五十八条第二款 speaks of those who begin).
alter table identity.officer add column reviews_since date;

-- The written entrustment: its paper, its period, and the procedures it covers. Both sides publish it (第二十条第二款).
create table identity.entrustment (
  organ text not null references identity.organ,
  body text not null references identity.organ,
  -- Number of the paper (委托书).
  instrument text not null check (length(btrim(instrument)) > 0),
  -- What was entrusted, in the words of the paper, and as ids of procedures.
  scope text not null check (length(btrim(scope)) > 0),
  procedures text[] not null check (cardinality(procedures) > 0),
  valid_from date not null,
  -- Last day.
  valid_until date not null,
  published_on date,
  primary key (organ, body, instrument),
  check (body <> organ),
  check (valid_until >= valid_from)
);
select platform.protect('identity.entrustment');

-- Posts over time. `identity.officer.posts` says with which one entered; this says which are held on a day.
create table identity.appointment (
  organ text not null,
  officer_id uuid not null,
  post text not null check (post ~ '^[a-z]+(-[a-z]+)*$'),
  valid_from date not null,
  -- Last day; null while it is held.
  valid_to date,
  ground text not null default '任职',
  primary key (organ, officer_id, post, valid_from),
  foreign key (organ, officer_id) references identity.officer,
  check (valid_to >= valid_from),
  -- Who administers the system never works on cases (三员分立).
  constraint administrators_apart check (post not in ('system-admin', 'security-admin', 'audit-admin', 'importer'))
);
select platform.protect('identity.appointment');

insert into identity.appointment (organ, officer_id, post, valid_from, valid_to)
select organ, id, post, valid_from, valid_to from identity.officer cross join lateral unnest(posts) post on conflict do nothing;

create function identity.appoint_on_entry() returns trigger language plpgsql as $$
begin
  insert into identity.appointment (organ, officer_id, post, valid_from, valid_to)
  select distinct new.organ, new.id, post, new.valid_from, new.valid_to from unnest(new.posts) post on conflict do nothing;
  return null;
end $$;
create trigger appoint_on_entry after insert on identity.officer for each row execute function identity.appoint_on_entry();

-- Posts an officer holds on a day, sorted as they were entered.
create function identity.posts_on(p_organ text, p_officer uuid, p_day date) returns text[] language plpgsql stable set plan_cache_mode = force_generic_plan as $$
begin
  return coalesce((select array_agg(a.post order by array_position(o.posts, a.post) nulls last, a.post)
    from (select distinct post from identity.appointment
      where organ = p_organ and officer_id = p_officer and p_day <@ daterange(valid_from, valid_to, '[]')) a
    join identity.officer o on o.organ = p_organ and o.id = p_officer), '{}');
end $$;

-- As before, with the posts of today.
create or replace function identity.bearer_of(p_organ text, p_account uuid) returns jsonb language sql stable
security definer set search_path = identity, pg_temp as $$
  select jsonb_build_object('account', a.id, 'login', a.login, 'kind', a.kind, 'organ', a.organ, 'organName', g.name,
    'officer', o.id, 'name', coalesce(o.name, a.login),
    'posts', case when o.id is null then a.posts else identity.posts_on(a.organ, o.id, identity.legal_today()) end,
    'readable', identity.readable_from(a.organ))
  from identity.account a
  join identity.organ g on g.code = a.organ
  left join identity.officer o on o.organ = a.organ and o.id = a.officer_id
  where a.organ = p_organ and a.id = p_account and a.disabled_at is null
    and (o.id is null or identity.legal_today() <@ daterange(o.valid_from, o.valid_to, '[]'))
$$;

-- As before, with the posts of today, the body an officer belongs to, and what those bodies are entrusted with.
create or replace function identity.case_slice(p_organ text, p_case uuid, p_also text[] default '{}') returns jsonb language plpgsql set plan_cache_mode = force_generic_plan as $$
declare held jsonb; known jsonb; persons uuid[]; bodies text[]; entrusted jsonb := '[]'; today date := identity.legal_today();
begin
  select coalesce(jsonb_agg(jsonb_build_object('person', person, 'duty', duty) order by taken_at, person, duty), '[]') into held
    from identity.duty where organ = p_organ and case_id = p_case;
  -- Whoever is no officer (an account, the system) has no id of one.
  select array_agg(distinct person::uuid) into persons
    from (select jsonb_array_elements(held)->>'person' as person union all select unnest(p_also)) as named
    where person ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';
  select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name, 'certificateNumber', certificate_number,
      'certificateFrom', certificate_from, 'certificateUntil', certificate_until, 'legalQualification', legal_qualification,
      'reviewsSince', reviews_since, 'body', body,
      'posts', (select coalesce(jsonb_agg(a.post order by array_position(o.posts, a.post), a.post), '[]') from identity.appointment a
        where a.organ = p_organ and a.officer_id = o.id and today <@ daterange(a.valid_from, a.valid_to, '[]'))) order by id), '[]'),
      array_agg(distinct body) filter (where body is not null) into known, bodies
    from identity.officer o where organ = p_organ and id = any (persons);
  if bodies is not null then
    select coalesce(jsonb_agg(jsonb_build_object('body', body, 'instrument', instrument, 'scope', scope, 'procedures', procedures,
        'validFrom', valid_from, 'validUntil', valid_until) order by body, valid_from), '[]') into entrusted
      from identity.entrustment where organ = p_organ and body = any (bodies);
  end if;
  return jsonb_build_object('duties', held, 'officers', known, 'entrustments', entrusted);
end $$;

-- What was lent, with the posts the lender holds on the days of the delegation.
create or replace function identity.lent(p_organ text, p_from text, p_to text) returns jsonb language plpgsql stable as $$
begin
  return coalesce((
    select jsonb_agg(jsonb_build_object('id', d.id, 'duties', jsonb_build_array(a.post),
        'validFrom', greatest(d.valid_from, a.valid_from), 'validUntil', least(d.valid_until, a.valid_to, o.valid_to),
        'revokedAt', public.iso_instant(d.revoked_at)) order by d.granted_at, d.id, a.post)
    from identity.delegation d
      join identity.officer o on o.organ = d.organ and o.id::text = d.from_person
      join identity.appointment a on a.organ = o.organ and a.officer_id = o.id and a.post = any (d.duties)
    where d.organ = p_organ and d.from_person = p_from and d.to_person = p_to), '[]');
end $$;

create or replace function identity.lent_today(p_organ text, p_to text) returns text[] language plpgsql stable as $$
declare today date := identity.legal_today();
begin
  return coalesce((
    select array_agg(distinct a.post) from identity.delegation d
      join identity.officer o on o.organ = d.organ and o.id::text = d.from_person
      join identity.appointment a on a.organ = o.organ and a.officer_id = o.id and a.post = any (d.duties)
    where d.organ = p_organ and d.to_person = p_to and d.revoked_at is null and today between d.valid_from and d.valid_until
      and today <@ daterange(a.valid_from, a.valid_to, '[]') and today <@ daterange(o.valid_from, o.valid_to, '[]')), '{}');
end $$;

-- As before, with body, and since when somebody reviews.
create or replace function identity.enrol(p_organ text, p jsonb) returns jsonb language plpgsql
security definer set search_path = identity, pg_temp as $$
declare
  is_person boolean := p->>'kind' = 'person';
  given_posts text[] := array(select jsonb_array_elements_text(p->'posts'));
  enrolled identity.account;
begin
  update identity.account set password_hash = coalesce(p->>'passwordHash', password_hash)
    where organ = p_organ and login = p->>'login' returning * into enrolled;
  if not found then
    if is_person then
      insert into identity.officer (organ, name, certificate_number, certificate_from, certificate_until, legal_qualification, posts,
        valid_from, body, reviews_since)
      values (p_organ, p->>'name', p->>'certificateNumber', (p->>'certificateFrom')::date, (p->>'certificateUntil')::date,
        coalesce((p->>'legalQualification')::boolean, false), given_posts,
        coalesce((p->>'validFrom')::date, identity.legal_today()), p->>'body', (p->>'reviewsSince')::date)
      returning id into enrolled.officer_id;
    end if;
    insert into identity.account (organ, login, kind, officer_id, posts, password_hash)
    values (p_organ, p->>'login', p->>'kind', enrolled.officer_id, case when is_person then '{}' else given_posts end, p->>'passwordHash')
    returning * into enrolled;
  end if;
  return jsonb_build_object('account', enrolled.id, 'officer', enrolled.officer_id);
end $$;

-- An entrustment as set-up writes it: {body, instrument, scope, procedures, validFrom, validUntil, publishedOn?}. There already: kept.
create function identity.entrust(p_organ text, p jsonb) returns void language plpgsql
security definer set search_path = identity, pg_temp as $$
begin
  insert into identity.entrustment (organ, body, instrument, scope, procedures, valid_from, valid_until, published_on)
  values (p_organ, p->>'body', p->>'instrument', p->>'scope', array(select jsonb_array_elements_text(p->'procedures')),
    (p->>'validFrom')::date, (p->>'validUntil')::date, (p->>'publishedOn')::date)
  on conflict do nothing;
end $$;
revoke all on function identity.entrust(text, jsonb) from public;

grant select on identity.entrustment, identity.appointment to sanzhi_api, sanzhi_worker;
grant insert on identity.entrustment, identity.appointment to sanzhi_api;
grant update (valid_to) on identity.appointment to sanzhi_api;
grant select, insert, update on identity.entrustment, identity.appointment to sanzhi_keeper;
grant execute on function identity.posts_on(text, uuid, date) to sanzhi_keeper;
do $$
begin
  grant create on schema identity to sanzhi_keeper;
  alter function identity.entrust(text, jsonb) owner to sanzhi_keeper;
  revoke create on schema identity from sanzhi_keeper;
end $$;
