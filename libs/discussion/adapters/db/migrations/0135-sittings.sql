-- A sitting (会议) of the heads takes one case or several; who is absent and why, and who attends without a vote (列席), is kept.
create table discussion.sitting (
  organ text not null,
  id uuid not null,
  members text[] not null check (cardinality(members) > 0),
  chair text not null,
  place text not null,
  held_on date not null,
  -- [{member, reason}], [{name, role}]
  absent jsonb not null default '[]',
  attendees jsonb not null default '[]',
  called_by text not null,
  called_at timestamptz not null default sanzhi_now(),
  closed_at timestamptz,
  primary key (organ, id),
  check (chair = any (members))
);
create index sitting_open on discussion.sitting (organ, called_at) where closed_at is null;
select platform.protect('discussion.sitting');

create function discussion.closed_once() returns trigger language plpgsql as $$
begin
  if old.closed_at is not null then
    raise exception 'sitting % is closed and never changed', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger closed_once before update on discussion.sitting for each row execute function discussion.closed_once();

alter table discussion.meeting add column sitting_id uuid;
alter table discussion.meeting add foreign key (organ, sitting_id) references discussion.sitting;
alter table discussion.meeting add column absent jsonb not null default '[]';
alter table discussion.meeting add column attendees jsonb not null default '[]';
-- By which rule it was resolved, and SHA-256 of the minutes with every view in them.
alter table discussion.meeting add column resolution_rule text;
alter table discussion.meeting add column minutes_sha256 text;

-- A vote and its view are as they were spoken: not even the owner edits them.
create trigger never_changed before update or delete on discussion.vote
  for each row execute function platform.refuse_change();

-- A new meeting: {members, chair, place, digest, draft, convenedAt, absent?, attendees?, sitting?}.
create or replace function discussion.convene(p_organ text, p_case uuid, p jsonb) returns void language plpgsql as $$
begin
  insert into discussion.meeting (organ, case_id, round, members, chair, place, digest, draft, convened_at, absent, attendees, sitting_id)
  values (p_organ, p_case,
    1 + coalesce((select max(round) from discussion.meeting where organ = p_organ and case_id = p_case), 0),
    array(select jsonb_array_elements_text(p->'members')), p->>'chair', p->>'place', p->>'digest', p->'draft',
    (p->>'convenedAt')::timestamptz, coalesce(nullif(p->'absent', 'null'), '[]'), coalesce(nullif(p->'attendees', 'null'), '[]'),
    (p->>'sitting')::uuid);
end $$;

-- A member who was called and did not come: {round, member, reason}.
create function discussion.note_absence(p_organ text, p_case uuid, p jsonb) returns void language plpgsql as $$
begin
  update discussion.meeting set absent = absent || jsonb_build_array(jsonb_build_object('member', p->'member', 'reason', p->'reason'))
  where organ = p_organ and case_id = p_case and round = (p->>'round')::int and resolution is null;
  if not found then raise exception 'case % has no open meeting %', p_case, p->>'round'; end if;
end $$;

-- The end of a meeting: {round, resolution, minutes, minutesSha256, rule, resolvedAt}.
create or replace function discussion.resolve(p_organ text, p_case uuid, p jsonb) returns void language plpgsql as $$
begin
  update discussion.meeting set resolution = p->>'resolution', minutes = p->>'minutes', resolved_at = (p->>'resolvedAt')::timestamptz,
    minutes_sha256 = p->>'minutesSha256', resolution_rule = p->>'rule'
  where organ = p_organ and case_id = p_case and round = (p->>'round')::int;
  if not found then raise exception 'case % has no meeting %', p_case, p->>'round'; end if;
end $$;

-- What rules see of a case: its meetings with their votes, the draft that the last one was called to, and the open sittings
-- that may take it.
create or replace function discussion.slice(p_organ text, p_case uuid) returns jsonb language plpgsql set plan_cache_mode = force_generic_plan as $$
declare found jsonb; open_now jsonb;
begin
  select jsonb_build_object(
      'meetings', jsonb_agg(jsonb_build_object('round', m.round, 'members', m.members, 'chair', m.chair, 'place', m.place,
        'absent', m.absent, 'attendees', m.attendees, 'sitting', m.sitting_id, 'rule', m.resolution_rule, 'minutesSha256', m.minutes_sha256,
        'digest', m.digest, 'convenedAt', iso_instant(m.convened_at), 'resolution', m.resolution, 'minutes', m.minutes,
        'resolvedAt', iso_instant(m.resolved_at), 'votes', coalesce((
          select jsonb_agg(jsonb_build_object('member', v.member, 'vote', v.vote, 'view', v.view,
            'votedAt', iso_instant(v.voted_at)) order by v.voted_at, v.member)
          from discussion.vote v where v.organ = p_organ and v.case_id = p_case and v.round = m.round), '[]')) order by m.round),
      'convened', (array_agg(m.draft order by m.round desc))[1])
    into found from discussion.meeting m where m.organ = p_organ and m.case_id = p_case having count(*) > 0;
  select jsonb_agg(jsonb_build_object('id', s.id, 'members', s.members, 'chair', s.chair, 'place', s.place, 'cases',
      (select count(*) from discussion.meeting m where m.organ = s.organ and m.sitting_id = s.id)) order by s.called_at)
    into open_now from discussion.sitting s where s.organ = p_organ and s.closed_at is null;
  return coalesce(found, '{"meetings": [], "convened": null}') || jsonb_build_object('sittings', coalesce(open_now, '[]'));
end $$;

create index meeting_of_sitting on discussion.meeting (organ, sitting_id) where sitting_id is not null;
grant select, insert on discussion.sitting to sanzhi_api, sanzhi_worker;
grant update (closed_at) on discussion.sitting to sanzhi_api;
grant update (absent, resolution_rule, minutes_sha256) on discussion.meeting to sanzhi_api, sanzhi_worker;
