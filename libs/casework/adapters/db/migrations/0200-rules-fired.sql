-- How often each rule fired: one row for each condition that was not met, beside the audit row of a refusal or the entry
-- that keeps a defect. Counted over days by its key, so that a question reads the days it asks for and no more.
create table casework.rule_fired (
  organ text not null,
  day date not null,
  rule text not null,
  effect text not null check (effect in ('refuse', 'defect')),
  id bigint generated always as identity,
  primary key (organ, day, rule, effect, id)
);

-- What was refused before this table was there; the owner reads the audit for it once.
alter table platform.refusal no force row level security;
insert into casework.rule_fired (organ, day, rule, effect)
  select f.organ, (f.at at time zone 'Asia/Shanghai')::date, r->>'rule', 'refuse'
  from platform.refusal f cross join jsonb_array_elements(f.refusals) r where r ? 'rule';
alter table platform.refusal force row level security;

create trigger never_changed before update or delete on casework.rule_fired
  for each row execute function platform.refuse_change();
select platform.protect('casework.rule_fired');
grant select, insert on casework.rule_fired to sanzhi_api, sanzhi_worker;

-- Every refusal, whoever makes it, is counted with its audit row.
create function casework.count_refused() returns trigger language plpgsql as $$
begin
  insert into casework.rule_fired (organ, day, rule, effect)
    select new.organ, (new.at at time zone 'Asia/Shanghai')::date, r->>'rule', 'refuse'
    from jsonb_array_elements(new.refusals) r where r ? 'rule';
  return null;
end $$;
create trigger count_refused after insert on platform.refusal for each row execute function casework.count_refused();
