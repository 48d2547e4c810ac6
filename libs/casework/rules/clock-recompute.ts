import { budgetUnder, deriveDue, dueDates, endInstant, rungInstants, type Calendar, type ClockBudget, type ClockRule, type DueDates, type LedgerEntry } from '@sanzhi/kernel';

/** A clock as it is kept, with what its dates follow from. Days 'YYYY-MM-DD'. */
export interface KeptClock {
  organ: string;
  id: string;
  rule: string;
  anchorOn: string;
  length: number | null;
  unit: string;
  ledger: LedgerEntry[];
}

/** The dates of a clock as they are stored. */
export interface ClockDates {
  organ: string;
  id: string;
  statutoryDue: string;
  safeDue: string;
  dueAt: string;
  provisional: boolean;
  calendarRevision: string;
  rungs: { id: string; at: string }[];
}

/** The dates of a kept clock under a calendar, from its anchor, budget and ledger; null while a suspension holds it. */
export function datesOf(clock: KeptClock, rule: ClockRule, calendar: Calendar): ClockDates | null {
  const due = dueOf(clock, rule, calendar);
  if (!due) return null;
  const rungs = rungInstants(rule.rungs ?? [], due, calendar);
  return {
    organ: clock.organ,
    id: clock.id,
    ...{ statutoryDue: due.statutoryDue, safeDue: due.safeDue, provisional: due.provisional },
    dueAt: endInstant(due.statutoryDue),
    calendarRevision: calendar.revision,
    rungs: [...rungs].sort((one, other) => (one.at < other.at ? -1 : 1)),
  };
}

function dueOf(clock: KeptClock, rule: ClockRule, calendar: Calendar): DueDates | null {
  const { anchorOn, ledger } = clock;
  const budget = budgetOf(clock, rule);
  if (rule.direction === 'before') return dueDates({ start: anchorOn, direction: 'before', ...(budget as { length: number; unit: 'calendar-day' }) }, calendar);
  const { statutoryDue, safeDue, provisional } = deriveDue({ anchorOn, budget, ledger }, calendar);
  return statutoryDue === null || safeDue === null ? null : { statutoryDue, safeDue, provisional };
}

/** What the clock was given when it started; a pack may have filled in its number since or before. */
function budgetOf({ length, unit, anchorOn }: KeptClock, rule: ClockRule): ClockBudget {
  if (unit === 'fixed-date') return budgetUnder(rule, anchorOn) as ClockBudget;
  return { length: length!, unit } as ClockBudget;
}
