-- Identity (执法主体、人员、账号、会话、职责): who may act, in whose name, and what one person may not do twice in a case.
-- Every period is closed: `valid_from` is its first day, `valid_to` its last; null is open.
create schema identity;
grant usage on schema identity to sanzhi_api, sanzhi_worker, sanzhi_keeper;

-- The tree of organs. Published by law (行政执法主体公告), and what everybody must read to know whose rows he may read.
-- not a tenant table: it says which tenants there are and how they hang together.
create table identity.organ (
  code text primary key check (code ~ '^[A-Za-z0-9][A-Za-z0-9-]{0,63}$'),
  name text not null check (length(btrim(name)) > 0),
  parent_code text references identity.organ deferrable initially deferred,
  region text not null check (region ~ '^([0-9]{6}|[0-9]{9}|[0-9]{12})$'),
  level text not null check (level in ('nation', 'province', 'city', 'district', 'county')),
  kind text not null default 'authority' check (kind in ('authority', 'entrusted')),
  valid_from date,
  valid_to date,
  check (valid_to >= valid_from),
  -- 行政处罚法第二十条: an entrusted body acts in the name of the organ above it, so there must be one.
  check (kind = 'authority' or parent_code is not null)
);
create index organ_children on identity.organ (parent_code);

-- The organ and everything below it on one day, sorted; empty when the organ itself was not there. Ends on circles too.
create function identity.subtree(p_code text, p_on date) returns text[] language sql stable as $$
  with recursive below as (
    select code from identity.organ where code = p_code and p_on <@ daterange(valid_from, valid_to, '[]')
    union
    select child.code from identity.organ child join below on child.parent_code = below.code
      where p_on <@ daterange(child.valid_from, child.valid_to, '[]')
  )
  select coalesce(array_agg(code order by code), '{}') from below
$$;

-- The legal day in Shanghai.
create function identity.legal_today() returns date language sql stable as $$
  select (public.sanzhi_now() at time zone 'Asia/Shanghai')::date
$$;

-- Organs whose rows the officers of an organ may read: its own, and those of the bodies it entrusted, for whose acts it
-- answers (行政处罚法第二十条). What a superior organ may see beyond counts needs a ground of its own.
create function identity.readable_from(p_code text) returns text[] language sql stable as $$
  select array_agg(code order by code) from identity.organ
  where code = p_code
    or (parent_code = p_code and kind = 'entrusted' and identity.legal_today() <@ daterange(valid_from, valid_to, '[]'))
$$;

-- Adds an organ or brings it up to date: {code, name, parentCode?, region, level, kind?, validFrom?, validTo?}; kind and
-- period stay as they were where they are not given. A parent may come later in the same transaction.
-- Returns `added`, `changed` or `same`.
create function identity.put_organ(p jsonb) returns text language plpgsql
security definer set search_path = identity, pg_temp as $$
declare
  before identity.organ;
  wanted identity.organ;
begin
  -- Two at once could close a circle that neither of them sees.
  lock table identity.organ in share row exclusive mode;
  select * into before from identity.organ where code = p->>'code';
  wanted := row(p->>'code', p->>'name', p->>'parentCode', p->>'region', p->>'level',
    coalesce(p->>'kind', before.kind, 'authority'), coalesce((p->>'validFrom')::date, before.valid_from),
    coalesce((p->>'validTo')::date, before.valid_to));
  if wanted.parent_code = any (array(
      with recursive below as (
        select wanted.code as code
        union
        select child.code from identity.organ child join below on child.parent_code = below.code
      ) select code from below)) then
    raise exception 'organ % would stand above itself', wanted.code using errcode = 'check_violation', constraint = 'organ_no_circle';
  end if;
  if before is not distinct from wanted then return 'same'; end if;
  insert into identity.organ values (wanted.*)
  on conflict (code) do update set name = excluded.name, parent_code = excluded.parent_code, region = excluded.region,
    level = excluded.level, kind = excluded.kind, valid_from = excluded.valid_from, valid_to = excluded.valid_to;
  return case when before.code is null then 'added' else 'changed' end;
end $$;

-- Officers (执法人员、审核人员、负责人) with their certificate. Whether it holds is asked on the day of each act
-- (行政处罚法第四十二条), so an expired one stays here as it was.
create table identity.officer (
  organ text not null references identity.organ,
  id uuid not null default gen_random_uuid(),
  name text not null check (length(btrim(name)) > 0),
  -- The natural person, where one is known to serve under several rows.
  person_id uuid,
  certificate_number text,
  certificate_from date,
  -- Last day of validity.
  certificate_until date,
  -- 法律职业资格, 行政处罚法第五十八条第二款.
  legal_qualification boolean not null default false,
  posts text[] not null check (cardinality(posts) > 0),
  valid_from date not null,
  valid_to date,
  primary key (organ, id),
  unique (organ, certificate_number),
  check (certificate_until >= certificate_from),
  check (valid_to >= valid_from),
  -- Who administers the system never works on cases (三员分立).
  constraint administrators_apart check (not posts && array['system-admin', 'security-admin', 'audit-admin', 'importer'])
);
select platform.protect('identity.officer');

-- What signs in. A person's posts stand on the officer; only the command line and the administrators have their own.
create table identity.account (
  organ text not null references identity.organ,
  id uuid not null default gen_random_uuid(),
  -- Not led by the organ: signing in comes before the organ is known.
  login text not null unique check (login ~ '^[a-z0-9][a-z0-9._@-]{0,63}$'),
  kind text not null check (kind in ('person', 'cli', 'admin')),
  officer_id uuid,
  posts text[] not null default '{}',
  password_hash text not null,
  totp_secret text,
  -- The last time step whose code was taken: a code is good once (RFC 6238 section 5.2).
  totp_step bigint,
  disabled_at timestamptz,
  failed_count int not null default 0,
  locked_until timestamptz,
  primary key (organ, id),
  foreign key (organ, officer_id) references identity.officer,
  constraint person_is_officer check ((kind = 'person') = (officer_id is not null)),
  constraint posts_of_kind check (case kind
    when 'person' then posts = '{}'
    -- The command line imports and reports and never acts on a case.
    when 'cli' then posts <@ array['importer', 'reporter']
    -- One administrator, one of the three tasks.
    else posts <@ array['system-admin', 'security-admin', 'audit-admin'] and cardinality(posts) = 1 end)
);
create index account_officer on identity.account (organ, officer_id);
create unique index one_command_line on identity.account (organ) where kind = 'cli';
select platform.protect('identity.account');

-- Open sessions; only the digest of a token is kept. Times here are real: a simulated legal clock ends no session.
create table identity.session (
  token_sha256 text primary key,
  organ text not null,
  account_id uuid not null,
  created_at timestamptz not null default clock_timestamp(), -- real time: life of a session
  last_seen_at timestamptz not null default clock_timestamp(), -- real time: life of a session
  expires_at timestamptz not null,
  foreign key (organ, account_id) references identity.account
);
create index session_account on identity.session (organ, account_id);
select platform.protect('identity.session');

-- What signing in must know, before there is an organ; null for an unknown login. `at` is real time.
create function identity.login_facts(p_login text) returns jsonb language sql stable
security definer set search_path = identity, pg_temp as $$
  select jsonb_build_object('organ', organ, 'account', id, 'passwordHash', password_hash, 'totpSecret', totp_secret,
    'disabled', disabled_at is not null, 'failedCount', failed_count, 'lockedUntil', public.iso_instant(locked_until),
    'at', public.iso_instant(clock_timestamp())) -- real time: lock-out and one-time codes
  from identity.account where login = p_login
$$;

-- Opens a session after the password was right, and forgets the failures before it. False when the account was disabled
-- or locked while the password was being checked, or when the one-time code was used before.
create function identity.open_session(p_token_sha256 text, p_organ text, p_account uuid, p_hours int, p_totp_step bigint)
returns boolean language plpgsql security definer set search_path = identity, pg_temp as $$
declare real_now timestamptz := clock_timestamp(); -- real time: life of a session
begin
  update identity.account set failed_count = 0, locked_until = null, totp_step = coalesce(p_totp_step, totp_step)
    where organ = p_organ and id = p_account and disabled_at is null and (locked_until is null or locked_until <= real_now)
      and (p_totp_step is null or totp_step is null or totp_step < p_totp_step);
  if not found then return false; end if;
  delete from identity.session where organ = p_organ and account_id = p_account and expires_at <= real_now;
  insert into identity.session (token_sha256, organ, account_id, expires_at)
    values (p_token_sha256, p_organ, p_account, real_now + make_interval(hours => p_hours));
  return true;
end $$;

-- Who an account is: {account, login, kind, organ, organName, officer: id or null, name, posts, readable}.
create function identity.bearer_of(p_organ text, p_account uuid) returns jsonb language sql stable
security definer set search_path = identity, pg_temp as $$
  select jsonb_build_object('account', a.id, 'login', a.login, 'kind', a.kind, 'organ', a.organ, 'organName', g.name,
    'officer', o.id, 'name', coalesce(o.name, a.login), 'posts', coalesce(o.posts, a.posts),
    'readable', identity.readable_from(a.organ))
  from identity.account a
  join identity.organ g on g.code = a.organ
  left join identity.officer o on o.organ = a.organ and o.id = a.officer_id
  where a.organ = p_organ and a.id = p_account and a.disabled_at is null
    and (o.id is null or identity.legal_today() <@ daterange(o.valid_from, o.valid_to, '[]'))
$$;

-- The bearer of a live session, or null. Being asked keeps it alive, at the cost of at most one write a minute.
create function identity.session_of(p_token_sha256 text, p_idle_minutes int) returns jsonb language plpgsql
security definer set search_path = identity, pg_temp as $$
declare
  real_now timestamptz := clock_timestamp(); -- real time: life of a session
  found_session identity.session;
begin
  select * into found_session from identity.session where token_sha256 = p_token_sha256
    and expires_at > real_now and last_seen_at > real_now - make_interval(mins => p_idle_minutes);
  if not found then return null; end if;
  if found_session.last_seen_at < real_now - interval '1 minute' then
    update identity.session set last_seen_at = real_now where token_sha256 = p_token_sha256 and last_seen_at < real_now;
  end if;
  return identity.bearer_of(found_session.organ, found_session.account_id);
end $$;

create function identity.close_session(p_token_sha256 text) returns boolean language plpgsql
security definer set search_path = identity, pg_temp as $$
begin
  delete from identity.session where token_sha256 = p_token_sha256;
  return found;
end $$;

-- The bearer of an account without a password: for the command line, which names its actor. By login, or without one the
-- organ's own command line.
create function identity.bearer_named(p_organ text, p_login text) returns jsonb language sql stable
security definer set search_path = identity, pg_temp as $$
  select identity.bearer_of(organ, id) from identity.account
  where case when p_login is null then organ = p_organ and kind = 'cli' else login = p_login end
$$;

-- Duties (职责) of a case over its whole history: rows are added and never changed, so that what somebody once was still counts.
create table identity.duty (
  organ text not null,
  case_id uuid not null,
  person text not null,
  duty text not null check (duty ~ '^[a-z]+(-[a-z]+)*$'),
  taken_at timestamptz not null default sanzhi_now(),
  -- The entry of the record under which it was taken up.
  seq int,
  primary key (organ, case_id, person, duty)
);
select platform.protect('identity.duty');
create trigger never_changed before update or delete on identity.duty
  for each row execute function platform.refuse_change();

-- Two duties that no one person may hold in one case, whatever a pack says; the kernel's table is the same, word for word.
-- not a tenant table: it is the law, the same for every organ.
create table identity.forbidden_pair (
  one text not null,
  other text not null,
  basis text not null,
  primary key (one, other)
);
insert into identity.forbidden_pair (one, other, basis) values
  ('handler', 'reviewer', '行政处罚法第五十八条; 国办发〔2018〕118号'),
  ('handler', 'hearing-chair', '行政处罚法第六十四条第四项'),
  ('handler', 'voter', '行政处罚法第五十七条第二款'),
  ('handler', 'approver', '行政处罚法第五十七条第一款'),
  ('handler', 'second-eye', '国办发〔2018〕118号');

-- The second net under the matrix in code. It sees every row of the case whatever the caller may read, and the lock lets
-- two transactions that each add one half of a pair pass only one after the other.
create function identity.refuse_forbidden_pair() returns trigger language plpgsql
security definer set search_path = identity, pg_temp as $$
declare pair identity.forbidden_pair;
begin
  perform pg_advisory_xact_lock(hashtextextended('duty/' || new.organ || '/' || new.case_id || '/' || new.person, 0));
  if new.duty <> 'recused' and exists (select 1 from identity.duty where organ = new.organ and case_id = new.case_id
      and person = new.person and duty = 'recused') then
    raise exception 'forbidden pair recused/%: % has been recused (行政处罚法第四十三条)', new.duty, new.person
      using errcode = 'check_violation', constraint = 'forbidden_pair';
  end if;
  select p.* into pair from identity.forbidden_pair p join identity.duty held
      on held.duty = case new.duty when p.one then p.other when p.other then p.one end
    where held.organ = new.organ and held.case_id = new.case_id and held.person = new.person
    limit 1;
  if found then
    raise exception 'forbidden pair %/%: % may not hold both (%)', pair.one, pair.other, new.person, pair.basis
      using errcode = 'check_violation', constraint = 'forbidden_pair';
  end if;
  return null;
end $$;
create constraint trigger forbidden_pair after insert on identity.duty
  for each row execute function identity.refuse_forbidden_pair();

-- Adds duties: [{person, duty, seq?}]. Those already held stay as they were.
create function identity.take_duties(p_organ text, p_case uuid, p_rows jsonb) returns void language plpgsql as $$
begin
  insert into identity.duty (organ, case_id, person, duty, seq)
  select p_organ, p_case, row->>'person', row->>'duty', (row->>'seq')::int from jsonb_array_elements(p_rows) row
  on conflict (organ, case_id, person, duty) do nothing;
end $$;

-- What the law may know of persons: the duties of a case, and the officers who hold one or are named in `p_also` (who acts,
-- who is to be given a duty). Volatile, so that it sees what was committed while the lock of the case was waited for.
create function identity.case_slice(p_organ text, p_case uuid, p_also text[] default '{}') returns jsonb language plpgsql set plan_cache_mode = force_generic_plan as $$
declare held jsonb; known jsonb; persons uuid[];
begin
  select coalesce(jsonb_agg(jsonb_build_object('person', person, 'duty', duty) order by taken_at, person, duty), '[]') into held
    from identity.duty where organ = p_organ and case_id = p_case;
  -- Whoever is no officer (an account, the system) has no id of one.
  select array_agg(distinct person::uuid) into persons
    from (select jsonb_array_elements(held)->>'person' as person union all select unnest(p_also)) as named
    where person ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';
  select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name, 'certificateNumber', certificate_number,
      'certificateFrom', certificate_from, 'certificateUntil', certificate_until, 'legalQualification', legal_qualification,
      'posts', posts) order by id), '[]') into known
    from identity.officer where organ = p_organ and id = any (persons);
  return jsonb_build_object('duties', held, 'officers', known);
end $$;

-- Sets up one account and, for a person, the officer behind it: {login, kind, posts, passwordHash?, name?,
-- certificateNumber?, certificateFrom?, certificateUntil?, legalQualification?, validFrom?}. A login that is there already
-- stays as it is, but for the password where one is given. Returns {account, officer}.
create function identity.enrol(p_organ text, p jsonb) returns jsonb language plpgsql
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
      insert into identity.officer (organ, name, certificate_number, certificate_from, certificate_until, legal_qualification, posts, valid_from)
      values (p_organ, p->>'name', p->>'certificateNumber', (p->>'certificateFrom')::date, (p->>'certificateUntil')::date,
        coalesce((p->>'legalQualification')::boolean, false), given_posts,
        coalesce((p->>'validFrom')::date, identity.legal_today()))
      returning id into enrolled.officer_id;
    end if;
    insert into identity.account (organ, login, kind, officer_id, posts, password_hash)
    values (p_organ, p->>'login', p->>'kind', enrolled.officer_id, case when is_person then '{}' else given_posts end, p->>'passwordHash')
    returning * into enrolled;
  end if;
  return jsonb_build_object('account', enrolled.id, 'officer', enrolled.officer_id);
end $$;

grant select on identity.organ, identity.forbidden_pair to sanzhi_api, sanzhi_worker, sanzhi_keeper;
grant select, insert, update on identity.officer to sanzhi_api;
grant select on identity.officer to sanzhi_worker;
-- The hash and the secret are seen by the functions of signing in alone.
grant select (organ, id, login, kind, officer_id, posts, disabled_at, failed_count, locked_until) on identity.account to sanzhi_api;
grant insert (organ, id, login, kind, officer_id, posts, password_hash, totp_secret) on identity.account to sanzhi_api;
grant update (password_hash, totp_secret, disabled_at, failed_count, locked_until) on identity.account to sanzhi_api;
grant select, insert on identity.duty to sanzhi_api, sanzhi_worker;

grant select, insert, update on identity.organ to sanzhi_keeper;
grant select, insert, update on identity.officer, identity.account to sanzhi_keeper;
grant select, insert, update, delete on identity.session to sanzhi_keeper;
grant select on identity.duty to sanzhi_keeper;

-- The definer functions belong to the keeper, and each is open to those alone who need it.
do $$
declare
  signature text;
  grantee text;
begin
  grant create on schema identity to sanzhi_keeper;
  for signature, grantee in values
    ('put_organ(jsonb)', 'sanzhi_api'),
    ('login_facts(text)', 'sanzhi_api'),
    ('open_session(text, text, uuid, int, bigint)', 'sanzhi_api'),
    ('session_of(text, int)', 'sanzhi_api'),
    ('close_session(text)', 'sanzhi_api'),
    ('bearer_of(text, uuid)', null),
    ('bearer_named(text, text)', 'sanzhi_api'),
    ('refuse_forbidden_pair()', null),
    ('enrol(text, jsonb)', null)
  loop
    execute format('revoke all on function identity.%s from public', signature);
    if grantee is not null then execute format('grant execute on function identity.%s to %I', signature, grantee); end if;
    execute format('alter function identity.%s owner to sanzhi_keeper', signature);
  end loop;
  revoke create on schema identity from sanzhi_keeper;
end $$;
