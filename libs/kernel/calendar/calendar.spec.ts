import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isWorkday } from 'chinese-days';
import fc from 'fast-check';
import { Calendar } from './calendar';
import { parseCalendarYear, type CalendarYear } from './calendar-year';
import { addMonths, dayNumber, formatDay, LAST_DAY, parseDay, weekdayOf, yearOf } from './day';
import { OutsideCalendar } from './working-days';

const folder = join(__dirname, '../../../config/calendars');

function year(number: number): CalendarYear {
  const csv = readFileSync(join(folder, `${number}.csv`), 'utf8');
  const { year: read, problems } = parseCalendarYear(csv, { year: number, notices: ['notice'], revision: 1 });
  expect(problems).toEqual([]);
  return read;
}

const years = [2020, 2021, 2022, 2023, 2024, 2025, 2026].map(year);
const calendar = new Calendar(years);
const on = (text: string): string => calendar.reasonOf(dayNumber(text));

describe('days', () => {
  it.each(['2026-02-29', '2026-2-1', '2026-13-01', '2026-00-10', '2026-01-00', '2026-01-32', '2026/01/01', ' 2026-01-01', '20260101', '0000-01-01', '２０２６-01-01', ''])(
    'does not read %j',
    (text) => {
      expect(parseDay(text)).toBeNull();
      expect(() => dayNumber(text)).toThrow(RangeError);
    },
  );

  it('counts from 1970-01-01, a Thursday', () => {
    expect(parseDay('1970-01-01')).toBe(0);
    expect(parseDay('2000-02-29')).toBe(11016);
    expect(weekdayOf(0)).toBe(4);
    expect(weekdayOf(-1)).toBe(3);
    expect(formatDay(LAST_DAY)).toBe('2199-12-31');
  });

  it('agrees with the UTC calendar of the platform on every day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -25567, max: LAST_DAY }), (day) => {
        const date = new Date(day * 86_400_000);
        expect(formatDay(day)).toBe(date.toISOString().slice(0, 10));
        expect(parseDay(formatDay(day))).toBe(day);
        expect(weekdayOf(day) % 7).toBe(date.getUTCDay());
        expect(yearOf(day)).toBe(date.getUTCFullYear());
      }),
    );
  });

  it.each([
    ['2026-03-31', 6, '2026-09-30'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2023-02-28', 12, '2024-02-28'],
    ['2025-12-31', 2, '2026-02-28'],
    ['2026-01-31', -2, '2025-11-30'],
    ['2026-11-30', 3, '2027-02-28'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(formatDay(addMonths(dayNumber(from), months))).toBe(to);
  });
});

describe('calendar', () => {
  it('agrees with an independent calendar on every day of 2020 to 2026', () => {
    const differing: string[] = [];
    for (let day = dayNumber('2020-01-01'); day <= dayNumber('2026-12-31'); day++) {
      if (calendar.isWorkingDay(day) !== isWorkday(formatDay(day))) differing.push(formatDay(day));
    }
    expect(differing).toEqual([]);
  });

  it('gives each day its reason', () => {
    expect(on('2026-10-01')).toBe('holiday:国庆节');
    expect(on('2026-10-10')).toBe('makeup');
    expect(on('2026-10-11')).toBe('weekend');
    expect(on('2026-10-12')).toBe('work');
    expect(on('2022-12-31')).toBe('holiday:元旦');
    expect(on('2020-02-03')).toBe('work');
  });

  it('counts the last December by the next notice, and knows only that day of it without its own', () => {
    const alone = new Calendar([year(2023)]);
    expect(alone.isWorkingDay(dayNumber('2022-12-31'))).toBe(false);
    expect(alone.coverage(2022)).toBe('provisional');
    expect(alone.isProvisional(dayNumber('2022-12-30'))).toBe(true);
  });

  it('keeps two readings of an unknown year: weekends off, and every day working', () => {
    const saturday = dayNumber('2027-01-02');
    expect(calendar.coverage(2027)).toBe('none');
    expect(calendar.isProvisional(saturday)).toBe(true);
    expect(calendar.weekendsOff.isWorking(saturday)).toBe(false);
    expect(calendar.everyDayWorks.isWorking(saturday)).toBe(true);
    expect(calendar.isProvisional(dayNumber('2026-01-01'), dayNumber('2026-12-31'))).toBe(false);
    expect(calendar.isProvisional(dayNumber('2026-12-31'), dayNumber('2027-01-01'))).toBe(true);
  });

  it('lays regional days over the national ones', () => {
    const day = { date: '2026-04-18', name: '三月三', kind: 'off' as const };
    const friday = { date: '2026-04-20', name: '三月三', kind: 'off' as const };
    const regional = new Calendar(years, [{ id: 'guangxi', revision: 2, days: [day, friday] }]);
    expect(regional.reasonOf(dayNumber('2026-04-20'))).toBe('holiday:三月三');
    expect(calendar.isWorkingDay(dayNumber('2026-04-20'))).toBe(true);
    expect(regional.revision).toBe(`${calendar.revision}+guangxir2`);
  });

  it('answers for no day outside its span', () => {
    expect(() => calendar.isProvisional(-1)).toThrow(OutsideCalendar);
    expect(() => calendar.weekendsOff.nthAfter(LAST_DAY, 1)).toThrow(OutsideCalendar);
    expect(() => calendar.weekendsOff.nthAfter(-1, 1)).toThrow(OutsideCalendar);
    expect(() => calendar.weekendsOff.nthBefore(0, 1)).toThrow(OutsideCalendar);
  });

  it('takes no year twice', () => {
    expect(() => new Calendar([year(2026), year(2026)])).toThrow(RangeError);
  });
});

describe('calendar file', () => {
  const source = { year: 2023, notices: ['notice'], revision: 1 };

  it('names every bad line', () => {
    const text = 'date,name,kind\r\n2022-12-31,元旦,off\r\n2022-11-30,元旦,off\n2023-02-30,a,off\n2023-03-01,a,x\n2023-03-02,,off\n2022-12-31,元旦,off\n';
    expect(parseCalendarYear(text, source).problems.map(({ line }) => line)).toEqual([3, 4, 5, 6, 7]);
    expect(parseCalendarYear('day,name,kind\n', source).problems).toEqual([{ line: 1, message: '首行应为 date,name,kind' }]);
  });

  it('reads with and without byte order mark', () => {
    const { year: read, problems } = parseCalendarYear('\uFEFFdate,name,kind\n2023-01-01,元旦,off\n', source);
    expect(problems).toEqual([]);
    expect(read.days).toEqual([{ date: '2023-01-01', name: '元旦', kind: 'off' }]);
  });
});
