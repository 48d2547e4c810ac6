import type { HealthCheck, HealthFinding, LegalClock } from '../ports';

/** What is asked of a legal calendar. */
export interface CalendarYears {
  coverage(year: number): 'confirmed' | 'provisional' | 'none';
}

/** The notice of the next year usually comes in the first days of November. */
const NOTICE_MONTH = 11;
const SHANGHAI_OFFSET_MILLIS = 8 * 3_600_000;

/** Whether the working days of this year, and from 1 November of the next, are known. A gap warns: dates are provisional. */
export function calendarCheck(calendar: CalendarYears, clock: LegalClock): HealthCheck {
  return {
    name: 'calendar',
    title: '工作日历',
    run: async () => calendarFinding(calendar, (await clock.now()).at),
  };
}

/** The same for an instant. */
export function calendarFinding(calendar: CalendarYears, at: string): HealthFinding {
  const day = new Date(Date.parse(at) + SHANGHAI_OFFSET_MILLIS);
  const year = day.getUTCFullYear();
  const needed = day.getUTCMonth() + 1 >= NOTICE_MONTH ? [year, year + 1] : [year];
  const gaps = needed.filter((each) => calendar.coverage(each) !== 'confirmed');
  if (gaps.length === 0) return { state: 'ok', detail: `${needed.join('、')} 年放假安排已载入` };
  return { state: 'warn', detail: `${gaps.join('、')} 年放假安排尚未载入，涉及的期限为暂定` };
}
