-- Delegation (职责委托): who acts for whom, in which duties, from when until when, on what ground. An act for somebody else
-- without such a row is refused, and counts in the matrix of forbidden pairs for both.
create table identity.delegation (
  organ text not null references identity.organ,
  id uuid not null default gen_random_uuid(),
  -- Officer ids: for whom, and who acts.
  from_person text not null,
  to_person text not null,
  duties text[] not null check (cardinality(duties) > 0),
  valid_from date not null,
  -- Last day.
  valid_until date not null,
  ground text not null check (length(btrim(ground)) > 0),
  granted_by text not null,
  granted_at timestamptz not null default sanzhi_now(),
  revoked_at timestamptz,
  revoked_by text,
  revoked_ground text,
  primary key (organ, id),
  check (from_person <> to_person),
  check (valid_until >= valid_from),
  check (num_nulls(revoked_at, revoked_by, revoked_ground) in (0, 3))
);
create index delegation_of_pair on identity.delegation (organ, from_person, to_person);
create index delegation_to on identity.delegation (organ, to_person);
select platform.protect('identity.delegation');

-- A delegation is ended once, and nothing else about it ever changes.
create function identity.ended_once() returns trigger language plpgsql as $$
begin
  if old.revoked_at is not null or (new.organ, new.id, new.from_person, new.to_person, new.duties, new.valid_from, new.valid_until,
      new.ground, new.granted_by, new.granted_at) is distinct from (old.organ, old.id, old.from_person, old.to_person, old.duties,
      old.valid_from, old.valid_until, old.ground, old.granted_by, old.granted_at) then
    raise exception 'delegation % is never changed, only ended once', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger ended_once before update on identity.delegation for each row execute function identity.ended_once();

-- What one officer lent to another: [{id, duties, validFrom, validUntil, revokedAt}]. Only duties that the lender is
-- appointed to himself (nothing lent is lent on), and only while he is in the organ's service.
create function identity.lent(p_organ text, p_from text, p_to text) returns jsonb language plpgsql stable as $$
begin
  return coalesce((
    select jsonb_agg(jsonb_build_object('id', d.id,
        'duties', (select coalesce(jsonb_agg(duty order by duty), '[]') from unnest(d.duties) duty where duty = any (o.posts)),
        'validFrom', greatest(d.valid_from, o.valid_from), 'validUntil', least(d.valid_until, o.valid_to),
        'revokedAt', public.iso_instant(d.revoked_at)) order by d.granted_at, d.id)
    from identity.delegation d join identity.officer o on o.organ = d.organ and o.id::text = d.from_person
    where d.organ = p_organ and d.from_person = p_from and d.to_person = p_to), '[]');
end $$;

-- Duties somebody may act in for others on the legal day of today: what his desk shows besides his own.
create function identity.lent_today(p_organ text, p_to text) returns text[] language plpgsql stable as $$
begin
  return coalesce((
    select array_agg(distinct duty) from identity.delegation d
      join identity.officer o on o.organ = d.organ and o.id::text = d.from_person
      cross join lateral unnest(d.duties) duty
    where d.organ = p_organ and d.to_person = p_to and d.revoked_at is null and duty = any (o.posts)
      and identity.legal_today() between d.valid_from and d.valid_until
      and identity.legal_today() <@ daterange(o.valid_from, o.valid_to, '[]')), '{}');
end $$;

grant select, insert on identity.delegation to sanzhi_api;
grant update (revoked_at, revoked_by, revoked_ground) on identity.delegation to sanzhi_api;
grant select on identity.delegation to sanzhi_worker;
