-- Disclosure (行政执法公示): what is to be shown, who decided on it, and the one way into what the public reads.
create schema disclosure;
create schema pub;

create table disclosure.item (
  organ text not null,
  -- '<case>/<item>': also the subject of its clock.
  id text not null,
  case_id uuid not null,
  item text not null check (item ~ '^[a-z]+(-[a-z]+)*$'),
  -- Kind of document it is drawn from.
  document text not null,
  state text not null default 'proposed' check (state in ('proposed', 'scoped', 'not-open', 'cleared', 'published')),
  proposed_at timestamptz not null,
  scope text check (scope in ('open', 'partly-open', 'not-open')),
  ground text check (length(btrim(ground)) > 0),
  scoped_by text,
  scoped_at timestamptz,
  -- What stands in lists; each of them also stands in the body, whose digest covers it.
  title text,
  number text,
  party_shown text,
  decided_on date,
  body text,
  body_sha256 text,
  -- {profile, clean, sha256, rules: {rule: count}, removed: [{rule, digest}]}: no value, digests alone.
  report jsonb,
  cleared_by text,
  cleared_at timestamptz,
  published_at timestamptz,
  primary key (organ, id),
  check (id = case_id::text || '/' || item),
  check ((state = 'proposed') = (scope is null)),
  check ((state = 'not-open') = (scope is not null and scope = 'not-open')),
  check (scope is null or (ground is not null and scoped_by is not null and scoped_at is not null)),
  check (state not in ('cleared', 'published') or (body_sha256 is not null and report is not null and cleared_by is not null)),
  check ((state = 'published') = (published_at is not null))
);
create index item_of_case on disclosure.item (organ, case_id);
create index item_waiting on disclosure.item (organ, state, id) where state in ('proposed', 'scoped', 'cleared');
select platform.protect('disclosure.item');

-- What happened to an item, late and blocked things with who blocks them and on what ground.
create table disclosure.event (
  organ text not null,
  item_id text not null,
  id bigint generated always as identity,
  kind text not null check (kind in ('proposed', 'scoped', 'cleared', 'published', 'reminded', 'pressed', 'supervised', 'blocked', 'late')),
  actor text not null,
  blocked_by text,
  ground text,
  at timestamptz not null default sanzhi_now(),
  primary key (organ, item_id, id)
);
select platform.protect('disclosure.event');
create trigger never_changed before update or delete on disclosure.event
  for each row execute function platform.refuse_change();

-- What the public reads. Nobody writes here but disclosure.release.
-- not a tenant table: what stands here is shown to everybody.
create table pub.item (
  organ text not null,
  id text not null,
  organ_name text not null,
  title text not null,
  number text not null,
  party_shown text not null,
  decided_on date not null,
  html text not null,
  sha256 text not null,
  published_at timestamptz not null,
  primary key (organ, id)
);
create index item_newest on pub.item (organ, published_at, id);

-- An item goes forward only, nothing of a published one changes, and only disclosure.release publishes.
create function disclosure.keep_order() returns trigger language plpgsql as $$
begin
  if (new.organ, new.id) is distinct from (old.organ, old.id) or old.state = 'published'
    or not (new.state = old.state or (old.state, new.state) in
      (('proposed', 'scoped'), ('proposed', 'not-open'), ('scoped', 'cleared'), ('cleared', 'published')))
    or (new.state = 'published' and current_user <> 'sanzhi_keeper') then
    raise exception 'item % may not go from % to %', old.id, old.state, new.state using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger keep_order before update on disclosure.item for each row execute function disclosure.keep_order();

-- Items of a case as rules see them, without their bodies.
create function disclosure.slice(p_organ text, p_case uuid) returns jsonb language plpgsql set plan_cache_mode = force_generic_plan as $$
begin
  return jsonb_build_object('items', coalesce((
    select jsonb_agg(jsonb_build_object('id', i.id, 'item', i.item, 'document', i.document, 'state', i.state,
      'scope', i.scope, 'ground', i.ground, 'scopedBy', i.scoped_by, 'clearedBy', i.cleared_by,
      'sha256', i.body_sha256, 'publishedAt', iso_instant(i.published_at)) order by i.proposed_at, i.id)
    from disclosure.item i where i.organ = p_organ and i.case_id = p_case), '[]'));
end $$;

create function disclosure.note(p_organ text, p_item text, p_kind text, p_actor text, p_blocked_by text, p_ground text)
returns void language plpgsql as $$
begin
  insert into disclosure.event (organ, item_id, kind, actor, blocked_by, ground)
  values (p_organ, p_item, p_kind, p_actor, p_blocked_by, p_ground);
end $$;

-- Proposes an item: {item, document, person, at}. Proposed once, it stays as it is.
create function disclosure.propose(p_organ text, p_case uuid, p jsonb) returns void language plpgsql as $$
declare item_id text := p_case::text || '/' || (p->>'item');
begin
  insert into disclosure.item (organ, id, case_id, item, document, proposed_at)
  values (p_organ, item_id, p_case, p->>'item', p->>'document', (p->>'at')::timestamptz)
  on conflict (organ, id) do nothing;
  if found then perform disclosure.note(p_organ, item_id, 'proposed', p->>'person', null, null); end if;
end $$;

-- Decides what is shown: {scope, ground, person, at}.
create function disclosure.decide_scope(p_organ text, p_item text, p jsonb) returns void language plpgsql as $$
begin
  update disclosure.item set state = case p->>'scope' when 'not-open' then 'not-open' else 'scoped' end,
    scope = p->>'scope', ground = p->>'ground', scoped_by = p->>'person', scoped_at = (p->>'at')::timestamptz
  where organ = p_organ and id = p_item and state = 'proposed';
  if not found then raise exception 'item % does not wait for its scope', p_item using errcode = 'no_data_found'; end if;
  perform disclosure.note(p_organ, p_item, 'scoped', p->>'person', null, (p->>'scope') || ': ' || (p->>'ground'));
end $$;

-- Keeps the confirmed public version: {title, number, partyShown, decidedOn, html, sha256, report, person, at}.
create function disclosure.clear(p_organ text, p_item text, p jsonb) returns void language plpgsql as $$
begin
  update disclosure.item set state = 'cleared', title = p->>'title', number = p->>'number', party_shown = p->>'partyShown',
    decided_on = (p->>'decidedOn')::date, body = p->>'html', body_sha256 = p->>'sha256', report = p->'report',
    cleared_by = p->>'person', cleared_at = (p->>'at')::timestamptz
  where organ = p_organ and id = p_item and state in ('scoped', 'cleared');
  if not found then raise exception 'item % does not wait for clearing', p_item using errcode = 'no_data_found'; end if;
  perform disclosure.note(p_organ, p_item, 'cleared', p->>'person', null, p->>'sha256');
end $$;

create function disclosure.cell(value text) returns text language sql immutable as $$
  select '<td>' || replace(replace(replace(replace(value, '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), '"', '&quot;') || '</td>'
$$;

-- Why an item may not be released, or null: everything is asked again here, whatever the application has asked before.
create function disclosure.release_fault(i disclosure.item, p_sha256 text, p_before_service text) returns text language sql as $$
  select case
    when i.state = 'published' then 'it is published already'
    when i.state <> 'cleared' then 'it is not cleared'
    when i.scope is null or i.scope not in ('open', 'partly-open') then 'its scope is not open'
    when p_sha256 is distinct from i.body_sha256 then 'the digest is not the one that was cleared'
    when encode(sha256(convert_to(i.body, 'UTF8')), 'hex') is distinct from i.body_sha256 then 'its bytes are not those that were cleared'
    when i.report->'clean' is distinct from 'true' or i.report->>'sha256' is distinct from i.body_sha256
      then 'its redaction report is not clean or not of these bytes'
    when (position(disclosure.cell(i.title) in i.body) > 0 and position(disclosure.cell(i.number) in i.body) > 0
      and position(disclosure.cell(i.party_shown) in i.body) > 0
      and position(disclosure.cell(i.decided_on::text) in i.body) > 0) is not true then 'its entry in the list is not what its body says'
    when i.scoped_by is null or i.cleared_by is null or i.scoped_by = i.cleared_by then 'scope and clearing are not of two persons'
    when exists (select from identity.duty d where d.organ = i.organ and d.case_id = i.case_id and d.duty = 'handler'
      and d.person in (i.scoped_by, i.cleared_by)) then 'a handler of the case decided its scope or cleared it'
    when length(btrim(coalesce(p_before_service, ''))) = 0 and not exists (select from casework.case c
      where c.organ = i.organ and c.id = i.case_id and jsonb_typeof(c.facts->'service') = 'object')
      then 'the decision is not served and no ground allows it before'
  end
$$;

-- Shows a cleared item to the public. The only way into `pub`: it refuses with check_violation whatever is not exactly
-- what was cleared, by whom it may be. `p_before_service`: the recorded ground for showing it before service, else null.
create function disclosure.release(p_item text, p_sha256 text, p_before_service text default null, p_late text default null)
returns void language plpgsql security definer set search_path = disclosure, pg_temp as $$
declare
  organ_now text := public.writable_organ();
  i disclosure.item;
  fault text;
begin
  select * into i from disclosure.item where organ = organ_now and id = p_item for update;
  if not found then raise exception 'no item %', p_item using errcode = 'no_data_found'; end if;
  fault := disclosure.release_fault(i, p_sha256, p_before_service);
  if fault is not null then
    raise exception 'item % is not released: %', p_item, fault using errcode = 'check_violation', constraint = 'release_gate';
  end if;
  insert into pub.item (organ, id, organ_name, title, number, party_shown, decided_on, html, sha256, published_at)
  select i.organ, i.id, o.name, i.title, i.number, i.party_shown, i.decided_on, i.body, i.body_sha256, public.sanzhi_now()
  from identity.organ o where o.code = i.organ;
  update disclosure.item set state = 'published', published_at = public.sanzhi_now() where organ = organ_now and id = p_item;
  perform disclosure.note(organ_now, p_item, 'published', coalesce(nullif(current_setting('sanzhi.actor', true), ''), 'system'),
    null, nullif(concat_ws('; ', p_late, p_before_service), ''));
end $$;

grant usage on schema disclosure to sanzhi_api, sanzhi_worker, sanzhi_keeper;
grant select, insert, update on disclosure.item to sanzhi_api, sanzhi_worker;
grant select, update on disclosure.item to sanzhi_keeper;
grant select, insert on disclosure.event to sanzhi_api, sanzhi_worker;
grant insert on disclosure.event to sanzhi_keeper;
grant usage on schema casework to sanzhi_keeper;
grant select (organ, id, facts) on casework.case to sanzhi_keeper;
grant usage on schema pub to sanzhi_api, sanzhi_portal, sanzhi_keeper;
grant select on pub.item to sanzhi_api, sanzhi_portal;
grant insert on pub.item to sanzhi_keeper;

revoke all on all functions in schema disclosure from public;
grant execute on all functions in schema disclosure to sanzhi_api, sanzhi_worker, sanzhi_keeper;
grant create on schema disclosure to sanzhi_keeper;
alter function disclosure.release(text, text, text, text) owner to sanzhi_keeper;
revoke create on schema disclosure from sanzhi_keeper;
revoke all on function disclosure.release(text, text, text, text) from public, sanzhi_api;
grant execute on function disclosure.release(text, text, text, text) to sanzhi_worker;
