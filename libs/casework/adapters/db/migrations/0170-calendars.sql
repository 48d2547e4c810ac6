-- Calendars: a year's notice is proposed by one person and confirmed by another; then provisional clocks are recomputed.

create table casework.calendar_proposal (
  organ text not null,
  id uuid not null,
  year int not null check (year between 2000 and 2199),
  title text not null,
  -- Address or number of the notice; its whole text, whose digest both persons saw.
  notice text not null,
  source_text text not null,
  source_sha256 text not null,
  -- [{date, name, kind}] as read from the text.
  days jsonb not null,
  state text not null default 'proposed' check (state in ('proposed', 'confirmed', 'rejected')),
  proposed_by text not null,
  proposed_at timestamptz not null default sanzhi_now(),
  decided_by text,
  decided_at timestamptz,
  primary key (organ, id),
  check ((state = 'proposed') = (decided_by is null)),
  -- Nobody confirms what he proposed.
  check (decided_by <> proposed_by)
);
create unique index calendar_proposal_open on casework.calendar_proposal (organ, year) where state = 'proposed';
select platform.protect('casework.calendar_proposal');

-- The confirmed years, on top of those of config/calendars.
-- not a tenant table: the calendar of the nation is the same for every organ.
create table casework.calendar_year (
  year int not null,
  revision int not null,
  notice text not null,
  days jsonb not null,
  organ text not null,
  proposal uuid not null,
  confirmed_at timestamptz not null default sanzhi_now(),
  primary key (year, revision)
);
create trigger never_changed before update or delete on casework.calendar_year
  for each row execute function platform.refuse_change();

-- Decides a proposal. A confirmed one becomes the next revision of its year; `p_known` is the revision of the files.
-- Only an organ without a superior here decides, since the calendar then holds for all organs.
create function casework.decide_calendar(p_organ text, p_id uuid, p_person text, p_confirm boolean, p_known int) returns text
language plpgsql security definer set search_path = casework, pg_temp as $$
declare p casework.calendar_proposal;
begin
  if p_organ is distinct from public.writable_organ() then return 'not-found'; end if;
  if exists (select from identity.organ o where o.code = p_organ and o.parent_code is not null) then return 'not-top'; end if;
  select * into p from casework.calendar_proposal where organ = p_organ and id = p_id for update;
  if not found then return 'not-found'; end if;
  if p.state <> 'proposed' then return 'decided'; end if;
  if p.proposed_by = p_person then return 'same-person'; end if;
  update casework.calendar_proposal set state = case when p_confirm then 'confirmed' else 'rejected' end,
    decided_by = p_person, decided_at = public.sanzhi_now() where organ = p_organ and id = p_id;
  if p_confirm then
    insert into casework.calendar_year (year, revision, notice, days, organ, proposal)
    select p.year, 1 + greatest(p_known, coalesce(max(y.revision), 0)), p.notice, p.days, p_organ, p_id
    from casework.calendar_year y where y.year = p.year;
  end if;
  return 'done';
end $$;

-- Every clock whose dates a calendar moved or made firm, with what they were.
create table casework.clock_change (
  organ text not null,
  id bigint generated always as identity,
  clock_id text not null,
  case_id uuid not null,
  rule text not null,
  changed_at timestamptz not null default sanzhi_now(),
  before jsonb not null,
  after jsonb not null,
  primary key (organ, id)
);
create index clock_change_by_time on casework.clock_change (organ, changed_at desc, id);
select platform.protect_swept('casework.clock_change');
create trigger never_changed before update or delete on casework.clock_change
  for each row execute function platform.refuse_change();

create index clock_provisional on casework.clock (organ, id) where state = 'running' and provisional;

-- Provisional clocks that another calendar computed than the one loaded now; `p_regions` maps heads of administrative
-- codes to the revisions of their overlays. Locks what it gives; what another worker holds is left to it.
create function casework.stale_clocks(p_revision text, p_regions jsonb, p_limit int) returns jsonb language plpgsql as $$
begin
  return coalesce((select jsonb_agg(jsonb_build_object('organ', k.organ, 'id', k.id, 'rule', k.rule, 'region', k.region,
      'anchorOn', k.anchor_on, 'length', k.length, 'unit', k.unit, 'ledger', k.ledger)) from (
    select c.*, o.region from casework.clock c join identity.organ o on o.code = c.organ
    where c.state = 'running' and c.provisional and c.calendar_revision <> coalesce((
      select r.value from jsonb_each_text(p_regions) r where starts_with(o.region, r.key) order by length(r.key) desc limit 1), p_revision)
    order by c.organ, c.id limit p_limit for update of c skip locked) k), '[]');
end $$;

-- Writes recomputed dates and keeps what they were. A rung that fired stays fired; the others ring by the new dates.
create function casework.put_clock_dates(p jsonb) returns int language plpgsql as $$
declare changed int;
begin
  insert into casework.clock_change (organ, clock_id, case_id, rule, before, after)
  select k.organ, k.id, k.case_id, k.rule,
    jsonb_build_object('statutoryDue', k.statutory_due, 'safeDue', k.safe_due, 'provisional', k.provisional, 'calendarRevision', k.calendar_revision),
    jsonb_build_object('statutoryDue', n->>'statutoryDue', 'safeDue', n->>'safeDue', 'provisional', (n->>'provisional')::boolean, 'calendarRevision', n->>'calendarRevision')
  from jsonb_array_elements(p) n join casework.clock k on k.organ = n->>'organ' and k.id = n->>'id' and k.state = 'running';
  get diagnostics changed = row_count;
  update casework.clock k set statutory_due = (n->>'statutoryDue')::date, safe_due = (n->>'safeDue')::date,
    due_at = (n->>'dueAt')::timestamptz, provisional = (n->>'provisional')::boolean, calendar_revision = n->>'calendarRevision',
    rungs = n->'rungs', next_rung_at = (select min((r->>'at')::timestamptz) from jsonb_array_elements(n->'rungs') r
      where not exists (select from casework.rung f where f.organ = k.organ and f.clock_id = k.id and f.rung = r->>'id'))
  from jsonb_array_elements(p) n where k.organ = n->>'organ' and k.id = n->>'id' and k.state = 'running';
  return changed;
end $$;

grant select, insert on casework.calendar_proposal to sanzhi_api;
grant select on casework.calendar_year to sanzhi_api, sanzhi_worker;
grant select on casework.clock_change to sanzhi_api;
grant select, insert on casework.clock_change to sanzhi_worker;

grant usage on schema casework to sanzhi_keeper;
grant select, update on casework.calendar_proposal to sanzhi_keeper;
grant select, insert on casework.calendar_year to sanzhi_keeper;
revoke all on function casework.decide_calendar(text, uuid, text, boolean, int) from public;
grant execute on function casework.decide_calendar(text, uuid, text, boolean, int) to sanzhi_api;
grant create on schema casework to sanzhi_keeper;
alter function casework.decide_calendar(text, uuid, text, boolean, int) owner to sanzhi_keeper;
revoke create on schema casework from sanzhi_keeper;
