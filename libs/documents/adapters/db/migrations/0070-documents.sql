-- Documents (执法文书): the exact bytes that were issued, and to whom they were handed.
create schema documents;

create table documents.document (
  organ text not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null,
  number text,
  html text not null,
  -- Of the bytes of `html` in UTF-8; the record entry of the step carries the same.
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  sm3 text not null check (sm3 ~ '^[0-9a-f]{64}$'),
  issued_at timestamptz not null,
  primary key (organ, id)
);
create unique index document_number on documents.document (organ, number) where number is not null;
create index document_of_case on documents.document (organ, case_id);
select platform.protect('documents.document');

create table documents.service (
  organ text not null,
  document_id uuid not null,
  method text not null,
  receiver text not null,
  served_on date not null,
  primary key (organ, document_id, receiver, served_on)
);
select platform.protect('documents.service');

-- Issues a document: {id, kind, number, html, sha256, sm3, issuedAt}.
create function documents.issue(p_organ text, p_case uuid, p jsonb) returns void language plpgsql set plan_cache_mode = force_generic_plan as $$
begin
  insert into documents.document (organ, id, case_id, kind, number, html, sha256, sm3, issued_at)
  values (p_organ, (p->>'id')::uuid, p_case, p->>'kind', p->>'number', p->>'html', p->>'sha256', p->>'sm3',
    (p->>'issuedAt')::timestamptz);
end $$;

-- Notes that a document was handed over: {id, method, receiver, servedOn}.
create function documents.serve(p_organ text, p jsonb) returns void language plpgsql as $$
begin
  insert into documents.service (organ, document_id, method, receiver, served_on)
  values (p_organ, (p->>'id')::uuid, p->>'method', p->>'receiver', (p->>'servedOn')::date);
end $$;

grant usage on schema documents to sanzhi_api, sanzhi_worker;
grant select, insert on documents.document, documents.service to sanzhi_api, sanzhi_worker;
