import { dayNumber, formatDay, type Calendar } from '../calendar';
import type { DueDates } from './due';
import { endInstant, hourInstant } from './instant';

/** When a rung fires: at a full hour in Shanghai so many working days before `safeDue`, or when `statutoryDue` is over. */
export type RungTime = { workingDaysBefore: number; hour: number } | 'end';

/** One step of a clock's ladder (预警、催办、督办、办理、逾期); it fires once. */
export interface Rung {
  id: string;
  at: RungTime;
}

/** A rung with its instant (UTC). */
export interface RungInstant {
  id: string;
  at: string;
}

/**
 * The instants of a clock's rungs, in the order of the rule. Beyond the horizon working days are counted back with
 * weekends off, which never rings later than the real calendar could ask. A clock in hours knows only `end`.
 */
export function rungInstants(
  rungs: readonly Rung[],
  due: Pick<DueDates, 'statutoryDue' | 'safeDue'>,
  calendar: Calendar,
): RungInstant[] {
  return rungs.map(({ id, at }) => ({ id, at: instantOf(at, due, calendar) }));
}

function instantOf(at: RungTime, { statutoryDue, safeDue }: Pick<DueDates, 'statutoryDue' | 'safeDue'>, calendar: Calendar): string {
  if (at === 'end') return statutoryDue.includes('T') ? statutoryDue : endInstant(statutoryDue);
  const safe = dayNumber(safeDue);
  const { workingDaysBefore: back, hour } = at;
  const day = back === 0 ? safe : calendar.weekendsOff.nthBefore(safe, back);
  return hourInstant(formatDay(day), hour);
}
