-- Record (执法全过程记录): append-only entries, chained per case; payloads apart, so that they can be lawfully erased.
create schema record;

create table record.entry (
  organ text not null,
  case_id uuid not null,
  seq int not null check (seq > 0),
  prev_sha256 text not null,
  sha256 text not null,
  sm3 text not null,
  -- The exact canonical bytes that were hashed (RFC 8785).
  header text not null,
  action text not null,
  actor text not null,
  acted_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (organ, case_id, seq),
  unique (organ, case_id, prev_sha256)
);
select platform.protect('record.entry');

create table record.payload (
  organ text not null,
  case_id uuid not null,
  seq int not null,
  salt text not null,
  body text not null,
  primary key (organ, case_id, seq),
  foreign key (organ, case_id, seq) references record.entry
);
select platform.protect('record.payload');

-- Payloads that were lawfully removed: on whose word and under which entry.
create table record.erasure (
  organ text not null,
  case_id uuid not null,
  seq int not null,
  under_seq int not null,
  asked_by text not null,
  confirmed_by text not null,
  ground text not null,
  at timestamptz not null default sanzhi_now(),
  primary key (organ, case_id, seq),
  check (asked_by <> confirmed_by),
  check (length(btrim(ground)) > 0)
);
select platform.protect('record.erasure');

-- Leaves waiting for the tree of their organ and year.
create table record.pending_leaf (
  organ text not null,
  case_id uuid not null,
  seq int not null,
  year int not null,
  sha256 text not null,
  sm3 text not null,
  primary key (organ, case_id, seq)
);
select platform.protect_swept('record.pending_leaf');

create trigger never_changed before update or delete on record.entry
  for each row execute function platform.refuse_change();
create trigger never_emptied before truncate on record.entry
  for each statement execute function platform.refuse_change();
create trigger never_changed before update on record.payload
  for each row execute function platform.refuse_change();
create trigger never_changed before update or delete on record.erasure
  for each row execute function platform.refuse_change();

-- Appends one entry with its payload and its leaf. The caller holds the lock of the case row.
create function record.append(p_organ text, p_case uuid, e jsonb) returns void language plpgsql as $$
begin
  insert into record.entry (organ, case_id, seq, prev_sha256, sha256, sm3, header, action, actor, acted_at, recorded_at)
  values (p_organ, p_case, (e->>'seq')::int, e->>'prev', e->>'sha256', e->>'sm3', e->>'header', e->>'action',
    e->>'actor', (e->>'actedAt')::timestamptz, (e->>'recordedAt')::timestamptz);
  insert into record.payload (organ, case_id, seq, salt, body)
  values (p_organ, p_case, (e->>'seq')::int, e->>'salt', e->>'payload');
  insert into record.pending_leaf (organ, case_id, seq, year, sha256, sm3)
  values (p_organ, p_case, (e->>'seq')::int,
    extract(year from (e->>'recordedAt')::timestamptz at time zone 'Asia/Shanghai')::int, e->>'sha256', e->>'sm3');
end $$;

-- A lawful erasure: removes payload and salt, keeps the header; two persons, a ground, and the entry that orders it.
-- The application cannot delete from record.payload itself; this function is its only way.
create function record.erase(p_case uuid, p_seq int, p_under_seq int, p_asked_by text, p_confirmed_by text, p_ground text)
returns void language plpgsql security definer set search_path = record, pg_temp as $$
declare organ_now text := public.writable_organ();
begin
  perform 1 from record.entry where organ = organ_now and case_id = p_case and seq = p_under_seq and seq > p_seq;
  if not found then
    raise exception 'an erasure needs a later entry that orders it' using errcode = 'foreign_key_violation';
  end if;
  insert into record.erasure (organ, case_id, seq, under_seq, asked_by, confirmed_by, ground)
  values (organ_now, p_case, p_seq, p_under_seq, p_asked_by, p_confirmed_by, p_ground);
  delete from record.payload where organ = organ_now and case_id = p_case and seq = p_seq;
  if not found then
    raise exception 'nothing to erase at %', p_seq using errcode = 'no_data_found';
  end if;
end $$;

grant usage on schema record to sanzhi_api, sanzhi_worker, sanzhi_keeper;
grant select, insert on record.entry, record.payload, record.pending_leaf to sanzhi_api, sanzhi_worker;
grant select on record.erasure to sanzhi_api, sanzhi_worker;
grant select, delete on record.pending_leaf to sanzhi_worker;
grant select on record.entry to sanzhi_keeper;
grant select, delete on record.payload to sanzhi_keeper;
grant select, insert on record.erasure to sanzhi_keeper;
grant create on schema record to sanzhi_keeper;
alter function record.erase(uuid, int, int, text, text, text) owner to sanzhi_keeper;
revoke create on schema record from sanzhi_keeper;
revoke all on function record.erase(uuid, int, int, text, text, text) from public;
grant execute on function record.erase(uuid, int, int, text, text, text) to sanzhi_api, sanzhi_worker;
