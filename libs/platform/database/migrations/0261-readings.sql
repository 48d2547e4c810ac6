-- Who read what: one row for each reading of a sensitive thing, and for each attempt that found nothing. It is no part of a
-- case's record, and no process reads or changes it: it is for who audits the house.
create table platform.reading (
  organ text not null,
  id bigint generated always as identity,
  at timestamptz not null default sanzhi_now(),
  account text not null,
  -- Pattern of the address, never the address: what was typed into a search stands in no row.
  route text not null,
  -- Id of what was asked for; null where the address names nothing.
  subject text check (length(subject) <= 200),
  -- `ok`, or the code of the refusal.
  code text not null,
  primary key (organ, id)
);
select platform.protect('platform.reading');
grant insert on platform.reading to sanzhi_api;
