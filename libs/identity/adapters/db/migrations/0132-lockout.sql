-- Lock-out by login and address: who guesses shuts himself out, and not the owner of the account who sits elsewhere. The
-- account as a whole shuts only after many more failures. Logins are kept as digests: people type passwords there.
-- not a tenant table: a login that nobody has belongs to no organ, and is treated the same.
create table identity.attempt (
  login_sha256 text not null check (login_sha256 ~ '^[0-9a-f]{64}$'),
  address text not null check (length(address) <= 64),
  failed_count int not null default 0,
  locked_until timestamptz,
  last_at timestamptz not null default clock_timestamp(), -- real time: lock-out
  primary key (login_sha256, address)
);
create index attempt_old on identity.attempt (last_at);

-- The failures of a login from an address, under a lock; the row is there afterwards, whoever the login belongs to.
create function identity.lock_attempt(p_login_sha256 text, p_address text) returns jsonb language plpgsql
security definer set search_path = identity, pg_temp as $$
declare found_row identity.attempt;
begin
  insert into identity.attempt (login_sha256, address) values (p_login_sha256, p_address) on conflict do nothing;
  select * into found_row from identity.attempt where login_sha256 = p_login_sha256 and address = p_address for update;
  return jsonb_build_object('failedCount', found_row.failed_count, 'lockedUntil', public.iso_instant(found_row.locked_until),
    'at', public.iso_instant(clock_timestamp())); -- real time: lock-out
end $$;

-- Keeps what became of them, and forgets what is a day old.
create function identity.keep_attempt(p_login_sha256 text, p_address text, p_failed int, p_until timestamptz) returns void language plpgsql
security definer set search_path = identity, pg_temp as $$
declare real_now timestamptz := clock_timestamp(); -- real time: lock-out
begin
  update identity.attempt set failed_count = p_failed, locked_until = p_until, last_at = real_now
    where login_sha256 = p_login_sha256 and address = p_address;
  delete from identity.attempt where last_at < real_now - interval '1 day' and (locked_until is null or locked_until < real_now);
end $$;

-- Opens a session unless the login was shut for the address meanwhile, and forgets its failures there.
create function identity.enter(p_token_sha256 text, p_organ text, p_account uuid, p_hours int, p_totp_step bigint,
  p_login_sha256 text, p_address text) returns boolean language plpgsql
security definer set search_path = identity, pg_temp as $$
declare real_now timestamptz := clock_timestamp(); -- real time: lock-out
begin
  if exists (select from identity.attempt where login_sha256 = p_login_sha256 and address = p_address and locked_until > real_now) then
    return false;
  end if;
  if not identity.open_session(p_token_sha256, p_organ, p_account, p_hours, p_totp_step) then return false; end if;
  delete from identity.attempt where login_sha256 = p_login_sha256 and address = p_address;
  return true;
end $$;

grant select, insert, update, delete on identity.attempt to sanzhi_keeper;
do $$
declare signature text;
begin
  grant create on schema identity to sanzhi_keeper;
  foreach signature in array array['lock_attempt(text, text)', 'keep_attempt(text, text, int, timestamptz)',
      'enter(text, text, uuid, int, bigint, text, text)'] loop
    execute format('revoke all on function identity.%s from public', signature);
    execute format('grant execute on function identity.%s to sanzhi_api', signature);
    execute format('alter function identity.%s owner to sanzhi_keeper', signature);
  end loop;
  revoke create on schema identity from sanzhi_keeper;
end $$;
