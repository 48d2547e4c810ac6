import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayNumber } from '@sanzhi/kernel';
import { ConfigFileError } from '../compile/validate';
import { configDir } from '../project-root';
import { loadCalendar, loadCalendarBook } from './calendars';
import { loadClockRules } from './clock-rules';

const shipped = configDir();
let copy: string;

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'sanzhi-config-'));
  cpSync(join(shipped, 'calendars'), join(copy, 'calendars'), { recursive: true });
  cpSync(join(shipped, 'clocks'), join(copy, 'clocks'), { recursive: true });
});
afterEach(() => rmSync(copy, { recursive: true }));

function edit(file: string, from: string | RegExp, to: string): void {
  const path = join(copy, file);
  const text = readFileSync(path, 'utf8');
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  writeFileSync(path, changed);
}

function problemsOf(load: () => unknown): string[] {
  try {
    load();
  } catch (error) {
    if (!(error instanceof ConfigFileError)) throw error;
    return error.problems.map(({ file, line, message }) => `${file.slice(copy.length + 1)}:${line} ${message}`);
  }
  return [];
}

describe('calendars as shipped', () => {
  it('covers 2020 to 2026 and no more', () => {
    const calendar = loadCalendar(shipped);
    expect([2019, 2020, 2026, 2027].map((year) => calendar.coverage(year))).toEqual([
      'none',
      'confirmed',
      'confirmed',
      'none',
    ]);
    expect(calendar.horizonYear).toBe(2026);
    expect(calendar.revision).toBe('2020r1+2021r1+2022r1+2023r1+2024r1+2025r1+2026r1');
  });

  it('takes a year out without a word of protest, and knows that it is not known', () => {
    edit('calendars/notices.yaml', /\n {2}- year: 2026[^]*$/, '\n');
    rmSync(join(copy, 'calendars/2026.csv'));
    const calendar = loadCalendar(copy);
    expect(calendar.coverage(2026)).toBe('none');
    expect(calendar.isProvisional(dayNumber('2026-03-02'))).toBe(true);
  });

  it.each([
    ['2024.csv', '2024-02-10', '2024-02-30', '4 不是有效日期：2024-02-30'],
    ['2024.csv', '春节,work', '春节,half', '3 类别应为 off 或 work：half'],
    ['notices.yaml', 'revision: 1', 'revison: 1', '13 /years/0/revison：不认识的字段'],
  ])('names the line in %s when %s reads %s', (file, from, to, problem) => {
    edit(`calendars/${file}`, from, to);
    expect(problemsOf(() => loadCalendar(copy))).toContain(`calendars/${file}:${problem}`);
  });

  it('adds the days of a region where it lies, and names the line of one that is there twice', () => {
    const book = loadCalendarBook(shipped);
    const festival = dayNumber('2026-04-20');
    expect([book.of('990100'), book.of('990000'), book.national].map((one) => one.isWorkingDay(festival))).toEqual([false, true, true]);
    const at = 'calendars/overlays/demo-festival.yaml';
    const day = '  - {date: 2026-04-20, name: 示例节, kind: off}\n';
    edit(at, day, day + day);
    expect(problemsOf(() => loadCalendarBook(copy))).toEqual([`${at}:10 日期重复：2026-04-20`]);
  });

  it('wants a notice for every file and a file for every notice', () => {
    rmSync(join(copy, 'calendars/2021.csv'));
    writeFileSync(join(copy, 'calendars/2027.csv'), 'date,name,kind\n');
    expect(problemsOf(() => loadCalendar(copy))).toEqual([
      expect.stringMatching(/^calendars\/notices\.yaml:17 .*2021\.csv/),
      'calendars/2027.csv:1 notices.yaml 未载明此年的通知',
    ]);
  });
});

describe('clock rules as shipped', () => {
  const rules = loadClockRules(shipped);

  it('gives a number only where it was read', () => {
    const guessed = [...rules.values()].filter(
      (rule) => ['MEMORY', 'UNKNOWN'].includes(rule.status) && (rule.length !== null || rule.monthDay),
    );
    expect(guessed).toEqual([]);
    expect([...rules.values()].filter((rule) => rule.length === null && !rule.named).map((rule) => rule.id)).toEqual([
      ...['CASE-FILE', 'CASE-DECIDE-EXT', 'CASE-NOTICE', 'CASE-SIMPLE-FILE', 'CASE-SURCHARGE', 'CASE-HELP', 'CASE-ARCHIVE'],
      ...['LEGAL-REVIEW-LN', 'LEGAL-REVIEW-5', 'LEGAL-REVIEW-10', 'CREDIT-REPAIR', 'TIP-REPLY', 'CASE-REVIEW', 'CASE-HEAR-OPINION'],
      ...['PUB-OTHER-20', 'PUB-SSJ-20', 'PUB-WITHDRAW-GEN', 'PUB-ANNUAL-0131', 'PUB-GIREPORT-0131'],
      ...['PUB-GIREPORT-0331', 'PUB-PRE-UPDATE', 'PUB-LOCAL-KEEP', 'PUB-LOCAL-KEEP-PERSON', 'AV-UPLOAD', 'AV-KEEP', 'REM-FY-PRE'],
    ]);
  });

  it('has the limits the engine runs, with their ladders', () => {
    const ladder = (id: string): string[] | undefined => rules.get(id)?.rungs?.map((rung) => rung.id);
    expect(ladder('PUB-CF-7')).toEqual(['remind', 'press', 'supervise', 'act', 'act-2', 'act-3', 'late']);
    expect(ladder('CASE-HEAR-REQ')).toEqual(['lapse']);
    expect(rules.get('CASE-DECIDE-90')).toMatchObject({ length: 90, unit: 'calendar-day', validFrom: '2021-07-15' });
    expect(rules.get('CASE-SERVE-7')).toMatchObject({ length: 7, unit: 'working-day' });
    expect(rules.get('CASE-PAY-15')).toMatchObject({ length: 15, unit: 'calendar-day' });
  });
});

describe('clock rules with mistakes', () => {
  it('names file and line of an unknown word, a wrong unit and a missing word', () => {
    edit('clocks/case.yaml', 'unit: hour', 'unit: hours');
    edit('clocks/case.yaml', 'length: 90', 'lenght: 90');
    const line = (text: string): number =>
      readFileSync(join(copy, 'clocks/case.yaml'), 'utf8').split('\n').findIndex((row) => row.includes(text)) + 1;
    expect(problemsOf(() => loadClockRules(copy))).toEqual(
      expect.arrayContaining([
        `clocks/case.yaml:${line('lenght: 90')} /clocks/1/lenght：不认识的字段`,
        `clocks/case.yaml:${line('id: CASE-DECIDE-90')} /clocks/1/length：必须填写`,
        expect.stringMatching(new RegExp(`^clocks/case\\.yaml:${line('unit: hours')} /clocks/\\d+/unit：只能是`)),
      ]),
    );
  });

  it('takes no number from memory', () => {
    edit('clocks/recording.yaml', 'length: null', 'length: 24');
    expect(problemsOf(() => loadClockRules(copy))).toEqual(['clocks/recording.yaml:6 /clocks/0/length：应为空值']);
  });

  it('takes no id twice', () => {
    edit('clocks/licence.yaml', 'id: XK-ISSUE-10', 'id: PUB-CF-7');
    expect(problemsOf(() => loadClockRules(copy))).toEqual([expect.stringMatching(/publication\.yaml:3 时限编号重复：PUB-CF-7/)]);
  });

  it('names the line of broken YAML', () => {
    edit('clocks/credit.yaml', 'unit: working-day', 'unit: [working-day');
    expect(problemsOf(() => loadClockRules(copy))[0]).toMatch(/^clocks\/credit\.yaml:\d+ YAML 语法错误/);
  });
});
