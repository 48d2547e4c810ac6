-- A recomputed clock is handed on, organ by organ: who has an open task in its case is told, and its approver.
create or replace function casework.put_clock_dates(p jsonb) returns int language plpgsql as $$
declare changed int;
begin
  with kept as (
    insert into casework.clock_change (organ, clock_id, case_id, rule, before, after)
    select k.organ, k.id, k.case_id, k.rule,
      jsonb_build_object('statutoryDue', k.statutory_due, 'safeDue', k.safe_due, 'provisional', k.provisional, 'calendarRevision', k.calendar_revision),
      jsonb_build_object('statutoryDue', n->>'statutoryDue', 'safeDue', n->>'safeDue', 'provisional', (n->>'provisional')::boolean, 'calendarRevision', n->>'calendarRevision')
    from jsonb_array_elements(p) n join casework.clock k on k.organ = n->>'organ' and k.id = n->>'id' and k.state = 'running'
    returning organ, id, clock_id, case_id, rule
  ), told as (
    insert into platform.outbox (organ, topic, key, payload)
    select k.organ, 'clock.recomputed', k.clock_id || '/' || k.id,
      jsonb_build_object('clock', k.clock_id, 'rule', k.rule, 'caseId', k.case_id, 'change', k.id)
    from kept k
  )
  select count(*)::int into changed from kept;
  update casework.clock k set statutory_due = (n->>'statutoryDue')::date, safe_due = (n->>'safeDue')::date,
    unstopped_due = nullif((n->>'unstoppedDue')::date, (n->>'statutoryDue')::date),
    due_at = (n->>'dueAt')::timestamptz, provisional = (n->>'provisional')::boolean, calendar_revision = n->>'calendarRevision',
    rungs = n->'rungs', next_rung_at = (select min((r->>'at')::timestamptz) from jsonb_array_elements(n->'rungs') r
      where not exists (select from casework.rung f where f.organ = k.organ and f.clock_id = k.id and f.rung = r->>'id'))
  from jsonb_array_elements(p) n where k.organ = n->>'organ' and k.id = n->>'id' and k.state = 'running';
  return changed;
end $$;
