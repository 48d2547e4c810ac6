-- Evidence (证据) of a case, piece by piece, and what is asked of laboratories and experts. Written once, as measures are.
create table evidence.piece (
  organ text not null,
  case_id uuid not null,
  -- e1, e2 …
  id text not null check (id ~ '^e[1-9][0-9]*$'),
  -- One of the kinds of the organ's pack (行政处罚法第四十六条).
  kind text not null,
  title text not null,
  -- What its own act says of it: source, note, device, sample, report.
  detail jsonb not null,
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  obtained_by text not null,
  obtained_at timestamptz not null,
  -- What the party said of it (质证).
  party_view text,
  party_view_at timestamptz,
  primary key (organ, case_id, id),
  check (num_nulls(party_view, party_view_at) in (0, 2))
);
select platform.protect('evidence.piece');
select identity.close_to_recused('evidence.piece', 'case_id');
create trigger written_once before update or delete on evidence.piece for each row execute function evidence.written_once();

-- A question to others: a test (t1 …) or an expert review (x1 …). Begun on the day it was asked, ended with its answer.
create table evidence.inquiry (
  organ text not null,
  case_id uuid not null,
  id text not null check (id ~ '^[tx][1-9][0-9]*$'),
  kind text not null check (kind in ('test', 'expert')),
  -- The measure whose things are tested; null where none is.
  measure text,
  asked jsonb not null,
  begun_at timestamptz not null,
  answer jsonb,
  ended_at timestamptz,
  primary key (organ, case_id, id),
  foreign key (organ, case_id, measure) references evidence.measure,
  check (num_nulls(answer, ended_at) in (0, 2))
);
-- One expert review of a case at a time.
create unique index one_expert_review on evidence.inquiry (organ, case_id) where kind = 'expert' and ended_at is null;
select platform.protect('evidence.inquiry');
select identity.close_to_recused('evidence.inquiry', 'case_id');
create trigger written_once before update or delete on evidence.inquiry for each row execute function evidence.written_once();

-- One more piece: {id, kind, title, detail, sha256?, by, at}.
create function evidence.add_piece(p_organ text, p_case uuid, p jsonb) returns void language plpgsql as $$
begin
  insert into evidence.piece (organ, case_id, id, kind, title, detail, sha256, obtained_by, obtained_at)
  values (p_organ, p_case, p->>'id', p->>'kind', p->>'title', p->'detail', p->>'sha256', p->>'by', (p->>'at')::timestamptz);
end $$;

-- What the party said of a piece: {id, view, at}.
create function evidence.note_view(p_organ text, p_case uuid, p jsonb) returns void language plpgsql as $$
begin
  update evidence.piece set party_view = p->>'view', party_view_at = (p->>'at')::timestamptz
  where organ = p_organ and case_id = p_case and id = p->>'id';
  if not found then raise exception 'case % has no evidence %', p_case, p->>'id'; end if;
end $$;

-- A question to others: {id, kind, measure?, asked, at}.
create function evidence.ask_others(p_organ text, p_case uuid, p jsonb) returns void language plpgsql as $$
begin
  insert into evidence.inquiry (organ, case_id, id, kind, measure, asked, begun_at)
  values (p_organ, p_case, p->>'id', p->>'kind', p->>'measure', p->'asked', (p->>'at')::timestamptz);
end $$;

-- Its answer: {id, answer, at}.
create function evidence.answer_inquiry(p_organ text, p_case uuid, p jsonb) returns void language plpgsql as $$
begin
  update evidence.inquiry set answer = p->'answer', ended_at = (p->>'at')::timestamptz
  where organ = p_organ and case_id = p_case and id = p->>'id';
  if not found then raise exception 'case % has no inquiry %', p_case, p->>'id'; end if;
end $$;

-- What rules see of a case: its measures, its evidence, and what was asked of others.
create or replace function evidence.slice(p_organ text, p_case uuid) returns jsonb language plpgsql set plan_cache_mode = force_generic_plan as $$
begin
  return jsonb_build_object('measures', coalesce((
    select jsonb_agg(jsonb_build_object('id', m.id, 'kind', m.kind, 'urgent', m.urgent, 'asked', m.asked, 'askedAt', iso_instant(m.asked_at),
        'decision', m.decision, 'decidedBy', m.decided_by, 'decidedAt', iso_instant(m.decided_at), 'takenAt', iso_instant(m.taken_at),
        'unapprovedAt', iso_instant(m.unapproved_at), 'lapsedAt', iso_instant(m.lapsed_at), 'endedAt', iso_instant(m.ended_at),
        'items', (select jsonb_agg(jsonb_build_object('id', i.id, 'name', i.name, 'quantity', i.quantity, 'unit', i.unit, 'mark', i.mark,
            'disposal', i.disposal, 'disposedAt', iso_instant(i.disposed_at)) order by i.place)
          from evidence.measure_item i where i.organ = m.organ and i.case_id = m.case_id and i.measure = m.id))
      order by m.asked_at, length(m.id), m.id)
    from evidence.measure m where m.organ = p_organ and m.case_id = p_case), '[]'),
  'pieces', coalesce((
    select jsonb_agg(jsonb_build_object('id', p.id, 'kind', p.kind, 'title', p.title, 'detail', p.detail, 'sha256', p.sha256,
        'obtainedBy', p.obtained_by, 'obtainedAt', iso_instant(p.obtained_at), 'partyView', p.party_view) order by p.obtained_at, length(p.id), p.id)
    from evidence.piece p where p.organ = p_organ and p.case_id = p_case), '[]'),
  'inquiries', coalesce((
    select jsonb_agg(jsonb_build_object('id', q.id, 'kind', q.kind, 'measure', q.measure, 'asked', q.asked, 'begunAt', iso_instant(q.begun_at),
        'answer', q.answer, 'endedAt', iso_instant(q.ended_at)) order by q.begun_at, q.id)
    from evidence.inquiry q where q.organ = p_organ and q.case_id = p_case), '[]'));
end $$;

grant select, insert on evidence.piece, evidence.inquiry to sanzhi_api, sanzhi_worker;
grant update (party_view, party_view_at) on evidence.piece to sanzhi_api, sanzhi_worker;
grant update (answer, ended_at) on evidence.inquiry to sanzhi_api, sanzhi_worker;
