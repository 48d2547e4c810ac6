-- Disclosure: channels, and the four ways in which something stops being shown or changes: withdrawal, correction,
-- expiry and credit repair. Each has its own function, and only these touch what the public reads.

-- One item is shown on one channel: the organ's own site, or the credit platform, whose items are named `<thing>-credit`.
alter table disclosure.item
  add column channel text not null default 'site' check (channel in ('site', 'credit')),
  -- Grade of the credit record (轻微、一般、严重); only on the credit channel.
  add column grade text check (grade in ('minor', 'general', 'severe')),
  -- Whether feeds, bulk files and search engines may carry it: never a natural person unless the pack opens it.
  add column indexed boolean not null default false,
  add column ended_at timestamptz;

-- A change of a changed decision is a third item: names may end in a number.
alter table disclosure.item drop constraint item_item_check;
alter table disclosure.item add constraint item_item_check check (item ~ '^[a-z]+(-[a-z0-9]+)*$');
alter table disclosure.item drop constraint item_state_check;
alter table disclosure.item add constraint item_state_check check (state in
  ('proposed', 'scoped', 'not-open', 'cleared', 'published', 'withdrawn', 'expired', 'repaired', 'dropped'));
-- Was: only what is proposed has no scope. What is dropped (the decision fell before it was shown) may have none either.
alter table disclosure.item drop constraint item_check1;
alter table disclosure.item add constraint item_scope_known check (
  case when scope is null then state in ('proposed', 'dropped') else state <> 'proposed' end);
-- Was: only what is shown now has a day of showing.
alter table disclosure.item drop constraint item_check5;
alter table disclosure.item add constraint item_shown_since check (
  (state in ('published', 'withdrawn', 'expired', 'repaired')) = (published_at is not null));
alter table disclosure.item add constraint item_ended check (
  (state in ('withdrawn', 'expired', 'repaired', 'dropped')) = (ended_at is not null));

alter table disclosure.event drop constraint event_kind_check;
alter table disclosure.event add constraint event_kind_check check (kind in
  ('proposed', 'scoped', 'cleared', 'published', 'reminded', 'pressed', 'supervised', 'blocked', 'late', 'dropped',
   'withdraw-due', 'withdrawal-drafted', 'withdrawn', 'correction-asked', 'corrected', 'expired', 'repaired',
   'gone-proved', 'still-shown', 'not-reached'));

-- Every version that was ever shown, byte by byte: it stays here when the public sees it no more.
create table disclosure.version (
  organ text not null,
  item_id text not null,
  id bigint generated always as identity,
  sha256 text not null,
  body text not null,
  report jsonb not null,
  cleared_by text not null,
  at timestamptz not null default sanzhi_now(),
  primary key (organ, item_id, id)
);
select platform.protect('disclosure.version');
create trigger never_changed before update or delete on disclosure.version
  for each row execute function platform.refuse_change();

-- A withdrawal (撤回) that is due, drafted, done. `ground`: what became of the decision; `arrived_on`: the day the
-- effective paper reached the organ, from which the three days run.
create table disclosure.withdrawal (
  organ text not null,
  item_id text not null,
  ground text not null check (ground in ('changed', 'annulled', 'held-illegal', 'held-void')),
  arrived_on date not null,
  -- What the public will read: number, ground and reason in one sentence each, without personal data.
  notice text,
  notice_sha256 text,
  report jsonb,
  drafted_by text,
  drafted_at timestamptz,
  withdrawn_by text,
  withdrawn_at timestamptz,
  late text,
  primary key (organ, item_id),
  check ((notice is null) = (drafted_by is null) and (notice is null) = (notice_sha256 is null) and (notice is null) = (report is null)),
  check (withdrawn_at is null or notice is not null)
);
select platform.protect('disclosure.withdrawal');

-- A correction (更正) of what is shown: asked by one, confirmed by another.
create table disclosure.correction (
  organ text not null,
  item_id text not null,
  id bigint generated always as identity,
  reason text not null check (length(btrim(reason)) > 0),
  report jsonb not null,
  asked_by text not null,
  asked_at timestamptz not null,
  old_sha256 text not null,
  new_sha256 text,
  corrected_by text,
  corrected_at timestamptz,
  primary key (organ, item_id, id)
);
create unique index correction_open on disclosure.correction (organ, item_id) where corrected_at is null;
select platform.protect('disclosure.correction');

-- What the credit platform is to be told, in order, with its receipt (回执).
create table disclosure.delivery (
  organ text not null,
  item_id text not null,
  id bigint generated always as identity,
  act text not null check (act in ('show', 'correct', 'withdraw', 'stop')),
  sha256 text not null,
  grade text,
  due_since timestamptz not null default sanzhi_now(),
  receipt text,
  receipted_by text,
  receipted_at timestamptz,
  primary key (organ, item_id, id)
);
create index delivery_waiting on disclosure.delivery (organ, id) where receipt is null;
select platform.protect('disclosure.delivery');

-- Addresses of the portal that have to be asked again, to prove that something is gone.
create table disclosure.after_check (
  organ text not null,
  item_id text not null,
  id bigint generated always as identity,
  number text not null,
  kind text not null check (kind in ('withdrawn', 'expired')),
  state text not null default 'waiting' check (state in ('waiting', 'proved')),
  attempts int not null default 0,
  -- real time: it paces requests, no term runs by it.
  due_at timestamptz not null default clock_timestamp(),
  findings jsonb,
  primary key (organ, item_id, id)
);
create index after_check_due on disclosure.after_check (due_at) where state = 'waiting';
select platform.protect_swept('disclosure.after_check');

alter table pub.item
  add column indexed boolean not null default false,
  add column corrected_at timestamptz,
  add column correction text;
drop index pub.item_newest;
create index item_newest on pub.item (organ, published_at desc, id desc);
create index item_newest_indexed on pub.item (published_at desc, id desc) where indexed;
create index item_by_number on pub.item (organ, number);

-- What stood here and does no more. A withdrawal explains itself; what has run its time only says so.
-- not a tenant table: what stands here is shown to everybody.
create table pub.notice (
  organ text not null,
  id text not null,
  organ_name text not null,
  kind text not null check (kind in ('withdrawn', 'expired')),
  number text,
  ground text,
  notice text,
  sha256 text,
  ended_at timestamptz not null,
  primary key (organ, id),
  check ((kind = 'withdrawn') = (number is not null and ground is not null and notice is not null and sha256 is not null))
);
create index notice_newest on pub.notice (organ, ended_at desc, id desc) where kind = 'withdrawn';

-- An item goes forward only; what is shown, and what follows on it, is the keeper's alone.
create or replace function disclosure.keep_order() returns trigger language plpgsql as $$
declare kept boolean := current_user = 'sanzhi_keeper';
begin
  if (new.organ, new.id) is distinct from (old.organ, old.id)
    or old.state in ('withdrawn', 'expired', 'repaired', 'dropped')
    or (old.state = 'published' and not kept)
    or (new.state in ('published', 'withdrawn', 'expired', 'repaired') and not kept)
    or not (new.state = old.state or (old.state, new.state) in
      (('proposed', 'scoped'), ('proposed', 'not-open'), ('scoped', 'cleared'), ('cleared', 'published'),
       ('proposed', 'dropped'), ('scoped', 'dropped'), ('cleared', 'dropped'),
       ('published', 'withdrawn'), ('published', 'expired'), ('published', 'repaired'))) then
    raise exception 'item % may not go from % to %', old.id, old.state, new.state using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

-- A withdrawal is done by its function, and is over then; a correction likewise.
create function disclosure.keep_ends() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (new.organ, new.item_id) is distinct from (old.organ, old.item_id)
    or (to_jsonb(old)->>tg_argv[0]) is not null
    or ((to_jsonb(new)->>tg_argv[0]) is not null and current_user <> 'sanzhi_keeper') then
    raise exception '% of % is not changed here', tg_table_name, old.item_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger keep_ends before update or delete on disclosure.withdrawal
  for each row execute function disclosure.keep_ends('withdrawn_at');
create trigger keep_ends before update or delete on disclosure.correction
  for each row execute function disclosure.keep_ends('corrected_at');

create or replace function disclosure.slice(p_organ text, p_case uuid) returns jsonb language plpgsql set plan_cache_mode = force_generic_plan as $$
begin
  return jsonb_build_object('items', coalesce((
    select jsonb_agg(jsonb_build_object('id', i.id, 'item', i.item, 'about', regexp_replace(i.item, '-credit$', ''), 'channel', i.channel, 'document', i.document,
      'state', i.state, 'scope', i.scope, 'ground', i.ground, 'grade', i.grade, 'number', i.number, 'scopedBy', i.scoped_by,
      'clearedBy', i.cleared_by, 'sha256', i.body_sha256, 'indexed', i.indexed, 'publishedAt', iso_instant(i.published_at), 'endedAt', iso_instant(i.ended_at),
      'withdrawal', (select jsonb_build_object('ground', w.ground, 'arrivedOn', w.arrived_on, 'notice', w.notice,
          'sha256', w.notice_sha256, 'draftedBy', w.drafted_by, 'withdrawnAt', iso_instant(w.withdrawn_at))
        from disclosure.withdrawal w where w.organ = i.organ and w.item_id = i.id),
      'correction', (select jsonb_build_object('reason', c.reason, 'askedBy', c.asked_by)
        from disclosure.correction c where c.organ = i.organ and c.item_id = i.id and c.corrected_at is null)
      ) order by i.proposed_at, i.id)
    from disclosure.item i where i.organ = p_organ and i.case_id = p_case), '[]'));
end $$;

-- Proposes an item: {item, channel, document, person, at}. Proposed once, it stays as it is.
create or replace function disclosure.propose(p_organ text, p_case uuid, p jsonb) returns void language plpgsql as $$
declare item_id text := p_case::text || '/' || (p->>'item');
begin
  insert into disclosure.item (organ, id, case_id, item, channel, document, proposed_at)
  values (p_organ, item_id, p_case, p->>'item', coalesce(p->>'channel', 'site'), p->>'document', (p->>'at')::timestamptz)
  on conflict (organ, id) do nothing;
  if found then perform disclosure.note(p_organ, item_id, 'proposed', p->>'person', null, null); end if;
end $$;

-- Decides what is shown: {scope, ground, grade, person, at}.
create or replace function disclosure.decide_scope(p_organ text, p_item text, p jsonb) returns void language plpgsql as $$
begin
  update disclosure.item set state = case p->>'scope' when 'not-open' then 'not-open' else 'scoped' end,
    scope = p->>'scope', ground = p->>'ground', grade = p->>'grade', scoped_by = p->>'person', scoped_at = (p->>'at')::timestamptz
  where organ = p_organ and id = p_item and state = 'proposed';
  if not found then raise exception 'item % does not wait for its scope', p_item using errcode = 'no_data_found'; end if;
  perform disclosure.note(p_organ, p_item, 'scoped', p->>'person', null, (p->>'scope') || ': ' || (p->>'ground'));
end $$;

-- Keeps the confirmed public version: {title, number, partyShown, decidedOn, html, sha256, report, indexed, person, at}.
create or replace function disclosure.clear(p_organ text, p_item text, p jsonb) returns void language plpgsql as $$
begin
  update disclosure.item set state = 'cleared', title = p->>'title', number = p->>'number', party_shown = p->>'partyShown',
    decided_on = (p->>'decidedOn')::date, body = p->>'html', body_sha256 = p->>'sha256', report = p->'report',
    indexed = coalesce((p->>'indexed')::boolean, false), cleared_by = p->>'person', cleared_at = (p->>'at')::timestamptz
  where organ = p_organ and id = p_item and state in ('scoped', 'cleared');
  if not found then raise exception 'item % does not wait for clearing', p_item using errcode = 'no_data_found'; end if;
  perform disclosure.note(p_organ, p_item, 'cleared', p->>'person', null, p->>'sha256');
end $$;

-- The decision no longer stands as it was: what is shown is to be withdrawn, what is not shown never will be.
-- {ground, arrivedOn, person}
create function disclosure.withdraw_due(p_organ text, p_item text, p jsonb) returns void language plpgsql as $$
declare i disclosure.item;
begin
  select * into i from disclosure.item where organ = p_organ and id = p_item for update;
  if i.state = 'published' then
    insert into disclosure.withdrawal (organ, item_id, ground, arrived_on)
    values (p_organ, p_item, p->>'ground', (p->>'arrivedOn')::date) on conflict do nothing;
    if found then perform disclosure.note(p_organ, p_item, 'withdraw-due', p->>'person', null, p->>'ground'); end if;
  elsif i.state in ('proposed', 'scoped', 'cleared') then
    update disclosure.item set state = 'dropped', ended_at = sanzhi_now() where organ = p_organ and id = p_item;
    perform disclosure.note(p_organ, p_item, 'dropped', p->>'person', null, p->>'ground');
  end if;
end $$;

-- Drafts what the public will read of a withdrawal: {notice, sha256, report, person, at}. May be drafted again until it is done.
create function disclosure.draft_withdrawal(p_organ text, p_item text, p jsonb) returns void language plpgsql as $$
begin
  update disclosure.withdrawal set notice = p->>'notice', notice_sha256 = p->>'sha256', report = p->'report',
    drafted_by = p->>'person', drafted_at = (p->>'at')::timestamptz
  where organ = p_organ and item_id = p_item and withdrawn_at is null;
  if not found then raise exception 'no withdrawal of % is due', p_item using errcode = 'no_data_found'; end if;
  perform disclosure.note(p_organ, p_item, 'withdrawal-drafted', p->>'person', null, p->>'sha256');
end $$;

-- Asks for a correction of what is shown: {reason, report, person, at}.
create function disclosure.ask_correction(p_organ text, p_item text, p jsonb) returns void language plpgsql as $$
begin
  insert into disclosure.correction (organ, item_id, reason, report, asked_by, asked_at, old_sha256)
  select p_organ, p_item, p->>'reason', p->'report', p->>'person', (p->>'at')::timestamptz, i.body_sha256
  from disclosure.item i where i.organ = p_organ and i.id = p_item and i.state = 'published';
  if not found then raise exception 'item % is not shown', p_item using errcode = 'no_data_found'; end if;
  perform disclosure.note(p_organ, p_item, 'correction-asked', p->>'person', null, p->>'reason');
end $$;

create function disclosure.is_handler(i disclosure.item, p_persons text[]) returns boolean language sql as $$
  select exists (select from identity.duty d where d.organ = i.organ and d.case_id = i.case_id and d.duty = 'handler'
    and d.person = any (p_persons))
$$;

create or replace function disclosure.release_fault(i disclosure.item, p_sha256 text, p_before_service text) returns text language sql as $$
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
    when disclosure.is_handler(i, array[i.scoped_by, i.cleared_by]) then 'a handler of the case decided its scope or cleared it'
    when length(btrim(coalesce(p_before_service, ''))) = 0 and not exists (select from casework.case c
      where c.organ = i.organ and c.id = i.case_id and jsonb_typeof(c.facts->'service') = 'object')
      then 'the decision is not served and no ground allows it before'
  end
$$;

create function disclosure.refuse(p_item text, p_what text, p_fault text) returns void language plpgsql as $$
begin
  if p_fault is not null then
    raise exception 'item % is not %: %', p_item, p_what, p_fault using errcode = 'check_violation', constraint = 'release_gate';
  end if;
end $$;

create function disclosure.actor_now() returns text language sql stable as $$
  select coalesce(nullif(current_setting('sanzhi.actor', true), ''), 'system')
$$;

-- The item of the writing organ, locked. Whoever publishes, withdraws, corrects or ends it waits here for the other.
create function disclosure.hold(p_item text) returns disclosure.item language plpgsql as $$
declare i disclosure.item;
begin
  select * into i from disclosure.item where organ = public.writable_organ() and id = p_item for update;
  if not found then raise exception 'no item %', p_item using errcode = 'no_data_found'; end if;
  return i;
end $$;

-- Keeps a shown version inside, and tells the credit platform where that is the channel.
create function disclosure.keep_version(i disclosure.item, p_act text) returns void language plpgsql as $$
begin
  insert into disclosure.version (organ, item_id, sha256, body, report, cleared_by)
  values (i.organ, i.id, i.body_sha256, i.body, i.report, i.cleared_by);
  if i.channel = 'credit' then
    insert into disclosure.delivery (organ, item_id, act, sha256, grade) values (i.organ, i.id, p_act, i.body_sha256, i.grade);
  end if;
end $$;

create or replace function disclosure.release(p_item text, p_sha256 text, p_before_service text default null, p_late text default null)
returns void language plpgsql security definer set search_path = disclosure, pg_temp as $$
declare i disclosure.item := disclosure.hold(p_item);
begin
  perform disclosure.refuse(p_item, 'released', disclosure.release_fault(i, p_sha256, p_before_service));
  if i.channel = 'site' then
    insert into pub.item (organ, id, organ_name, title, number, party_shown, decided_on, html, sha256, indexed, published_at)
    select i.organ, i.id, o.name, i.title, i.number, i.party_shown, i.decided_on, i.body, i.body_sha256, i.indexed, public.sanzhi_now()
    from identity.organ o where o.code = i.organ;
  end if;
  update disclosure.item set state = 'published', published_at = public.sanzhi_now() where organ = i.organ and id = i.id;
  perform disclosure.keep_version(i, 'show');
  perform disclosure.note(i.organ, i.id, 'published', disclosure.actor_now(), null, nullif(concat_ws('; ', p_late, p_before_service), ''));
end $$;

-- Takes an item out of what the public reads, for good; what stays is what `pub.notice` says of it.
create function disclosure.end_showing(i disclosure.item, p_state text) returns void language plpgsql as $$
begin
  update disclosure.item set state = p_state, ended_at = public.sanzhi_now() where organ = i.organ and id = i.id;
  if i.channel = 'credit' then
    insert into disclosure.delivery (organ, item_id, act, sha256, grade)
    values (i.organ, i.id, case p_state when 'withdrawn' then 'withdraw' else 'stop' end, i.body_sha256, i.grade);
    return;
  end if;
  delete from pub.item where organ = i.organ and id = i.id;
  insert into disclosure.after_check (organ, item_id, number, kind) values (i.organ, i.id, i.number, p_state);
end $$;

create function disclosure.withdraw_fault(i disclosure.item, w disclosure.withdrawal, p_sha256 text, p_person text) returns text language sql as $$
  select case
    when i.state <> 'published' then 'it is not shown'
    when w.item_id is null then 'no ground for it was recorded'
    when w.notice is null then 'no explanation was drafted'
    when p_sha256 is distinct from w.notice_sha256 then 'the explanation is not the one that was confirmed'
    when encode(sha256(convert_to(w.notice, 'UTF8')), 'hex') is distinct from w.notice_sha256 then 'the explanation is not the one that was drafted'
    when w.report->'clean' is distinct from 'true' or w.report->>'sha256' is distinct from w.notice_sha256
      then 'the redaction report of the explanation is not clean or not of it'
    when p_person is null or p_person = w.drafted_by then 'drafting and confirming are not of two persons'
    when disclosure.is_handler(i, array[p_person, w.drafted_by]) then 'a handler of the case drafted or confirmed it'
  end
$$;

-- Withdraws what is shown (行政处罚法第四十八条第二款). {sha256, person, late}: the digest of the explanation that was
-- confirmed, who confirmed it, and since when it is late.
create function disclosure.withdraw(p_item text, p jsonb)
returns void language plpgsql security definer set search_path = disclosure, pg_temp as $$
declare
  i disclosure.item := disclosure.hold(p_item);
  w disclosure.withdrawal;
begin
  select * into w from disclosure.withdrawal where organ = i.organ and item_id = i.id for update;
  perform disclosure.refuse(p_item, 'withdrawn', disclosure.withdraw_fault(i, w, p->>'sha256', p->>'person'));
  if i.channel = 'site' then
    insert into pub.notice (organ, id, organ_name, kind, number, ground, notice, sha256, ended_at)
    select i.organ, i.id, o.name, 'withdrawn', i.number, w.ground, w.notice, w.notice_sha256, public.sanzhi_now()
    from identity.organ o where o.code = i.organ;
  end if;
  perform disclosure.end_showing(i, 'withdrawn');
  update disclosure.withdrawal set withdrawn_by = p->>'person', withdrawn_at = public.sanzhi_now(), late = p->>'late'
  where organ = i.organ and item_id = i.id;
  perform disclosure.note(i.organ, i.id, 'withdrawn', p->>'person', null, concat_ws('; ', w.ground, p->>'late'));
end $$;

-- Puts a corrected version in the place of a wrong one: {title, number, partyShown, decidedOn, html, sha256, report, indexed, person}.
-- Everything is asked again as at release; one person has asked for it, another confirms.
create function disclosure.correct(p_item text, p jsonb)
returns void language plpgsql security definer set search_path = disclosure, pg_temp as $$
declare
  i disclosure.item := disclosure.hold(p_item);
  n disclosure.item := i;
  c disclosure.correction;
begin
  select * into c from disclosure.correction where organ = i.organ and item_id = i.id and corrected_at is null for update;
  perform disclosure.refuse(p_item, 'corrected', case
    when i.state <> 'published' then 'it is not shown'
    when c.item_id is null then 'nobody has asked for it'
    when c.report->'clean' is distinct from 'true' then 'the reason is not clean'
    when p->>'sha256' = i.body_sha256 then 'it says nothing else than what is shown' end);
  n.state := 'cleared'; n.title := p->>'title'; n.number := p->>'number'; n.party_shown := p->>'partyShown';
  n.decided_on := (p->>'decidedOn')::date; n.body := p->>'html'; n.body_sha256 := p->>'sha256'; n.report := p->'report';
  n.indexed := coalesce((p->>'indexed')::boolean, false); n.scoped_by := c.asked_by; n.cleared_by := p->>'person';
  perform disclosure.refuse(p_item, 'corrected', disclosure.release_fault(n, p->>'sha256', 'shown before'));
  update disclosure.item set title = n.title, number = n.number, party_shown = n.party_shown, decided_on = n.decided_on,
    body = n.body, body_sha256 = n.body_sha256, report = n.report, indexed = n.indexed, cleared_by = n.cleared_by
  where organ = i.organ and id = i.id;
  if i.channel = 'site' then
    update pub.item set title = n.title, number = n.number, party_shown = n.party_shown, decided_on = n.decided_on, html = n.body,
      sha256 = n.body_sha256, indexed = n.indexed, corrected_at = public.sanzhi_now(), correction = c.reason
    where organ = i.organ and id = i.id;
  end if;
  perform disclosure.keep_version(n, 'correct');
  update disclosure.correction set new_sha256 = n.body_sha256, corrected_by = n.cleared_by, corrected_at = public.sanzhi_now()
  where organ = i.organ and item_id = i.id and id = c.id;
  perform disclosure.note(i.organ, i.id, 'corrected', n.cleared_by, null, c.reason);
end $$;

-- Ends the showing of what has run its time: only when a clock of its period of display is over.
create function disclosure.expire(p_item text)
returns void language plpgsql security definer set search_path = disclosure, pg_temp as $$
declare i disclosure.item := disclosure.hold(p_item);
begin
  perform disclosure.refuse(p_item, 'expired', case
    when i.state <> 'published' then 'it is not shown'
    when not exists (select from casework.clock k where k.organ = i.organ and k.case_id = i.case_id and k.subject_id = i.id
      and k.state = 'running' and k.due_at <= public.sanzhi_now()
      and k.rule in ('PUB-LOCAL-KEEP', 'PUB-LOCAL-KEEP-PERSON', 'PUB-CREDIT-MINOR', 'PUB-CREDIT-GEN-MAX', 'PUB-CREDIT-SEV-MAX'))
      then 'its period of display is not over' end);
  if i.channel = 'site' then
    insert into pub.notice (organ, id, organ_name, kind, ended_at)
    select i.organ, i.id, o.name, 'expired', public.sanzhi_now() from identity.organ o where o.code = i.organ;
  end if;
  perform disclosure.end_showing(i, 'expired');
  perform disclosure.note(i.organ, i.id, 'expired', disclosure.actor_now(), null, null);
end $$;

-- Ends the showing of a credit record that was repaired (信用修复): {person, ground}.
create function disclosure.repair(p_item text, p jsonb)
returns void language plpgsql security definer set search_path = disclosure, pg_temp as $$
declare i disclosure.item := disclosure.hold(p_item);
begin
  perform disclosure.refuse(p_item, 'repaired', case
    when i.state <> 'published' then 'it is not shown'
    when i.channel <> 'credit' then 'only a credit record is repaired'
    when length(btrim(coalesce(p->>'ground', ''))) = 0 then 'no ground is recorded'
    when disclosure.is_handler(i, array[p->>'person']) then 'a handler of the case recorded it' end);
  perform disclosure.end_showing(i, 'repaired');
  perform disclosure.note(i.organ, i.id, 'repaired', p->>'person', null, p->>'ground');
end $$;

grant select, insert, update on disclosure.withdrawal, disclosure.correction to sanzhi_api, sanzhi_worker;
grant select, update on disclosure.withdrawal, disclosure.correction to sanzhi_keeper;
grant select on disclosure.version, disclosure.delivery to sanzhi_api, sanzhi_worker;
grant update (receipt, receipted_by, receipted_at) on disclosure.delivery to sanzhi_api;
grant insert on disclosure.version, disclosure.delivery, disclosure.after_check to sanzhi_keeper;
grant select, update on disclosure.after_check to sanzhi_worker;
grant select on disclosure.after_check to sanzhi_api;
grant select on pub.notice to sanzhi_api, sanzhi_portal;
grant select, update, delete on pub.item to sanzhi_keeper;
grant insert on pub.notice to sanzhi_keeper;
grant select (organ, case_id, subject_id, rule, state, due_at) on casework.clock to sanzhi_keeper;

revoke all on all functions in schema disclosure from public;
grant execute on all functions in schema disclosure to sanzhi_api, sanzhi_worker, sanzhi_keeper;
grant create on schema disclosure to sanzhi_keeper;
alter function disclosure.withdraw(text, jsonb) owner to sanzhi_keeper;
alter function disclosure.correct(text, jsonb) owner to sanzhi_keeper;
alter function disclosure.expire(text) owner to sanzhi_keeper;
alter function disclosure.repair(text, jsonb) owner to sanzhi_keeper;
revoke create on schema disclosure from sanzhi_keeper;
-- Publishing and expiry are acts of clocks, the others of persons.
revoke all on function disclosure.release(text, text, text, text), disclosure.expire(text) from public, sanzhi_api;
grant execute on function disclosure.release(text, text, text, text), disclosure.expire(text) to sanzhi_worker;
revoke all on function disclosure.withdraw(text, jsonb), disclosure.correct(text, jsonb), disclosure.repair(text, jsonb) from public, sanzhi_worker;
grant execute on function disclosure.withdraw(text, jsonb), disclosure.correct(text, jsonb), disclosure.repair(text, jsonb) to sanzhi_api;
