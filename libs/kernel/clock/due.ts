import { dayNumber, formatDay, type Calendar, type DayNumber } from '../calendar';
import { latestDayBefore, type CountBack } from './count-back';
import { explainedDays, type ExplainedDay } from './explain';
import { formatInstant, instantMs } from './instant';
import { endOfTerm, rolled, type DayUnit, type TermEnd } from './term';

/** Units of a term; `fixed-date` is a date a paper or a statute names (written by `on`). */
export type BudgetUnit = DayUnit | 'hour' | 'fixed-date';

/** A term counted from `start`: a legal day, or for hours an ISO instant with offset. `length` is whole and >= 1. */
export interface CountedRequest {
  start: string;
  length: number;
  unit: DayUnit | 'hour';
  /** `before` counts back from a hearing day or an expiry; default `after`. */
  direction?: 'after' | 'before';
  /** Only with `before`: the day counted back from closes the count, so one day less must lie between. */
  lenient?: boolean;
}

/** A date somebody named; it does not roll, `safeDue` is the last working day on or before it. */
export interface FixedRequest {
  start: string;
  unit: 'fixed-date';
  on: string;
}

/** What `due` is asked. */
export type DueRequest = CountedRequest | FixedRequest;

/** Both ends of a term ('YYYY-MM-DD', for hours instants in UTC). */
export interface DueDates {
  statutoryDue: string;
  safeDue: string;
  /** True when the dates rest on a year whose notice is not loaded. */
  provisional: boolean;
}

/** Both ends with every day from start to `statutoryDue`; hours have no days. */
export interface Due extends DueDates {
  days: ExplainedDay[];
}

const MS_PER_HOUR = 3_600_000;

/**
 * When a term ends, with its explanation. `statutoryDue` is rolled over days off, `safeDue` is the last working day
 * on or before the un-rolled end. Counted back, both are the latest permitted day. Throws RangeError for a start or
 * length that is none, OutsideCalendar beyond 1970-2199.
 */
export function due(request: DueRequest, calendar: Calendar): Due {
  const dates = dueDates(request, calendar);
  if (request.unit === 'hour') return { ...dates, days: [] };
  return { ...dates, days: explainedDays(spanOf(request, dates), calendar) };
}

/** As `due` without the days. */
export function dueDates(request: DueRequest, calendar: Calendar): DueDates {
  if (request.unit === 'fixed-date') return textOf(fixedEnd(dayNumber(request.on), calendar));
  checkLength(request.length);
  const { unit } = request;
  if (unit === 'hour') return hourDue(request);
  const start = dayNumber(request.start);
  if (request.direction === 'before') return textOf(endBefore(start, { ...request, unit }, calendar));
  return textOf(endOfTerm(start, request.length, unit, calendar));
}

/** A fixed date as it stands: no text rolls it (公开条例第四十九条 names January 31 itself). */
export function fixedEnd(on: DayNumber, calendar: Calendar): TermEnd {
  const { safe } = rolled(on, calendar);
  return { statutory: on, safe, provisional: calendar.isProvisional(safe, on) };
}

/** The answer of a count as text. */
export function textOf(end: TermEnd): DueDates {
  return { statutoryDue: formatDay(end.statutory), safeDue: formatDay(end.safe), provisional: end.provisional };
}

/** Counting back needs no roll: moving the last day forward would shorten what must lie between. */
function endBefore(start: DayNumber, term: CountBack, calendar: Calendar): TermEnd {
  const latest = latestDayBefore(start, term, calendar);
  const provisional = term.unit === 'working-day' && calendar.isProvisional(latest, start);
  return { statutory: latest, safe: latest, provisional };
}

/** Hours run from the stated moment, through nights and holidays (民法典第二百零一条第二款). */
function hourDue({ start, length, direction }: CountedRequest): DueDates {
  const at = formatInstant(instantMs(start) + (direction === 'before' ? -length : length) * MS_PER_HOUR);
  return { statutoryDue: at, safeDue: at, provisional: false };
}

function spanOf(request: DueRequest, dates: DueDates): Parameters<typeof explainedDays>[0] {
  const start = dayNumber(request.start);
  const end = dayNumber(dates.statutoryDue);
  if (request.unit === 'fixed-date') return { start, end, unit: 'calendar-day', lastCounted: end };
  const { length, unit, direction, lenient } = request as CountedRequest & { unit: DayUnit };
  return { start, end, length, unit, direction, lenient };
}

function checkLength(length: number): void {
  if (!Number.isSafeInteger(length) || length < 1) throw new RangeError(`not a length: ${length}`);
}
