-- Accounts change under a version, and a change ends what was opened under the old state: a new password, a new second factor
-- or a disabling leaves no session alive, whoever makes it and by whatever road.
alter table identity.account add column version int not null default 1;

create function identity.count_account_change() returns trigger language plpgsql as $$
begin
  if (new.password_hash, new.totp_secret, new.disabled_at) is distinct from (old.password_hash, old.totp_secret, old.disabled_at) then
    new.version := old.version + 1;
  end if;
  return new;
end $$;
create trigger count_account_change before update on identity.account for each row execute function identity.count_account_change();

create function identity.end_sessions() returns trigger language plpgsql
security definer set search_path = identity, pg_temp as $$
begin
  delete from identity.session where organ = new.organ and account_id = new.id;
  return null;
end $$;
create trigger end_sessions after update on identity.account for each row when (new.version <> old.version)
  execute function identity.end_sessions();

-- As before, with the version that a change of the password has to meet.
create or replace function identity.login_facts(p_login text) returns jsonb language sql stable
security definer set search_path = identity, pg_temp as $$
  select jsonb_build_object('organ', organ, 'account', id, 'version', version, 'passwordHash', password_hash, 'totpSecret', totp_secret,
    'disabled', disabled_at is not null, 'failedCount', failed_count, 'lockedUntil', public.iso_instant(locked_until),
    'at', public.iso_instant(clock_timestamp())) -- real time: lock-out and one-time codes
  from identity.account where login = p_login
$$;

grant select (version) on identity.account to sanzhi_api;
do $$
begin
  grant create on schema identity to sanzhi_keeper;
  revoke all on function identity.end_sessions() from public;
  alter function identity.end_sessions() owner to sanzhi_keeper;
  revoke create on schema identity from sanzhi_keeper;
end $$;
