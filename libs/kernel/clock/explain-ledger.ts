import { dayNumber, formatDay, type Calendar, type DayNumber } from '../calendar';
import { deriveDue, presentCount, type DerivedDue } from './derive-due';
import type { ExplainedDay } from './explain';
import type { ClockLedger, Exclusion, Suspension } from './ledger';
import { unrolledEndOfTerms, type Term } from './term';

/** A clock with every day of its present count: counted, off, or left out with the ground of the stop. */
export interface ExplainedClock extends DerivedDue {
  days: ExplainedDay[];
}

/**
 * Explains a clock that counts in days, months or years. `asOf` is the day up to which a clock that stands still is
 * shown. Days that the end rolled over carry `counted: false`.
 */
export function explainLedger(clock: ClockLedger, calendar: Calendar, asOf: string): ExplainedClock {
  const derived = deriveDue(clock, calendar);
  const { count } = presentCount(clock, calendar);
  const stops = clock.ledger.filter((entry) => entry.verb === 'suspend' || entry.verb === 'exclude');
  const from = dayNumber(count.from);
  const lastCounted = unrolledEndOfTerms(from, count.terms as Term[], calendar, count.spans);
  const end = derived.statutoryDue === null ? Math.max(from, dayNumber(asOf)) : dayNumber(derived.statutoryDue);
  const inWorkingDays = count.terms.every((term) => term.unit === 'working-day');
  const days: ExplainedDay[] = [];
  for (let day = from; day <= end; day++) {
    const stop = stops.find((one) => holds(one, day));
    const runs = !inWorkingDays || calendar.isWorkingDay(day);
    days.push({
      date: formatDay(day),
      counted: day > from && day <= lastCounted && !stop && runs,
      reason: day === from ? 'trigger' : stop ? `stopped:${stop.ground}` : calendar.reasonOf(day),
    });
  }
  return { ...derived, days };
}

/** A stop takes the days from `from` on; the clock runs again on the day of `to`. */
function holds({ from, to }: Suspension | Exclusion, day: DayNumber): boolean {
  return dayNumber(from) <= day && (to === undefined || day < dayNumber(to));
}
