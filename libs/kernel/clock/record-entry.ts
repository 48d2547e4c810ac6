import type { Calendar } from '../calendar';
import { deriveDue, pointOf } from './derive-due';
import type { ClockLedger, LedgerEntry, LedgerFault, Suspension } from './ledger';

/** A clock with one more entry, or why it may not be made. */
export type Recorded = { clock: ClockLedger; fault?: undefined } | { clock?: undefined; fault: LedgerFault };

/**
 * Adds one entry to a clock as of a day (instant for hours). Refuses what lies before the anchor or in the future,
 * runs backwards, doubles an open suspension, or extends a term that has ended. Overlaps are allowed and united.
 */
export function recordEntry(clock: ClockLedger, entry: LedgerEntry, calendar: Calendar, asOf: string): Recorded {
  const fault = timeFault(clock, entry, asOf) ?? openFault(clock, entry) ?? lastEntryFault(clock, entry, calendar);
  return fault ? { fault } : { clock: { ...clock, ledger: [...clock.ledger, entry] } };
}

/** Ends the open suspension of a clock: it runs again on the day `on`. Null when none is open. */
export function resume(clock: ClockLedger, on: string): ClockLedger | null {
  const open = clock.ledger.findIndex(isOpen);
  if (open < 0) return null;
  const ledger = clock.ledger.map((entry, index) => (index === open ? { ...(entry as Suspension), to: on } : entry));
  return { ...clock, ledger };
}

function timeFault(clock: ClockLedger, entry: LedgerEntry, asOf: string): LedgerFault | null {
  const begin = 'from' in entry ? entry.from : entry.on;
  const end = ('to' in entry ? entry.to : undefined) ?? begin;
  if (pointOf(end) < pointOf(begin)) return 'reversed';
  if (pointOf(begin) < pointOf(clock.anchorOn)) return 'before-anchor';
  return pointOf(end) > pointOf(asOf) ? 'future' : null;
}

function openFault(clock: ClockLedger, entry: LedgerEntry): LedgerFault | null {
  return isOpen(entry) && clock.ledger.some(isOpen) ? 'already-suspended' : null;
}

function lastEntryFault(clock: ClockLedger, entry: LedgerEntry, calendar: Calendar): LedgerFault | null {
  const ledger = [...clock.ledger, entry];
  const { ignored } = deriveDue({ ...clock, ledger }, calendar);
  return ignored.find(({ index }) => index === ledger.length - 1)?.fault ?? null;
}

function isOpen(entry: LedgerEntry): boolean {
  return entry.verb === 'suspend' && entry.to === undefined;
}
