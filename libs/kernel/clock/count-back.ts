import { FIRST_DAY, OutsideCalendar, type Calendar, type DayNumber } from '../calendar';
import { matchingDay, type DayUnit } from './term';

/** A term that must lie between the latest permitted day and the day counted back from. */
export interface CountBack {
  length: number;
  unit: DayUnit;
  lenient?: boolean;
}

/**
 * The latest day on which something may be done so that `length` full units lie between it and `day`
 * (行政处罚法第六十四条第二项: notice of a hearing). Strict: neither end counts. Lenient: `day` closes the count.
 * In working days the answer is a working day; other units are not rolled. Beyond the horizon weekends are off,
 * which gives the earlier day.
 */
export function latestDayBefore(day: DayNumber, term: CountBack, calendar: Calendar): DayNumber {
  const latest = term.unit === 'working-day' ? workingDayBefore(day, term, calendar) : plainDayBefore(day, term);
  if (latest < FIRST_DAY) throw new OutsideCalendar('the count leaves the calendar');
  return latest;
}

function workingDayBefore(day: DayNumber, { length, lenient }: CountBack, calendar: Calendar): DayNumber {
  const working = calendar.weekendsOff;
  const closedByDay = lenient === true && working.isWorking(day);
  return working.nthBefore(day, closedByDay ? length : length + 1);
}

/** The latest start whose term, counted forward, is over before `day` (lenient: on `day`). */
function plainDayBefore(day: DayNumber, { length, unit, lenient }: CountBack): DayNumber {
  const lastEnd = lenient ? day : day - 1;
  if (unit === 'calendar-day' || unit === 'working-day') return lastEnd - length;
  let start = matchingDay(lastEnd, -length, unit);
  while (matchingDay(start + 1, length, unit) <= lastEnd) start++;
  while (matchingDay(start, length, unit) > lastEnd) start--;
  return start;
}
