-- The four verbs of clocks: what a ledger holds, and the dates that follow from it.

-- While a suspension holds a clock it has no due date: a suspended term is not overdue.
alter table casework.clock alter column statutory_due drop not null, alter column safe_due drop not null,
  alter column due_at drop not null,
  add constraint due_together check (num_nulls(statutory_due, safe_due, due_at) in (0, 3)),
  -- When it would end had nothing stopped it; null where nothing did. Warnings ring by this, the stricter one.
  add column unstopped_due date;

-- The running clocks of a case with their ledgers, for the rule that allows a change.
create function casework.ledger_slice(p_organ text, p_case uuid) returns jsonb language plpgsql as $$
begin
  return coalesce((select jsonb_agg(jsonb_build_object('organ', k.organ, 'id', k.id, 'rule', k.rule, 'subjectId', k.subject_id,
      'anchorOn', k.anchor_on, 'length', k.length, 'unit', k.unit, 'ledger', k.ledger) order by k.id)
    from casework.clock k where k.organ = p_organ and k.case_id = p_case and k.state = 'running'), '[]');
end $$;

-- Writes changed ledgers with their dates. A rung that fired stays fired.
create function casework.change_clocks(p_organ text, p_case uuid, p jsonb) returns void language plpgsql as $$
begin
  update casework.clock k set ledger = n->'ledger', statutory_due = (n->>'statutoryDue')::date, safe_due = (n->>'safeDue')::date,
    unstopped_due = nullif((n->>'unstoppedDue')::date, (n->>'statutoryDue')::date), due_at = (n->>'dueAt')::timestamptz,
    provisional = (n->>'provisional')::boolean, calendar_revision = n->>'calendarRevision', rungs = n->'rungs',
    next_rung_at = (select min((r->>'at')::timestamptz) from jsonb_array_elements(n->'rungs') r
      where not exists (select from casework.rung f where f.organ = k.organ and f.clock_id = k.id and f.rung = r->>'id'))
  from jsonb_array_elements(p) n
  where k.organ = p_organ and k.case_id = p_case and k.id = n->>'id' and k.state = 'running';
end $$;

-- As before, with the due date that no stop has moved.
create or replace function casework.put_clock_dates(p jsonb) returns int language plpgsql as $$
declare changed int;
begin
  insert into casework.clock_change (organ, clock_id, case_id, rule, before, after)
  select k.organ, k.id, k.case_id, k.rule,
    jsonb_build_object('statutoryDue', k.statutory_due, 'safeDue', k.safe_due, 'provisional', k.provisional, 'calendarRevision', k.calendar_revision),
    jsonb_build_object('statutoryDue', n->>'statutoryDue', 'safeDue', n->>'safeDue', 'provisional', (n->>'provisional')::boolean, 'calendarRevision', n->>'calendarRevision')
  from jsonb_array_elements(p) n join casework.clock k on k.organ = n->>'organ' and k.id = n->>'id' and k.state = 'running';
  get diagnostics changed = row_count;
  update casework.clock k set statutory_due = (n->>'statutoryDue')::date, safe_due = (n->>'safeDue')::date,
    unstopped_due = nullif((n->>'unstoppedDue')::date, (n->>'statutoryDue')::date),
    due_at = (n->>'dueAt')::timestamptz, provisional = (n->>'provisional')::boolean, calendar_revision = n->>'calendarRevision',
    rungs = n->'rungs', next_rung_at = (select min((r->>'at')::timestamptz) from jsonb_array_elements(n->'rungs') r
      where not exists (select from casework.rung f where f.organ = k.organ and f.clock_id = k.id and f.rung = r->>'id'))
  from jsonb_array_elements(p) n where k.organ = n->>'organ' and k.id = n->>'id' and k.state = 'running';
  return changed;
end $$;
