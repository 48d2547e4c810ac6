-- Rounds of review: what changed since the round before and how its opinion was answered, at which point of the case it was
-- asked for, and the opinions of the other reviewers where more than one give theirs.
alter table review.round add column changes jsonb not null default '[]';
alter table review.round add column response text;
alter table review.round add column point text not null default 'before-decision' check (point in ('before-notice', 'before-decision'));
alter table review.round drop constraint round_opinion_check;
alter table review.round add constraint round_opinion_check
  check (opinion in ('OP-AGREE', 'OP-CORRECT', 'OP-SUPPLEMENT', 'OP-DISAGREE', 'OP-TRANSFER'));

-- Opinions of those who review together with who closes the round (合议审核); split views stay side by side.
create table review.joint_opinion (
  organ text not null,
  case_id uuid not null,
  round int not null,
  reviewer text not null,
  opinion text not null check (opinion in ('OP-AGREE', 'OP-CORRECT', 'OP-SUPPLEMENT', 'OP-DISAGREE', 'OP-TRANSFER')),
  text text not null,
  digest text not null,
  given_at timestamptz not null,
  primary key (organ, case_id, round, reviewer)
);
select platform.protect('review.joint_opinion');
select identity.close_to_recused('review.joint_opinion', 'case_id');
create trigger never_changed before update or delete on review.joint_opinion
  for each row execute function platform.refuse_change();

-- A new round: {submittedAt, digest, draft, changes, response?, point?}.
create or replace function review.submit(p_organ text, p_case uuid, p jsonb) returns void language plpgsql as $$
begin
  insert into review.round (organ, case_id, round, submitted_at, digest, draft, changes, response, point)
  values (p_organ, p_case,
    1 + coalesce((select max(round) from review.round where organ = p_organ and case_id = p_case), 0),
    (p->>'submittedAt')::timestamptz, p->>'digest', p->'draft', coalesce(p->'changes', '[]'), p->>'response',
    coalesce(p->>'point', 'before-decision'));
end $$;

-- The opinion of one who reviews with others: {round, opinion, text, reviewer, digest, givenAt}.
create function review.join_in(p_organ text, p_case uuid, p jsonb) returns void language plpgsql as $$
begin
  insert into review.joint_opinion (organ, case_id, round, reviewer, opinion, text, digest, given_at)
  values (p_organ, p_case, (p->>'round')::int, p->>'reviewer', p->>'opinion', p->>'text', p->>'digest', (p->>'givenAt')::timestamptz);
end $$;

-- What rules see of a case: its rounds, what came of them, and what was submitted last.
create or replace function review.slice(p_organ text, p_case uuid) returns jsonb language plpgsql set plan_cache_mode = force_generic_plan as $$
declare found jsonb;
begin
  select jsonb_build_object(
      'rounds', jsonb_agg(jsonb_build_object('round', r.round, 'submittedAt', iso_instant(r.submitted_at), 'digest', r.digest,
        'opinion', r.opinion, 'text', r.text, 'reviewer', r.reviewer, 'givenAt', iso_instant(r.given_at), 'point', r.point,
        'changes', r.changes, 'response', r.response, 'joint', coalesce((
          select jsonb_agg(jsonb_build_object('reviewer', j.reviewer, 'opinion', j.opinion, 'text', j.text,
            'givenAt', iso_instant(j.given_at)) order by j.given_at, j.reviewer)
          from review.joint_opinion j where j.organ = p_organ and j.case_id = p_case and j.round = r.round), '[]')) order by r.round),
      'submitted', (array_agg(r.draft order by r.round desc))[1],
      'result', case
        when (array_agg(r.opinion order by r.round desc))[1] is distinct from 'OP-AGREE' then 'none'
        when bool_or(r.opinion <> 'OP-AGREE') then 'corrected' else 'passed' end)
    into found from review.round r where r.organ = p_organ and r.case_id = p_case having count(*) > 0;
  return coalesce(found, '{"rounds": [], "submitted": null, "result": "none"}');
end $$;

grant select, insert on review.joint_opinion to sanzhi_api, sanzhi_worker;
