import fc from 'fast-check';
import { configDir, loadCalendar } from '@sanzhi/platform/config';
import { Calendar, dayNumber, formatDay, OutsideCalendar } from '../calendar';
import { due, dueDates, type CountedRequest, type DueRequest } from './due';
import { endOfTerm, type DayUnit } from './term';

const calendar = loadCalendar(configDir());
const ends = (start: string, length: number, unit: CountedRequest['unit']): string[] => {
  const { statutoryDue, safeDue } = due({ start, length, unit }, calendar);
  return [statutoryDue, safeDue];
};

describe('terms in working days (行政处罚法第八十五条)', () => {
  it.each([
    [7, '2026-09-28', '2026-10-13'],
    [7, '2026-02-13', '2026-03-02'],
    [7, '2026-04-30', '2026-05-13'],
    [20, '2026-09-15', '2026-10-19'],
    [3, '2026-09-30', '2026-10-10'],
    [5, '2026-02-14', '2026-02-28'],
    [10, '2026-09-24', '2026-10-15'],
    [7, '2026-06-10', '2026-06-22'],
    [5, '2026-09-29', '2026-10-12'],
    [7, '2026-06-02', '2026-06-11'],
    [5, '2026-07-17', '2026-07-24'],
    [7, '2026-08-17', '2026-08-26'],
    [10, '2026-09-14', '2026-09-28'],
    [10, '2026-11-27', '2026-12-11'],
  ])('%i from %s end on %s, never rolled', (length, start, end) => {
    expect(ends(start, length, 'working-day')).toEqual([end, end]);
  });

  it('T07: go by the table of holidays, where days of the calendar would end on another day', () => {
    const pairs = [[7, '2026-09-28'], [5, '2026-09-29'], [10, '2026-11-27'], [7, '2026-02-13']] as const;
    for (const [length, start] of pairs) expect(ends(start, length, 'working-day')[0] > ends(start, length, 'calendar-day')[0]).toBe(true);
    // The festival of 2026-06-19 is left out, the working Saturday of 2026-10-10 is counted.
    expect(ends('2026-06-10', 7, 'working-day')).toEqual(['2026-06-22', '2026-06-22']);
    expect(ends('2026-09-30', 3, 'working-day')).toEqual(['2026-10-10', '2026-10-10']);
  });
});

describe('terms that roll over days off (民法典第二百零三条)', () => {
  it.each([
    ['calendar-day', 15, '2026-09-17', '2026-10-08', '2026-09-30'],
    ['calendar-day', 90, '2026-07-03', '2026-10-08', '2026-09-30'],
    ['calendar-day', 30, '2026-09-01', '2026-10-08', '2026-09-30'],
    ['calendar-day', 90, '2026-06-09', '2026-09-07', '2026-09-07'],
    ['month', 6, '2026-04-03', '2026-10-08', '2026-09-30'],
    ['month', 6, '2026-03-31', '2026-09-30', '2026-09-30'],
    ['month', 1, '2024-01-31', '2024-02-29', '2024-02-29'],
    ['month', 1, '2026-01-31', '2026-02-28', '2026-02-28'],
    ['year', 2, '2024-02-29', '2026-02-28', '2026-02-28'],
    ['year', 1, '2024-12-31', '2025-12-31', '2025-12-31'],
    ['calendar-day', 1, '2025-12-31', '2026-01-04', '2025-12-31'],
    ['calendar-day', 1, '2022-12-30', '2023-01-03', '2022-12-30'],
    ['calendar-day', 30, '2024-02-01', '2024-03-04', '2024-03-01'],
  ] as const)('%s %i from %s: statutory %s, safe %s', (...[unit, length, start, ...both]) => {
    expect(ends(start, length, unit)).toEqual(both);
  });
});

describe('counting back from a hearing (行政处罚法第六十四条第二项)', () => {
  const back = (start: string, length: number, lenient?: boolean, unit: DayUnit = 'working-day'): string[] => {
    const { statutoryDue, safeDue } = due({ start, length, unit, direction: 'before', lenient }, calendar);
    return [statutoryDue, safeDue];
  };

  it('leaves seven full working days between, or closes the count with the hearing day', () => {
    expect(back('2026-10-15', 7)).toEqual(['2026-09-29', '2026-09-29']);
    expect(back('2026-10-15', 7, true)).toEqual(['2026-09-30', '2026-09-30']);
    expect(back('2026-08-06', 7)).toEqual(['2026-07-27', '2026-07-27']);
  });

  it('counts days and months back without a roll', () => {
    expect(back('2026-10-31', 30, false, 'calendar-day')).toEqual(['2026-09-30', '2026-09-30']);
    expect(back('2026-10-31', 30, true, 'calendar-day')).toEqual(['2026-10-01', '2026-10-01']);
    expect(back('2026-08-31', 6, true, 'month')).toEqual(['2026-02-28', '2026-02-28']);
    expect(back('2026-03-31', 1, true, 'month')).toEqual(['2026-02-28', '2026-02-28']);
    expect(back('2026-02-28', 1, true, 'month')).toEqual(['2026-01-31', '2026-01-31']);
    expect(back('2026-03-01', 1, false, 'month')).toEqual(['2026-01-31', '2026-01-31']);
    expect(back('2025-02-28', 1, true, 'year')).toEqual(['2024-02-29', '2024-02-29']);
  });

  it('explains the days backwards; neither end counts when strict', () => {
    const { days } = due({ start: '2026-10-15', length: 7, unit: 'working-day', direction: 'before' }, calendar);
    expect(days[0]).toEqual({ date: '2026-10-15', counted: false, reason: 'trigger' });
    expect(days.at(-1)).toEqual({ date: '2026-09-29', counted: false, reason: 'work' });
    expect(days.filter((day) => day.counted).map((day) => day.date)).toEqual([
      ...['2026-10-14', '2026-10-13', '2026-10-12', '2026-10-10', '2026-10-09', '2026-10-08', '2026-09-30'],
    ]);
  });

  it('counts the hearing day when lenient', () => {
    const request = { start: '2026-10-15', length: 7, unit: 'working-day', direction: 'before', lenient: true } as const;
    const { days } = due(request, calendar);
    expect(days[0]).toEqual({ date: '2026-10-15', counted: true, reason: 'trigger' });
    expect(days.filter((day) => day.counted)).toHaveLength(7);
  });
});

describe('hours run from the moment, through nights and holidays (民法典第二百零一条第二款)', () => {
  it('gives one instant for both dates', () => {
    expect(due({ start: '2026-09-30T16:30:00+08:00', length: 24, unit: 'hour' }, calendar)).toEqual({
      statutoryDue: '2026-10-01T08:30:00.000Z',
      safeDue: '2026-10-01T08:30:00.000Z',
      provisional: false,
      days: [],
    });
  });

  it('wants an offset', () => {
    expect(() => due({ start: '2026-09-30T16:30:00', length: 24, unit: 'hour' }, calendar)).toThrow(RangeError);
    expect(() => due({ start: '2026-09-30', length: 24, unit: 'hour' }, calendar)).toThrow(RangeError);
    expect(() => due({ start: '2026-09-31T16:30:00Z', length: 24, unit: 'hour' }, calendar)).toThrow(RangeError);
  });
});

describe('fixed dates stand as they are named', () => {
  it('has a safe date before a day off', () => {
    const fixed = due({ start: '2025-12-31', unit: 'fixed-date', on: '2026-01-31' }, calendar);
    expect(fixed).toMatchObject({ statutoryDue: '2026-01-31', safeDue: '2026-01-30', provisional: false });
    expect(fixed.days.at(-1)).toEqual({ date: '2026-01-31', counted: true, reason: 'weekend' });
  });
});

describe('explanation', () => {
  it('shows every day with its reason and ends at the statutory date', () => {
    expect(due({ start: '2026-09-24', length: 3, unit: 'working-day' }, calendar).days).toEqual([
      { date: '2026-09-24', counted: false, reason: 'trigger' },
      { date: '2026-09-25', counted: false, reason: 'holiday:中秋节' },
      { date: '2026-09-26', counted: false, reason: 'holiday:中秋节' },
      { date: '2026-09-27', counted: false, reason: 'holiday:中秋节' },
      { date: '2026-09-28', counted: true, reason: 'work' },
      { date: '2026-09-29', counted: true, reason: 'work' },
      { date: '2026-09-30', counted: true, reason: 'work' },
    ]);
  });

  it('shows rolled days as not counted', () => {
    const { days } = due({ start: '2026-09-17', length: 15, unit: 'calendar-day' }, calendar);
    expect(days.filter((day) => day.counted)).toHaveLength(15);
    expect(days.filter((day) => day.date > '2026-10-02').map((day) => day.counted)).toEqual(Array(6).fill(false));
    expect(days.at(-1)).toEqual({ date: '2026-10-08', counted: false, reason: 'work' });
  });

  it('names make-up days', () => {
    const { days } = due({ start: '2026-09-30', length: 3, unit: 'working-day' }, calendar);
    expect(days.at(-1)).toEqual({ date: '2026-10-10', counted: true, reason: 'makeup' });
  });
});

describe('beyond the horizon', () => {
  it('counts weekends as off for the statutory date, and takes the earlier of two counts as safe', () => {
    expect(due({ start: '2026-11-30', length: 3, unit: 'month' }, calendar)).toMatchObject({
      statutoryDue: '2027-03-01',
      safeDue: '2027-02-26',
      provisional: true,
    });
    expect(due({ start: '2026-12-30', length: 5, unit: 'working-day' }, calendar)).toMatchObject({
      statutoryDue: '2027-01-06',
      safeDue: '2027-01-04',
      provisional: true,
    });
  });

  it('is provisional on a plain weekday too: the notice may name it', () => {
    expect(due({ start: '2026-11-25', length: 3, unit: 'month' }, calendar)).toMatchObject({
      statutoryDue: '2027-02-25',
      safeDue: '2027-02-25',
      provisional: true,
    });
  });

  it('is not provisional as long as the count stays inside, whatever lies behind it', () => {
    expect(dueDates({ start: '2026-12-28', length: 3, unit: 'working-day' }, calendar).provisional).toBe(false);
    expect(dueDates({ start: '2026-12-28', length: 4, unit: 'working-day' }, calendar).provisional).toBe(true);
    expect(dueDates({ start: '2019-06-01', length: 1, unit: 'year' }, calendar).provisional).toBe(false);
    expect(dueDates({ start: '2019-12-27', length: 3, unit: 'working-day' }, calendar).provisional).toBe(true);
  });

  it('is provisional when a hearing notice is counted back over it', () => {
    const back = { start: '2027-01-11', length: 7, unit: 'working-day', direction: 'before' } as const;
    expect(dueDates(back, calendar)).toEqual({ statutoryDue: '2026-12-30', safeDue: '2026-12-30', provisional: true });
  });

  it('is provisional for every term that rests on a year that is not loaded', () => {
    const empty = new Calendar([]);
    const unit = fc.constantFrom<DayUnit>('working-day', 'calendar-day', 'month', 'year');
    fc.assert(
      fc.property(unit, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 10_000, max: 30_000 }), (u, length, start) => {
        const end = endOfTerm(start, length, u, empty);
        expect(end.provisional).toBe(true);
        expect(end.safe).toBeLessThanOrEqual(end.statutory);
      }),
    );
  });
});

describe('what is no term', () => {
  it.each<[string, DueRequest]>([
    ['length 0', { start: '2026-01-01', length: 0, unit: 'month' }],
    ['a negative length', { start: '2026-01-01', length: -1, unit: 'working-day' }],
    ['half a length', { start: '2026-01-01', length: 1.5, unit: 'calendar-day' }],
    ['no such day', { start: '2026-02-30', length: 1, unit: 'working-day' }],
    ['an instant for days', { start: '2026-02-20T00:00:00Z', length: 1, unit: 'working-day' }],
  ])('refuses %s', (_, request) => {
    expect(() => due(request, calendar)).toThrow(RangeError);
  });

  it.each<[DueRequest]>([
    [{ start: '2026-01-01', length: 200, unit: 'year' }],
    [{ start: '2026-01-01', length: 1_000_000, unit: 'working-day' }],
    [{ start: '1969-12-31', length: 1, unit: 'working-day' }],
    [{ start: '1970-01-05', length: 30, unit: 'calendar-day', direction: 'before' }],
  ])('leaves the calendar: %j', (request) => {
    expect(() => due(request, calendar)).toThrow(OutsideCalendar);
  });
});

describe('speed', () => {
  // The sandbox of the test runner is several times slower than the program, which does ten times as many in this time.
  it('costs no walk over days: a hundred thousand dates, text to text, in less than two seconds of processor', () => {
    const units: CountedRequest['unit'][] = ['working-day', 'calendar-day', 'month', 'year'];
    const starts = Array.from({ length: 2000 }, (_, index) => formatDay(dayNumber('2020-06-01') + index));
    const began = process.cpuUsage();
    let last = '';
    for (let i = 0; i < 100_000; i++) {
      last = dueDates({ start: starts[i % 2000], length: (i % 60) + 1, unit: units[i & 3] }, calendar).statutoryDue;
    }
    const { user, system } = process.cpuUsage(began);
    expect(last).toMatch(/^20/);
    expect((user + system) / 1e6).toBeLessThan(2);
  });
});
