import fc from 'fast-check';
import { configDir, loadCalendar } from '@sanzhi/platform/config';
import { dayNumber, formatDay } from '../calendar';
import { deriveDue } from './derive-due';
import { dueDates } from './due';
import type { ClockBudget, ClockLedger, LedgerEntry } from './ledger';
import { recordEntry, resume } from './record-entry';

const calendar = loadCalendar(configDir());
const ground = '检验';
const days = (length: number): ClockBudget => ({ length, unit: 'calendar-day' });
const clock = (anchorOn: string, budget: ClockBudget, ...ledger: LedgerEntry[]): ClockLedger => ({ anchorOn, budget, ledger });
const exclude = (from: string, to: string): LedgerEntry => ({ verb: 'exclude', from, to, ground });
const extend = (on: string, length: number): LedgerEntry => ({ verb: 'extend', on, length, unit: 'calendar-day', ground });
const dates = (of: ClockLedger, asOf?: string): (string | null)[] => {
  const { statutoryDue, safeDue } = deriveDue(of, calendar, asOf);
  return [statutoryDue, safeDue];
};

describe('a clock without entries', () => {
  it('is the term itself', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: dayNumber('2020-01-01'), max: dayNumber('2027-06-30') }),
        fc.integer({ min: 1, max: 90 }),
        fc.constantFrom('working-day' as const, 'calendar-day' as const, 'month' as const, 'year' as const),
        (start, length, unit) => {
          const anchorOn = formatDay(start);
          const derived = deriveDue(clock(anchorOn, { length, unit }), calendar);
          expect(derived).toMatchObject(dueDates({ start: anchorOn, length, unit }, calendar));
          expect(derived).toMatchObject({ running: true, ignored: [], countedFrom: anchorOn });
        },
      ),
    );
  });
});

describe('exclude', () => {
  it('takes the test of 15 days out of a seizure and out of the decision', () => {
    const test = exclude('2026-06-15', '2026-06-30');
    expect(dates(clock('2026-06-10', days(30), test))).toEqual(['2026-07-27', '2026-07-24']);
    expect(dates(clock('2026-06-09', days(90), test))).toEqual(['2026-09-22', '2026-09-22']);
  });

  it('unites overlapping spans and adds separate ones', () => {
    const test = exclude('2026-06-15', '2026-06-30');
    const inside = exclude('2026-06-20', '2026-06-25');
    const hearing = exclude('2026-07-23', '2026-08-06');
    expect(dates(clock('2026-06-09', days(90), test, inside))).toEqual(['2026-09-22', '2026-09-22']);
    expect(dates(clock('2026-06-09', days(90), hearing, inside, test))).toEqual(['2026-10-08', '2026-09-30']);
  });

  it('leaves out only days of the term: a span before or after it changes nothing', () => {
    const plain = dates(clock('2026-03-02', days(10)));
    expect(dates(clock('2026-03-02', days(10), exclude('2026-02-01', '2026-03-01')))).toEqual(plain);
    expect(dates(clock('2026-03-02', days(10), exclude('2026-03-13', '2026-04-01')))).toEqual(plain);
    expect(dates(clock('2026-03-02', days(10), exclude('2026-03-12', '2026-03-13')))).toEqual(['2026-03-13', '2026-03-13']);
  });

  it('leaves out working days of a term in working days', () => {
    const budget: ClockBudget = { length: 7, unit: 'working-day' };
    expect(dates(clock('2026-09-28', budget))[0]).toBe('2026-10-13');
    expect(dates(clock('2026-09-28', budget, exclude('2026-10-01', '2026-10-08')))[0]).toBe('2026-10-13');
    expect(dates(clock('2026-09-28', budget, exclude('2026-10-08', '2026-10-10')))[0]).toBe('2026-10-15');
    expect(dates(clock('2026-09-28', budget, exclude('2026-09-20', '2026-09-30')))[0]).toBe('2026-10-14');
  });

  it('leaves out milliseconds of a term in hours', () => {
    const hours = clock('2026-09-30T08:00:00Z', { length: 24, unit: 'hour' }, exclude('2026-09-30T10:00:00Z', '2026-09-30T11:30:00Z'));
    expect(dates(hours)[0]).toBe('2026-10-01T09:30:00.000Z');
  });

  it('never brings an end forward, and one more span never does', () => {
    const span = fc.tuple(fc.integer({ min: -10, max: 80 }), fc.nat(20));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 5 }), span, fc.constantFrom('working-day' as const, 'calendar-day' as const), (spans, one, unit) => {
        const anchor = dayNumber('2026-02-10');
        const entry = ([from, long]: [number, number]): LedgerEntry => exclude(formatDay(anchor + from), formatDay(anchor + from + long));
        const budget = { length: 30, unit };
        const fewer = dates(clock('2026-02-10', budget, ...spans.map(entry)))[0]!;
        const more = dates(clock('2026-02-10', budget, ...spans.map(entry), entry(one)))[0]!;
        expect(more >= fewer).toBe(true);
      }),
    );
  });
});

describe('suspend', () => {
  const open: LedgerEntry = { verb: 'suspend', from: '2026-03-05', ground: '中止' };

  it('has no date while it lasts, except as a projection', () => {
    const held = clock('2026-03-02', days(10), open);
    expect(deriveDue(held, calendar)).toMatchObject({ statutoryDue: null, safeDue: null, running: false });
    expect(deriveDue(held, calendar, '2026-03-10')).toMatchObject({ statutoryDue: '2026-03-17', running: false });
  });

  it('runs on with what was left', () => {
    const resumed = resume(clock('2026-03-02', days(10), open), '2026-03-10');
    expect(deriveDue(resumed!, calendar)).toMatchObject({ statutoryDue: '2026-03-17', running: true });
    expect(resume(resumed!, '2026-03-11')).toBeNull();
  });

  it('does not hold a clock that had ended before', () => {
    const ended = clock('2026-03-02', days(2), open);
    expect(deriveDue(ended, calendar)).toMatchObject({ statutoryDue: '2026-03-04', running: true });
  });

  it('holds hours too', () => {
    const hours = clock('2026-03-02T00:00:00Z', { length: 24, unit: 'hour' }, { verb: 'suspend', from: '2026-03-02T05:00:00Z', ground });
    expect(dates(hours)).toEqual([null, null]);
    expect(dates(hours, '2026-03-02T06:00:00Z')[0]).toBe('2026-03-03T01:00:00.000Z');
  });
});

describe('interrupt', () => {
  it('starts the whole budget anew and drops what was granted before', () => {
    const entry: LedgerEntry = { verb: 'interrupt', on: '2026-03-09', ground: '补正' };
    const restarted = clock('2026-03-02', days(10), extend('2026-03-05', 30), entry);
    expect(deriveDue(restarted, calendar)).toMatchObject({ statutoryDue: '2026-03-19', countedFrom: '2026-03-09' });
  });
});

describe('extend', () => {
  it('adds to the un-rolled end: 30 and 30 days and a test of 15 end on day 75', () => {
    const seizure = clock('2026-06-10', days(30), exclude('2026-06-15', '2026-06-30'), extend('2026-07-20', 30));
    expect(dates(seizure)[0]).toBe('2026-08-24');
  });

  it('has no effect after the end: day 91 is too late', () => {
    const late = clock('2026-01-05', days(90), extend('2026-04-08', 30));
    expect(dates(clock('2026-01-05', days(90)))[0]).toBe('2026-04-07');
    expect(deriveDue(late, calendar)).toMatchObject({ statutoryDue: '2026-04-07', ignored: [{ index: 0, fault: 'expired' }] });
    expect(dates(clock('2026-01-05', days(90), extend('2026-04-07', 30)))[0]).toBe('2026-05-06');
  });

  it('runs another unit on from the end, and never hours with days', () => {
    const months = clock('2026-03-31', { length: 6, unit: 'month' }, extend('2026-09-01', 15));
    expect(dates(months)[0]).toBe('2026-10-15');
    const hours: LedgerEntry = { verb: 'extend', on: '2026-03-05', length: 5, unit: 'hour', ground };
    expect(deriveDue(clock('2026-03-02', days(10), hours), calendar).ignored).toEqual([{ index: 0, fault: 'other-unit' }]);
  });

  it('adds equal months to the same day', () => {
    const entry: LedgerEntry = { verb: 'extend', on: '2026-02-10', length: 3, unit: 'month', ground };
    expect(dates(clock('2025-11-30', { length: 3, unit: 'month' }, entry))[0]).toBe('2026-06-01');
  });
});

describe('a fixed date', () => {
  it('is moved by nothing in the ledger', () => {
    const fixed = clock('2026-01-01', { unit: 'fixed-date', on: '2026-03-31' }, exclude('2026-02-01', '2026-02-10'));
    expect(deriveDue(fixed, calendar)).toMatchObject({
      statutoryDue: '2026-03-31',
      ignored: [{ index: 0, fault: 'fixed-date' }],
    });
  });
});

describe('making an entry', () => {
  const base = clock('2026-03-02', days(10));
  const record = (entry: LedgerEntry, to: ClockLedger = base): string =>
    recordEntry(to, entry, calendar, '2026-03-10').fault ?? 'recorded';

  it.each<[string, LedgerEntry]>([
    ['before-anchor', exclude('2026-03-01', '2026-03-05')],
    ['reversed', exclude('2026-03-05', '2026-03-04')],
    ['future', exclude('2026-03-09', '2026-03-11')],
    ['future', { verb: 'suspend', from: '2026-03-11', ground }],
    ['before-anchor', { verb: 'interrupt', on: '2026-02-27', ground }],
    ['recorded', exclude('2026-03-04', '2026-03-10')],
    ['recorded', extend('2026-03-10', 5)],
  ])('%s: %j', (answer, entry) => {
    expect(record(entry)).toBe(answer);
  });

  it('does not suspend what is suspended, nor extend what has ended, nor move a fixed date', () => {
    const open: LedgerEntry = { verb: 'suspend', from: '2026-03-05', ground };
    expect(record({ verb: 'suspend', from: '2026-03-06', ground }, clock('2026-03-02', days(10), open))).toBe('already-suspended');
    expect(record(extend('2026-03-10', 5), clock('2026-03-02', days(3)))).toBe('expired');
    expect(record(extend('2026-03-10', 5), clock('2026-03-02', { unit: 'fixed-date', on: '2026-04-01' }))).toBe('fixed-date');
  });

  it('appends and leaves the given clock as it was', () => {
    const { clock: written } = recordEntry(base, exclude('2026-03-04', '2026-03-06'), calendar, '2026-03-10');
    expect(written?.ledger).toHaveLength(1);
    expect(base.ledger).toHaveLength(0);
  });
});
