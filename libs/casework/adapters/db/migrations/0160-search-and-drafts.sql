-- Search over cases by number, party and offence, and drafts of forms that somebody is filling in.

-- One form for what is stored and what is asked: width and case of letters do not matter, nor do spaces.
create function casework.search_text(p_text text) returns text language sql immutable parallel safe as $$
  select regexp_replace(lower(normalize(coalesce(p_text, ''), NFKC)), '\s+', ' ', 'g')
$$;

-- Every two neighbouring characters: what Chinese is searched by, since it has no spaces and words are mostly two long.
create function casework.bigrams(p_text text) returns text[] language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct substr(p_text, at, 2)), '{}') from generate_series(1, length(p_text) - 1) at
$$;

-- not a scan of facts: the three things a case is looked for by, kept beside it and only computed anew with the row.
alter table casework.case add column search_text text not null generated always as (
  casework.search_text(coalesce(number, '') || ' ' || coalesce(facts->'party'->>'name', '') || ' ' || coalesce(facts->'clue'->>'offence', ''))) stored;
create index case_by_bigrams on casework.case using gin (casework.bigrams(search_text));

-- Cases that carry every word, newest first. A policy would turn the index into a scan, so the function applies itself what
-- policies say: rows of readable organs, and none of the cases that the asker was recused from (行政处罚法第四十三条).
-- A word has two characters at least; the caller checks that.
create function casework.search(p_organs text[], p_person text, p_words text[], p_limit int)
returns table (organ text, id uuid) language plpgsql stable security definer set search_path = casework, pg_temp as $$
declare
  words text[] := array(select casework.search_text(word) from unnest(p_words) word);
  grams text[] := array(select distinct unnest(casework.bigrams(word)) from unnest(words) word);
begin
  -- What the caller may read is what the transaction says, never what an argument says.
  return query
  with found as materialized (
    select c.organ, c.id, c.search_text from casework.case c where casework.bigrams(c.search_text) @> grams
  )
  select f.organ, f.id from found f
  where f.organ = any (p_organs) and f.organ = any (public.readable_organs())
    and (select bool_and(position(word in f.search_text) > 0) from unnest(words) word)
    and not exists (select from identity.duty d where d.organ = f.organ and d.case_id = f.id
      and d.person = p_person and d.duty = 'recused')
  order by f.id desc limit p_limit;
end $$;

-- A form in the making: whose, for which case ("new" before there is one) and action. Nobody else ever reads it, and it is
-- no record: it goes away when the action is taken, when its owner discards it, and when its case is settled.
create table casework.draft (
  organ text not null,
  account text not null,
  case_key text not null check (case_key = 'new' or case_key ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'),
  action text not null check (action ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  -- Version of the case that its writer had in front of him; null for a new case.
  case_version int,
  content jsonb not null check (pg_column_size(content) < 262144),
  -- real time: when somebody typed is nothing that the law counts by.
  saved_at timestamptz not null default clock_timestamp(),
  primary key (organ, account, case_key, action)
);
select platform.protect('casework.draft');
-- Beside the organ, the account: restrictive, so that it holds whatever else allows.
create policy own_draft on casework.draft as restrictive for all to sanzhi_api, sanzhi_worker
  using (account = (select current_setting('sanzhi.actor', true)))
  with check (account = (select current_setting('sanzhi.actor', true)));

grant select, insert, update, delete on casework.draft to sanzhi_api;
grant usage on schema casework to sanzhi_keeper;
grant select (search_text) on casework.case to sanzhi_keeper;
grant create on schema casework to sanzhi_keeper;
alter function casework.search(text[], text, text[], int) owner to sanzhi_keeper;
revoke create on schema casework from sanzhi_keeper;
revoke all on function casework.search(text[], text, text[], int) from public;
grant execute on function casework.search(text[], text, text[], int) to sanzhi_api;
