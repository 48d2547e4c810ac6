-- Legal review (重大执法决定法制审核): what was submitted in each round, and the opinion on exactly that.
create schema review;

create table review.round (
  organ text not null,
  case_id uuid not null,
  round int not null,
  submitted_at timestamptz not null,
  -- SHA-256 of the canonical JSON of the draft: what the opinion is bound to.
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  draft jsonb not null,
  opinion text check (opinion in ('OP-AGREE', 'OP-CORRECT', 'OP-DISAGREE')),
  text text,
  reviewer text,
  given_at timestamptz,
  primary key (organ, case_id, round),
  check (num_nulls(opinion, text, reviewer, given_at) in (0, 4))
);
create index round_waiting on review.round (organ, submitted_at, case_id) where opinion is null;
select platform.protect('review.round');

-- An opinion is given once; what was submitted never changes.
create function review.given_once() returns trigger language plpgsql as $$
begin
  if old.opinion is not null then
    raise exception 'the opinion of round % of case % is never changed', old.round, old.case_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger given_once before update on review.round for each row execute function review.given_once();

-- A new round: {submittedAt, digest, draft}.
create function review.submit(p_organ text, p_case uuid, p jsonb) returns void language plpgsql as $$
begin
  insert into review.round (organ, case_id, round, submitted_at, digest, draft)
  values (p_organ, p_case,
    1 + coalesce((select max(round) from review.round where organ = p_organ and case_id = p_case), 0),
    (p->>'submittedAt')::timestamptz, p->>'digest', p->'draft');
end $$;

-- The opinion on the round that waits: {round, opinion, text, reviewer, givenAt}.
create function review.give(p_organ text, p_case uuid, p jsonb) returns void language plpgsql as $$
begin
  update review.round set opinion = p->>'opinion', text = p->>'text', reviewer = p->>'reviewer',
    given_at = (p->>'givenAt')::timestamptz
  where organ = p_organ and case_id = p_case and round = (p->>'round')::int;
  if not found then raise exception 'case % has no round % of review', p_case, p->>'round'; end if;
end $$;

-- What rules see of a case: its rounds, what came of them, and what was submitted last.
create function review.slice(p_organ text, p_case uuid) returns jsonb language plpgsql set plan_cache_mode = force_generic_plan as $$
declare found jsonb;
begin
  select jsonb_build_object(
      'rounds', jsonb_agg(jsonb_build_object('round', round, 'submittedAt', iso_instant(submitted_at), 'digest', digest,
        'opinion', opinion, 'text', text, 'reviewer', reviewer, 'givenAt', iso_instant(given_at)) order by round),
      'submitted', (array_agg(draft order by round desc))[1],
      'result', case
        when (array_agg(opinion order by round desc))[1] is distinct from 'OP-AGREE' then 'none'
        when bool_or(opinion = 'OP-CORRECT') then 'corrected' else 'passed' end)
    into found from review.round where organ = p_organ and case_id = p_case having count(*) > 0;
  return coalesce(found, '{"rounds": [], "submitted": null, "result": "none"}');
end $$;

grant usage on schema review to sanzhi_api, sanzhi_worker;
grant select, insert on review.round to sanzhi_api, sanzhi_worker;
grant update (opinion, text, reviewer, given_at) on review.round to sanzhi_api, sanzhi_worker;
