import fc from 'fast-check';
import { configDir, loadCalendar } from '@sanzhi/platform/config';
import { dayNumber, formatDay, yearOf } from '../calendar';
import { due, dueDates } from './due';
import { endOfTerm, type DayUnit } from './term';

const calendar = loadCalendar(configDir());

describe('laws of counting', () => {
  const day = fc.integer({ min: dayNumber('2020-01-01'), max: dayNumber('2028-06-30') });
  const length = fc.integer({ min: 1, max: 120 });
  const unit = fc.constantFrom<DayUnit>('working-day', 'calendar-day', 'month', 'year');
  const term = fc.record({ start: day, length, unit });

  it('adds n working days and counts n back to the last working day before', () => {
    fc.assert(
      fc.property(day, length, (start, n) => {
        const { statutory } = endOfTerm(start, n, 'working-day', calendar);
        expect(calendar.weekendsOff.count(start + 1, statutory)).toBe(n);
        expect(calendar.weekendsOff.nthBefore(statutory, n)).toBe(calendar.weekendsOff.onOrBefore(start));
      }),
    );
  });

  it('is monotone in start and length, and safe never follows statutory', () => {
    fc.assert(
      fc.property(term, fc.nat(40), fc.nat(40), ({ start, length: n, unit: u }, later, more) => {
        const end = endOfTerm(start, n, u, calendar);
        const grown = endOfTerm(start + later, n + more, u, calendar);
        expect(grown.statutory).toBeGreaterThanOrEqual(end.statutory);
        expect(grown.safe).toBeGreaterThanOrEqual(end.safe);
        expect(end.safe).toBeLessThanOrEqual(end.statutory);
        expect(calendar.isWorkingDay(end.statutory)).toBe(true);
      }),
    );
  });

  it('finds the latest day before: n full working days between, and no later working day has them', () => {
    fc.assert(
      fc.property(day, length, (hearing, n) => {
        const request = { start: formatDay(hearing), length: n, unit: 'working-day', direction: 'before' } as const;
        const latest = dayNumber(dueDates(request, calendar).statutoryDue);
        expect(calendar.isWorkingDay(latest)).toBe(true);
        expect(calendar.weekendsOff.count(latest + 1, hearing - 1)).toBe(n);
        const lenient = dayNumber(dueDates({ ...request, lenient: true }, calendar).statutoryDue);
        expect(calendar.weekendsOff.count(lenient + 1, hearing)).toBe(n);
        expect(lenient).toBeGreaterThanOrEqual(latest);
      }),
    );
  });

  it('counts plain units back to the latest start that is over in time', () => {
    const plain = fc.constantFrom<DayUnit>('calendar-day', 'month', 'year');
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 20 }), plain, (end, n, u) => {
        const before = { start: formatDay(end), length: n, unit: u, direction: 'before' } as const;
        const latest = dueDates(before, calendar).statutoryDue;
        const lastCounted = (start: string): string | undefined =>
          due({ start, length: n, unit: u }, calendar).days.filter((d) => d.counted).at(-1)?.date;
        expect(lastCounted(latest)! < before.start).toBe(true);
        expect(lastCounted(formatDay(dayNumber(latest) + 1))! >= before.start).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('explains what it computes: as many counted days as the term has', () => {
    fc.assert(
      fc.property(day, length, fc.constantFrom<DayUnit>('working-day', 'calendar-day'), (start, n, u) => {
        const { days, statutoryDue } = due({ start: formatDay(start), length: n, unit: u }, calendar);
        expect(days.filter((d) => d.counted)).toHaveLength(n);
        expect(days.at(-1)?.date).toBe(statutoryDue);
        expect(days[0]).toMatchObject({ date: formatDay(start), counted: false });
      }),
    );
  });

  it('is provisional exactly when a day it rests on lies in an unknown year', () => {
    fc.assert(
      fc.property(day, length, (start, n) => {
        const { statutory, provisional } = endOfTerm(start, n, 'working-day', calendar);
        expect(provisional).toBe(yearOf(statutory) > 2026);
      }),
    );
  });
});
