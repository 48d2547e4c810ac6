/** Legal days are counted as whole days since 1970-01-01; no zone can shift an integer. */
export type DayNumber = number;

/** First day that calendars can answer for, 1970-01-01. */
export const FIRST_DAY: DayNumber = 0;
/** Last day that calendars can answer for; notices and clocks stay far below it. */
export const LAST_DAY: DayNumber = daysFromCivil(2199, 12, 31);

const DAY_TEXT_LENGTH = 10;
const DASH = 45;
const ZERO = 48;
const formatted: (string | undefined)[] = [];

/** Reads 'YYYY-MM-DD' strictly (a real day of years 0001-9999, no spaces); null for anything else. */
export function parseDay(text: string): DayNumber | null {
  if (text.length !== DAY_TEXT_LENGTH) return null;
  if (text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return null;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return daysFromCivil(year, month, day);
}

/** As `parseDay`, for text that was validated before; throws RangeError otherwise. */
export function dayNumber(text: string): DayNumber {
  const day = parseDay(text);
  if (day === null) throw new RangeError(`not a day: ${JSON.stringify(text)}`);
  return day;
}

/** Writes a day number as 'YYYY-MM-DD'. */
export function formatDay(day: DayNumber): string {
  if (day < FIRST_DAY || day > LAST_DAY) return writeDay(day);
  return (formatted[day] ??= writeDay(day));
}

/** Day of the week: 1 = Monday … 7 = Sunday. */
export function weekdayOf(day: DayNumber): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The civil year of a day. */
export function yearOf(day: DayNumber): number {
  return civilFromDays(day).year;
}

/** Number of days in a month (1-12). */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The matching day `months` later or earlier; the last day of that month if it has none (民法典第二百零二条). */
export function addMonths(day: DayNumber, months: number): DayNumber {
  const civil = civilFromDays(day);
  const index = civil.year * 12 + (civil.month - 1) + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  return daysFromCivil(year, month, Math.min(civil.day, daysInMonth(year, month)));
}

/** Day number of a civil date; the date is taken as valid. Howard Hinnant's days_from_civil. */
export function daysFromCivil(year: number, month: number, day: number): DayNumber {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

function civilFromDays(dayNumber: DayNumber): { year: number; month: number; day: number } {
  const z = dayNumber + 719468;
  const era = Math.floor(z / 146097);
  const doe = z - era * 146097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  const year = yoe + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: doy - Math.floor((153 * mp + 2) / 5) + 1 };
}

function writeDay(day: DayNumber): string {
  const civil = civilFromDays(day);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${String(civil.year).padStart(4, '0')}-${two(civil.month)}-${two(civil.day)}`;
}

/** The number written by ASCII digits in [from, to); NaN-free: -1 when something else stands there. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - ZERO;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}
