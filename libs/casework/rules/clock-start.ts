import {
  budgetUnder,
  dueDates,
  endInstant,
  rungInstants,
  shanghaiDay,
  type Calendar,
  type ClockRule,
  type ClockStarted,
  type DueRequest,
} from '@sanzhi/kernel';

/** A clock as it is stored when it starts. Days are legal days, `dueAt` the instant the term is over. */
export interface ClockRow {
  id: string;
  rule: string;
  subjectKind: string;
  subjectId: string;
  anchorOn: string;
  length: number | null;
  unit: string;
  statutoryDue: string;
  safeDue: string;
  dueAt: string;
  provisional: boolean;
  calendarRevision: string;
  rungs: { id: string; at: string }[];
}

/**
 * Computes a clock from its rule: both due dates, and the instants of its rungs. Null where the law gives no number
 * and no pack fills it in. The id is deterministic: subject, rule and the entry that started it.
 */
export function startClock(started: ClockStarted, rule: ClockRule, seq: number, calendar: Calendar): ClockRow | null {
  const budget = budgetUnder(rule, started.anchorOn);
  if (typeof budget === 'string') return null;
  const due = dueDates({ start: started.anchorOn, direction: rule.direction, ...budget } as DueRequest, calendar);
  const rungs = rungInstants(rule.rungs ?? [], due, calendar);
  return {
    id: `${started.subjectId}/${started.rule}/${seq}`,
    rule: started.rule,
    subjectKind: started.subjectKind,
    subjectId: started.subjectId,
    anchorOn: dayOf(started.anchorOn),
    length: rule.length,
    unit: budget.unit,
    statutoryDue: dayOf(due.statutoryDue),
    safeDue: dayOf(due.safeDue),
    dueAt: due.statutoryDue.includes('T') ? due.statutoryDue : endInstant(due.statutoryDue),
    provisional: due.provisional,
    calendarRevision: calendar.revision,
    rungs: [...rungs].sort((one, other) => (one.at < other.at ? -1 : 1)),
  };
}

const dayOf = (text: string): string => (text.includes('T') ? shanghaiDay(text) : text);
