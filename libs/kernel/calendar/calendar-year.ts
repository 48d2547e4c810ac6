import { parseDay, yearOf } from './day';

/** One listed day of a yearly notice: off, or a weekend day made up (调休). */
export interface ListedDay {
  date: string;
  name: string;
  kind: 'off' | 'work';
}

/** Where a year's days come from: the State Council notices (addresses), counted by revision. */
export interface CalendarSource {
  year: number;
  notices: string[];
  revision: number;
}

/** One year as loaded; days the notice does not list are as the week says. */
export interface CalendarYear extends CalendarSource {
  days: ListedDay[];
}

/** A line of a calendar file that cannot be used; lines count from 1. */
export interface CalendarProblem {
  line: number;
  message: string;
}

const HEADER = 'date,name,kind';

/**
 * Reads `date,name,kind` lines of one year's notice. Days of the year itself and of the last December are accepted
 * (the notice for 2023 gave 2022-12-31 off). All problems are returned, not only the first.
 */
export function parseCalendarYear(
  csvText: string,
  source: CalendarSource,
): { year: CalendarYear; problems: CalendarProblem[] } {
  const days: ListedDay[] = [];
  const problems: CalendarProblem[] = [];
  const seen = new Set<string>();
  const lines = csvText.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (lines[0] !== HEADER) problems.push({ line: 1, message: `首行应为 ${HEADER}` });
  lines.slice(1).forEach((text, index) => {
    if (text === '') return;
    const line = index + 2;
    const read = readLine(text, source.year);
    if (typeof read === 'string') problems.push({ line, message: read });
    else if (seen.has(read.date)) problems.push({ line, message: `日期重复：${read.date}` });
    else {
      seen.add(read.date);
      days.push(read);
    }
  });
  return { year: { ...source, days }, problems };
}

function readLine(text: string, year: number): ListedDay | string {
  const fields = text.split(',');
  const [date, name, kind] = fields;
  if (fields.length !== 3 || !name) return '应有日期、名称、类别三列';
  const day = parseDay(date);
  if (day === null) return `不是有效日期：${date}`;
  const inYear = yearOf(day) === year || date.startsWith(`${year - 1}-12-`);
  if (!inYear) return `日期不属于 ${year} 年：${date}`;
  if (kind !== 'off' && kind !== 'work') return `类别应为 off 或 work：${kind}`;
  return { date, name, kind };
}
