import { CalendarBook, type RegionalOverlay } from './calendar-book';
import type { CalendarYear } from './calendar-year';
import { dayNumber } from './day';

const year = (number: number, revision = 1, days: CalendarYear['days'] = []): CalendarYear => ({ year: number, revision, notices: [`notice ${number}`], days });
const overlay = (region: string, date: string, kind: 'off' | 'work' = 'off'): RegionalOverlay => ({
  ...{ id: `r${region}`, title: '示例', region, basis: '示例', revision: 1 },
  days: [{ date, name: '示例节', kind }],
});
const book = new CalendarBook([year(2025), year(2026)], [overlay('45', '2026-04-20'), overlay('4501', '2026-04-20', 'work'), overlay('65', '2026-03-20')]);
const works = (region: string, date: string): boolean => book.of(region).isWorkingDay(dayNumber(date));

describe('calendars of regions', () => {
  it('adds the days of a region to the national ones, and nothing elsewhere', () => {
    expect([works('', '2026-04-20'), works('450000', '2026-04-20'), works('650000', '2026-04-20')]).toEqual([true, false, true]);
    expect(book.of('450200').revision).toBe('2025r1+2026r1+r45r1');
  });

  it('gives the narrowest region the last word', () => {
    expect(works('450102', '2026-04-20')).toBe(true);
  });

  it('keeps one calendar for all places with the same overlays', () => {
    expect(book.of('450200')).toBe(book.of('450300'));
    expect(book.of('110000')).toBe(book.national);
  });

  it('takes a new year, and of one year the higher revision', () => {
    const off = [{ date: '2026-06-01', name: '示例', kind: 'off' as const }];
    const later = book.withYears([year(2027), year(2026, 2, off)]);
    expect(later.national.revision).toBe('2025r1+2026r2+2027r1');
    expect(later.national.isWorkingDay(dayNumber('2026-06-01'))).toBe(false);
    expect(later.withYears([year(2026, 1)]).national.revision).toBe('2025r1+2026r2+2027r1');
    expect(book.national.coverage(2027)).toBe('none');
  });

  it('tells what is covered, and the year that is missing', () => {
    expect(book.covered()).toEqual([
      { year: 2025, coverage: 'confirmed', revision: 1, notices: ['notice 2025'] },
      { year: 2026, coverage: 'confirmed', revision: 1, notices: ['notice 2026'] },
      { year: 2027, coverage: 'none', revision: null, notices: [] },
    ]);
    expect(new CalendarBook([]).covered()).toEqual([]);
  });
});
