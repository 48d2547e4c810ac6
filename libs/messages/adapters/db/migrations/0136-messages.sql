-- In-app messages (站内消息): one row for each person who is told. What it tells of is looked up when it is read, so no name
-- and no number stands here.
create schema messages;

create table messages.message (
  organ text not null,
  id bigint generated always as identity,
  -- Officer id.
  person text not null,
  case_id uuid not null,
  kind text not null check (kind ~ '^[a-z]+(-[a-z]+)*$'),
  -- In which duty, by which rule of a clock, about what; null where it does not apply.
  duty text,
  clock text,
  item text,
  -- What it came from: the same thing is told to one person once.
  source text not null,
  at timestamptz not null default sanzhi_now(),
  read_at timestamptz,
  primary key (organ, id),
  unique (organ, person, source)
);
create index message_of_person on messages.message (organ, person, id desc);
create index message_unread on messages.message (organ, person, id desc) where read_at is null;
select platform.protect('messages.message');

-- Delivers {source, caseId, kind, duty? | person?, clock?, item?}: to the person named; else to who holds the duty in the
-- case and was not recused; else, for duties that nobody has taken up yet, to who is appointed to it today. Handlers and
-- voters are those of the case alone. Twice is once.
create function messages.deliver(p_organ text, p_rows jsonb) returns void language plpgsql as $$
declare today date := identity.legal_today();
begin
  insert into messages.message (organ, person, case_id, kind, duty, clock, item, source)
  select p_organ, told.person, (r->>'caseId')::uuid, r->>'kind', r->>'duty', r->>'clock', r->>'item', r->>'source'
  from jsonb_array_elements(p_rows) r
  cross join lateral (
    select r->>'person' as person where r->>'person' is not null
    union
    select d.person from identity.duty d
      where r->>'person' is null and d.organ = p_organ and d.case_id = (r->>'caseId')::uuid and d.duty = r->>'duty'
    union
    select a.officer_id::text from identity.appointment a join identity.officer o on o.organ = a.organ and o.id = a.officer_id
      where r->>'person' is null and r->>'duty' not in ('handler', 'voter') and a.organ = p_organ and a.post = r->>'duty'
        and today <@ daterange(a.valid_from, a.valid_to, '[]') and today <@ daterange(o.valid_from, o.valid_to, '[]')
        and not exists (select from identity.duty d
          where d.organ = p_organ and d.case_id = (r->>'caseId')::uuid and d.duty = r->>'duty')
  ) told
  where r->>'person' is not null or not exists (select from identity.duty d
    where d.organ = p_organ and d.case_id = (r->>'caseId')::uuid and d.person = told.person and d.duty = 'recused')
  on conflict (organ, person, source) do nothing;
end $$;

grant usage on schema messages to sanzhi_api, sanzhi_worker;
grant select on messages.message to sanzhi_api, sanzhi_worker;
grant insert on messages.message to sanzhi_worker, sanzhi_api;
grant update (read_at) on messages.message to sanzhi_api;
