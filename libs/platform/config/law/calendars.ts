import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Calendar, parseCalendarYear, type CalendarSource, type CalendarYear } from '@sanzhi/kernel';
import { ConfigFileError, validateAgainst, type ConfigProblem } from '../compile/validate';

interface Notices {
  years: CalendarSource[];
}

/**
 * Reads `calendars/notices.yaml` and the CSV of every year it names. Years without notice are simply not covered.
 * Throws ConfigFileError when a named year has no CSV, a CSV has no notice, or a line is bad.
 */
export function loadCalendar(configDir: string): Calendar {
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
  if (problems.length > 0) throw new ConfigFileError(problems);
  return new Calendar(years);
}

function readYear(file: string, source: CalendarSource, problems: ConfigProblem[]): CalendarYear {
  const read = parseCalendarYear(readFileSync(file, 'utf8'), source);
  problems.push(...read.problems.map((problem) => ({ file, ...problem })));
  return read.year;
}
