-- The words a case is searched by, beside the case: within its row every act computed them anew and, since an act changes the
-- state and so every index, entered all their pairs of characters into the index again. They change when number, party or
-- offence do.
create table casework.case_words (
  organ text not null,
  case_id uuid not null,
  search_text text not null,
  primary key (organ, case_id)
);
create index case_words_by_bigrams on casework.case_words using gin (casework.bigrams(search_text));

create function casework.words_of(p_number text, p_facts jsonb) returns text language sql immutable parallel safe as $$
  select casework.search_text(coalesce(p_number, '') || ' ' || coalesce(p_facts->'party'->>'name', '') || ' ' || coalesce(p_facts->'clue'->>'offence', ''))
$$;

alter table casework.case no force row level security;
insert into casework.case_words (organ, case_id, search_text) select c.organ, c.id, c.search_text from casework.case c;
alter table casework.case force row level security;

select platform.protect('casework.case_words');
select identity.close_to_recused('casework.case_words', 'case_id');
grant select, insert, update on casework.case_words to sanzhi_api, sanzhi_worker;
grant select on casework.case_words to sanzhi_keeper;

create function casework.keep_words() returns trigger language plpgsql set plan_cache_mode = force_generic_plan as $$
begin
  insert into casework.case_words (organ, case_id, search_text) values (new.organ, new.id, casework.words_of(new.number, new.facts))
  on conflict (organ, case_id) do update set search_text = excluded.search_text;
  return null;
end $$;
create trigger words_of_new after insert on casework.case for each row execute function casework.keep_words();
create trigger words_of_changed after update of number, facts on casework.case for each row
  when (new.number is distinct from old.number or new.facts->'party'->>'name' is distinct from old.facts->'party'->>'name'
    or new.facts->'clue'->>'offence' is distinct from old.facts->'clue'->>'offence')
  execute function casework.keep_words();

-- As before, over the words beside the case.
create or replace function casework.search(p_organs text[], p_person text, p_words text[], p_limit int)
returns table (organ text, id uuid) language plpgsql stable security definer set search_path = casework, pg_temp as $$
declare
  words text[] := array(select casework.search_text(word) from unnest(p_words) word);
  grams text[] := array(select distinct unnest(casework.bigrams(word)) from unnest(words) word);
begin
  -- What the caller may read is what the transaction says, never what an argument says.
  return query
  with found as materialized (
    select w.organ, w.case_id, w.search_text from casework.case_words w where casework.bigrams(w.search_text) @> grams
  )
  select f.organ, f.case_id from found f
  where f.organ = any (p_organs) and f.organ = any (public.readable_organs())
    and (select bool_and(position(word in f.search_text) > 0) from unnest(words) word)
    and not exists (select from identity.duty d where d.organ = f.organ and d.case_id = f.case_id
      and d.person = p_person and d.duty = 'recused')
  order by f.case_id desc limit p_limit;
end $$;

-- Dropped since it is computed from number and facts, and stands beside the case now.
alter table casework.case drop column search_text;
