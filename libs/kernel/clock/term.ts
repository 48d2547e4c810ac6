import { addMonths, LAST_DAY, OutsideCalendar, type Calendar, type DayNumber, type WorkingDays } from '../calendar';

/** Units of a term that ends on a day. */
export type DayUnit = 'working-day' | 'calendar-day' | 'month' | 'year';

/** One term: so many units. `length` is a whole number >= 1. */
export interface Term {
  length: number;
  unit: DayUnit;
}

/** Days that do not run, half-open: the clock stands still from `from` and runs again on `to`. */
export interface Span {
  from: number;
  to: number;
}

/** Both ends of a term as day numbers; `provisional` when they rest on a year without a notice. */
export interface TermEnd {
  statutory: DayNumber;
  safe: DayNumber;
  provisional: boolean;
}

const MONTHS_PER_YEAR = 12;

/**
 * Both ends of one term counted from `anchor`; the day of the trigger is not counted (民法典第二百零一条).
 * The hot path: no allocation but the answer. Throws OutsideCalendar beyond 2199.
 */
export function endOfTerm(anchor: DayNumber, length: number, unit: DayUnit, calendar: Calendar): TermEnd {
  if (unit === 'working-day') {
    const statutory = calendar.weekendsOff.nthAfter(anchor, length);
    const safe = calendar.everyDayWorks.nthAfter(anchor, length);
    return { statutory, safe, provisional: calendar.isProvisional(anchor + 1, statutory) };
  }
  return rolled(within(matchingDay(anchor, length, unit)), calendar);
}

/**
 * Both ends of terms that run one after the other from `anchor`, leaving out `spans` (sorted, disjoint).
 * Null when an open span stops them.
 */
export function endOfTerms(
  anchor: DayNumber,
  terms: readonly Term[],
  calendar: Calendar,
  spans: readonly Span[],
): TermEnd | null {
  let expected = anchor;
  let earliest = anchor;
  for (const term of terms) {
    expected = unrolledEnd(expected, term, calendar.weekendsOff, spans);
    earliest = unrolledEnd(earliest, term, calendar.everyDayWorks, spans);
    if (expected === Infinity) return null;
  }
  const end = rolled(expected, calendar);
  const safe = Math.min(end.safe, calendar.everyDayWorks.onOrBefore(earliest));
  const countsDays = terms.some((term) => term.unit === 'working-day');
  const provisional = end.provisional || (countsDays && calendar.isProvisional(anchor + 1, end.statutory));
  return { ...end, safe, provisional };
}

/** The last day that counts of terms that run one after the other, before any roll. Infinity when an open span stops them. */
export function unrolledEndOfTerms(anchor: DayNumber, terms: readonly Term[], calendar: Calendar, spans: readonly Span[]): DayNumber {
  return terms.reduce((end, term) => (end === Infinity ? end : unrolledEnd(end, term, calendar.weekendsOff, spans)), anchor);
}

/**
 * Rolls an end over days off (民法典第二百零三条). Beyond the horizon `safe` looks back over weekends: with every day
 * working it would be the end itself, which is later, and the earlier of both counts is kept.
 */
export function rolled(end: DayNumber, calendar: Calendar): TermEnd {
  const statutory = calendar.weekendsOff.onOrAfter(end);
  const safe = calendar.weekendsOff.onOrBefore(end);
  return { statutory, safe, provisional: calendar.isProvisional(safe, statutory) };
}

/** The last day of one term before any roll over holidays. Infinity when an open span stops it. */
function unrolledEnd(anchor: DayNumber, term: Term, working: WorkingDays, spans: readonly Span[]): DayNumber {
  if (term.unit === 'working-day') return nthRunningDay(anchor, term.length, working, spans);
  return within(pushed(matchingDay(anchor, term.length, term.unit), anchor + 1, spans));
}

/** Un-rolled end without spans: plain days, or the matching day of the month (民法典第二百零二条). */
export function matchingDay(anchor: DayNumber, length: number, unit: Exclude<DayUnit, 'working-day'>): DayNumber {
  if (unit === 'calendar-day') return anchor + length;
  return addMonths(anchor, unit === 'year' ? length * MONTHS_PER_YEAR : length);
}

/** Moves an end by what each span takes between `firstRunning` and it. Days or milliseconds alike. */
export function pushed(end: number, firstRunning: number, spans: readonly Span[]): number {
  let pushedEnd = end;
  for (const span of spans) {
    const from = Math.max(span.from, firstRunning);
    if (from > pushedEnd) break;
    pushedEnd += Math.max(0, span.to - from);
  }
  return pushedEnd;
}

/** Union of spans: sorted, overlapping and touching ones merged, empty ones dropped. */
export function union(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  const sorted = spans.filter((span) => span.to > span.from).sort((a, b) => a.from - b.from);
  for (const span of sorted) {
    const last = merged.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else merged.push({ ...span });
  }
  return merged;
}

function nthRunningDay(anchor: DayNumber, n: number, working: WorkingDays, spans: readonly Span[]): DayNumber {
  let cursor = anchor;
  let left = n;
  for (const span of spans) {
    const until = Math.min(span.from, LAST_DAY) - 1;
    const available = working.count(cursor + 1, until);
    if (available >= left) break;
    left -= available;
    cursor = Math.max(cursor, span.to - 1);
    if (cursor === Infinity) return Infinity;
  }
  return working.nthAfter(cursor, left);
}

function within(day: DayNumber): DayNumber {
  if (day !== Infinity && day > LAST_DAY) throw new OutsideCalendar('the term ends beyond the calendar');
  return day;
}
