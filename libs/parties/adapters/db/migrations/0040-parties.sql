-- Parties (当事人): one file for each person, body or business of an organ, and the cases it has a part in.
create schema parties;

create table parties.party (
  organ text not null,
  id uuid not null default gen_random_uuid(),
  kind text not null check (kind in ('person', 'organization', 'individual-business')),
  name text not null,
  -- 统一社会信用代码; a person has none.
  code text,
  id_number text,
  legal_representative text,
  address text,
  phone text,
  -- First day on which the organ dealt with it.
  since date not null,
  primary key (organ, id),
  check (kind <> 'person' or code is null)
);
create unique index party_code on parties.party (organ, code) where code is not null;
-- Who has no code is known by the number of his papers.
create unique index party_id_number on parties.party (organ, kind, id_number) where code is null and id_number is not null;
select platform.protect('parties.party');

create table parties.case_party (
  organ text not null,
  case_id uuid not null,
  party_id uuid not null,
  role text not null,
  primary key (organ, case_id, party_id, role)
);
create index case_party_of_party on parties.case_party (organ, party_id, case_id);
select platform.protect('parties.case_party');

-- Finds the file of a party by its code, or by the number of its papers; null when there is none.
create function parties.find(p_organ text, p_kind text, p_code text, p_id_number text) returns uuid language plpgsql as $$
declare found_id uuid;
begin
  if p_code is not null then
    select id into found_id from parties.party where organ = p_organ and code = p_code;
  elsif p_id_number is not null then
    select id into found_id from parties.party
      where organ = p_organ and kind = p_kind and id_number = p_id_number and code is null;
  end if;
  return found_id;
end $$;

-- Finds or creates the file of a party and links the case to it: {kind, name, code?, idNumber?, legalRepresentative?,
-- address?, phone?}. A file that exists keeps what it says; only what it does not know yet is filled in. A party without
-- any number gets a file of its own, since names alone prove nothing.
create function parties.link(p_organ text, p_case uuid, p_role text, p_since date, p jsonb) returns void language plpgsql as $$
declare
  its_code text := case when p->>'kind' <> 'person' then nullif(p->>'code', '') end;
  its_number text := case when p->>'kind' <> 'organization' then nullif(p->>'idNumber', '') end;
  its_id uuid := parties.find(p_organ, p->>'kind', its_code, its_number);
begin
  if its_id is null then
    insert into parties.party (organ, kind, name, code, id_number, legal_representative, address, phone, since)
    values (p_organ, p->>'kind', p->>'name', its_code, its_number, p->>'legalRepresentative', p->>'address', p->>'phone', p_since)
    on conflict do nothing returning id into its_id;
    its_id := coalesce(its_id, parties.find(p_organ, p->>'kind', its_code, its_number));
  else
    update parties.party set id_number = coalesce(id_number, its_number),
      legal_representative = coalesce(legal_representative, p->>'legalRepresentative'),
      address = coalesce(address, p->>'address'), phone = coalesce(phone, p->>'phone'), since = least(since, p_since)
    where organ = p_organ and id = its_id and (since > p_since or id_number is null and its_number is not null
      or legal_representative is null and p ? 'legalRepresentative'
      or address is null and p ? 'address' or phone is null and p ? 'phone');
  end if;
  insert into parties.case_party (organ, case_id, party_id, role) values (p_organ, p_case, its_id, p_role)
  on conflict do nothing;
end $$;

-- The parties of a case.
create function parties.slice(p_organ text, p_case uuid) returns jsonb language plpgsql as $$
begin
  return coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'role', c.role, 'kind', p.kind, 'name', p.name,
      'code', p.code, 'since', p.since) order by c.role, p.id)
    from parties.case_party c join parties.party p on p.organ = c.organ and p.id = c.party_id
    where c.organ = p_organ and c.case_id = p_case), '[]');
end $$;

grant usage on schema parties to sanzhi_api, sanzhi_worker;
grant select, insert, update on parties.party to sanzhi_api, sanzhi_worker;
grant select, insert on parties.case_party to sanzhi_api, sanzhi_worker;
