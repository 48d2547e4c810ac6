import { formatDay, type Calendar, type DayNumber, type DayReason } from '../calendar';
import { matchingDay, type DayUnit } from './term';

/** One day of a count: whether it was counted and why. The day of the trigger says so. */
export interface ExplainedDay {
  date: string;
  counted: boolean;
  reason: DayReason | 'trigger' | `stopped:${string}`;
}

/** A finished count to explain, from `start` to `end` inclusive (backwards when counted back). */
export interface CountedSpan {
  start: DayNumber;
  end: DayNumber;
  unit: DayUnit;
  length?: number;
  direction?: 'after' | 'before';
  lenient?: boolean;
  /** Last day that counts when the term is not `length` units long (a fixed date). */
  lastCounted?: DayNumber;
}

/** Every day of a count in the order it was counted; days the end rolled over carry `counted: false`. */
export function explainedDays(span: CountedSpan, calendar: Calendar): ExplainedDay[] {
  const counts = span.direction === 'before' ? countsBack(span) : countsOn(span);
  const step = span.end >= span.start ? 1 : -1;
  const days: ExplainedDay[] = [];
  for (let day = span.start; day !== span.end + step; day += step) {
    const runs = span.unit !== 'working-day' || calendar.isWorkingDay(day);
    const reason = day === span.start ? 'trigger' : calendar.reasonOf(day);
    days.push({ date: formatDay(day), counted: runs && counts(day), reason });
  }
  return days;
}

function countsOn({ start, end, unit, length = 0, lastCounted }: CountedSpan): (day: DayNumber) => boolean {
  const last = lastCounted ?? (unit === 'working-day' ? end : matchingDay(start, length, unit));
  return (day) => day > start && day <= last;
}

function countsBack({ start, end, lenient }: CountedSpan): (day: DayNumber) => boolean {
  return (day) => day > end && (lenient ? day <= start : day < start);
}
