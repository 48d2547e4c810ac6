import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CalendarBook, parseCalendarYear, type Calendar, type CalendarSource, type CalendarYear, type RegionalOverlay } from '@sanzhi/kernel';
import { ConfigFileError, validateAgainst, type ConfigProblem } from '../compile/validate';

interface Notices {
  years: CalendarSource[];
}

/**
 * Reads `calendars/notices.yaml`, the CSV of every year it names, and the overlays of regions. Years without notice are
 * simply not covered. Throws ConfigFileError when a named year has no CSV, a CSV has no notice, a line is bad, or two
 * overlays have one id.
 */
export function loadCalendarBook(configDir: string): CalendarBook {
  const folder = join(configDir, 'calendars');
  const noticesFile = join(folder, 'notices.yaml');
  const { value, problems, lines } = validateAgainst<Notices>(join(folder, 'notices.schema.json'), noticesFile);
  if (!value) throw new ConfigFileError(problems);
  const csvFiles = new Set(readdirSync(folder).filter((name) => name.endsWith('.csv')));
  const years: CalendarYear[] = [];
  value.years.forEach((source, index) => {
    const name = `${source.year}.csv`;
    const line = lines.lineOf(['years', index, 'year']);
    if (!csvFiles.delete(name)) problems.push({ file: noticesFile, line, message: `缺少或重复的文件 ${name}` });
    else years.push(readYear(join(folder, name), source, problems));
  });
  for (const name of csvFiles) problems.push({ file: join(folder, name), line: 1, message: 'notices.yaml 未载明此年的通知' });
  const overlays = readOverlays(join(folder, 'overlays'), problems);
  if (problems.length > 0) throw new ConfigFileError(problems);
  return new CalendarBook(years, overlays);
}

/** The calendar of the nation from files. */
export function loadCalendar(configDir: string): Calendar {
  return loadCalendarBook(configDir).national;
}

function readYear(file: string, source: CalendarSource, problems: ConfigProblem[]): CalendarYear {
  const read = parseCalendarYear(readFileSync(file, 'utf8'), source);
  problems.push(...read.problems.map((problem) => ({ file, ...problem })));
  return read.year;
}

function readOverlays(folder: string, problems: ConfigProblem[]): RegionalOverlay[] {
  if (!existsSync(folder)) return [];
  const overlays: RegionalOverlay[] = [];
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.yaml')).sort()) {
    const file = join(folder, name);
    const read = validateAgainst<RegionalOverlay>(join(folder, 'overlay.schema.json'), file);
    problems.push(...read.problems);
    if (!read.value) continue;
    const { id, days } = read.value;
    if (overlays.some((other) => other.id === id)) problems.push({ file, line: read.lines.lineOf(['id']), message: `地方日历编号重复：${id}` });
    days.forEach(({ date }, index) => {
      const twice = days.findIndex((other) => other.date === date) < index;
      if (twice) problems.push({ file, line: read.lines.lineOf(['days', index]), message: `日期重复：${date}` });
    });
    overlays.push(read.value);
  }
  return overlays;
}
