-- Collective discussion by the heads (负责人集体讨论): who was called, what each said and voted, and what came of it.
create schema discussion;

create table discussion.meeting (
  organ text not null,
  case_id uuid not null,
  round int not null,
  members text[] not null check (cardinality(members) > 0),
  chair text not null,
  place text not null,
  -- SHA-256 of the canonical JSON of the draft: what votes and resolution are bound to.
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  draft jsonb not null,
  convened_at timestamptz not null,
  resolution text check (resolution in ('approved', 'returned')),
  minutes text,
  resolved_at timestamptz,
  primary key (organ, case_id, round),
  check (num_nulls(resolution, minutes, resolved_at) in (0, 3))
);
create index meeting_open on discussion.meeting (organ, convened_at, case_id) where resolution is null;
select platform.protect('discussion.meeting');

-- One vote for each member, in full and for ever.
create table discussion.vote (
  organ text not null,
  case_id uuid not null,
  round int not null,
  member text not null,
  vote text not null check (vote in ('agree', 'disagree', 'abstain')),
  view text not null,
  digest text not null,
  voted_at timestamptz not null,
  primary key (organ, case_id, round, member)
);
select platform.protect('discussion.vote');

-- A resolution is passed once; who was called and to what never changes.
create function discussion.resolved_once() returns trigger language plpgsql as $$
begin
  if old.resolution is not null then
    raise exception 'the resolution of meeting % of case % is never changed', old.round, old.case_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger resolved_once before update on discussion.meeting for each row execute function discussion.resolved_once();

-- A new meeting: {members, chair, place, digest, draft, convenedAt}.
create function discussion.convene(p_organ text, p_case uuid, p jsonb) returns void language plpgsql as $$
begin
  insert into discussion.meeting (organ, case_id, round, members, chair, place, digest, draft, convened_at)
  values (p_organ, p_case,
    1 + coalesce((select max(round) from discussion.meeting where organ = p_organ and case_id = p_case), 0),
    array(select jsonb_array_elements_text(p->'members')), p->>'chair', p->>'place', p->>'digest', p->'draft',
    (p->>'convenedAt')::timestamptz);
end $$;

-- One vote: {round, member, vote, view, digest, votedAt}.
create function discussion.cast_vote(p_organ text, p_case uuid, p jsonb) returns void language plpgsql as $$
begin
  insert into discussion.vote (organ, case_id, round, member, vote, view, digest, voted_at)
  values (p_organ, p_case, (p->>'round')::int, p->>'member', p->>'vote', p->>'view', p->>'digest', (p->>'votedAt')::timestamptz);
end $$;

-- The end of a meeting: {round, resolution, minutes, resolvedAt}.
create function discussion.resolve(p_organ text, p_case uuid, p jsonb) returns void language plpgsql as $$
begin
  update discussion.meeting set resolution = p->>'resolution', minutes = p->>'minutes', resolved_at = (p->>'resolvedAt')::timestamptz
  where organ = p_organ and case_id = p_case and round = (p->>'round')::int;
  if not found then raise exception 'case % has no meeting %', p_case, p->>'round'; end if;
end $$;

-- What rules see of a case: its meetings with their votes, and the draft that the last one was called to.
create function discussion.slice(p_organ text, p_case uuid) returns jsonb language plpgsql set plan_cache_mode = force_generic_plan as $$
declare found jsonb;
begin
  select jsonb_build_object(
      'meetings', jsonb_agg(jsonb_build_object('round', m.round, 'members', m.members, 'chair', m.chair, 'place', m.place,
        'digest', m.digest, 'convenedAt', iso_instant(m.convened_at), 'resolution', m.resolution, 'minutes', m.minutes,
        'resolvedAt', iso_instant(m.resolved_at), 'votes', coalesce((
          select jsonb_agg(jsonb_build_object('member', v.member, 'vote', v.vote, 'view', v.view,
            'votedAt', iso_instant(v.voted_at)) order by v.voted_at, v.member)
          from discussion.vote v where v.organ = p_organ and v.case_id = p_case and v.round = m.round), '[]')) order by m.round),
      'convened', (array_agg(m.draft order by m.round desc))[1])
    into found from discussion.meeting m where m.organ = p_organ and m.case_id = p_case having count(*) > 0;
  return coalesce(found, '{"meetings": [], "convened": null}');
end $$;

grant usage on schema discussion to sanzhi_api, sanzhi_worker;
grant select, insert on discussion.meeting, discussion.vote to sanzhi_api, sanzhi_worker;
grant update (resolution, minutes, resolved_at) on discussion.meeting to sanzhi_api, sanzhi_worker;
