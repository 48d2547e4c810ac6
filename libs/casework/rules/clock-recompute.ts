import {
  budgetUnder,
  deriveDue,
  dueDates,
  endInstant,
  rungInstants,
  type Calendar,
  type ClockBudget,
  type ClockRule,
  type DueDates,
  type LedgerEntry,
  type RungInstant,
} from '@sanzhi/kernel';

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

/** The dates of a clock as they are stored; due dates are null while a suspension holds it. */
export interface ClockDates {
  organ: string;
  id: string;
  statutoryDue: string | null;
  safeDue: string | null;
  /** When it would end had nothing stopped it. */
  unstoppedDue: string;
  dueAt: string | null;
  provisional: boolean;
  calendarRevision: string;
  rungs: RungInstant[];
}

/**
 * The dates of a kept clock under a calendar, from its anchor, budget and ledger. Warnings ring by the stricter count,
 * the one without stops, until the text that allows a stop is beyond doubt; what the end itself causes goes by the law.
 */
export function datesOf(clock: KeptClock, rule: ClockRule, calendar: Calendar): ClockDates {
  const due = dueOf(clock, rule, calendar);
  const unstopped = dueOf({ ...clock, ledger: clock.ledger.filter(({ verb }) => verb !== 'suspend' && verb !== 'exclude') }, rule, calendar)!;
  return {
    organ: clock.organ,
    id: clock.id,
    statutoryDue: due?.statutoryDue ?? null,
    safeDue: due?.safeDue ?? null,
    unstoppedDue: unstopped.statutoryDue,
    dueAt: due && endInstant(due.statutoryDue),
    provisional: due?.provisional ?? unstopped.provisional,
    calendarRevision: calendar.revision,
    rungs: rungsOf(rule, { due, unstopped }, calendar),
  };
}

/** In order of time. A clock that stands still has no end, so nothing that the end causes. */
function rungsOf({ rungs = [] }: ClockRule, { due, unstopped }: { due: DueDates | null; unstopped: DueDates }, calendar: Calendar): RungInstant[] {
  const warnings = rungs.filter((rung) => rung.at !== 'end');
  const ends = due ? rungs.filter((rung) => rung.at === 'end') : [];
  const instants = [...rungInstants(warnings, unstopped, calendar), ...(due ? rungInstants(ends, due, calendar) : [])];
  return instants.sort((one, other) => (one.at < other.at ? -1 : 1));
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
