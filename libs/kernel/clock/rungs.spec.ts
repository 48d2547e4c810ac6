import { configDir, loadCalendar, loadClockRules } from '@sanzhi/platform/config';
import { budgetUnder, dueUnderRule, filledIn, isInForce, nextMonthDay } from './clock-rule';
import { endInstant, hourInstant, parseInstant, shanghaiDay, shanghaiTime } from './instant';
import { rungInstants } from './rungs';
import type { Due } from './due';

const calendar = loadCalendar(configDir());
const rules = loadClockRules(configDir());
const rule = (id: string) => rules.get(id)!;
const dueOf = (id: string, on: string): Due => {
  const due = dueUnderRule(rule(id), on, calendar);
  if (typeof due === 'string') throw new Error(due);
  return due;
};

describe('instants in Shanghai', () => {
  it.each([['2026-06-10T16:05:59.999Z', '00:05'], ['2026-06-11T09:30:00+08:00', '09:30'], ['2026-06-10T15:59:00Z', '23:59']])('reads %s as %s', (instant, time) => {
    expect(shanghaiTime(instant)).toBe(time);
  });

  it('ends a legal day at 16:00 UTC', () => {
    expect(endInstant('2026-10-08')).toBe('2026-10-08T16:00:00.000Z');
    expect(hourInstant('2026-10-08', 9)).toBe('2026-10-08T01:00:00.000Z');
  });

  it('gives the end instant to the next day, and the moment before to the day itself', () => {
    expect(shanghaiDay('2026-10-08T16:00:00Z')).toBe('2026-10-09');
    expect(shanghaiDay('2026-10-08T15:59:59.999Z')).toBe('2026-10-08');
    expect(shanghaiDay(new Date('2026-10-08T01:00:00+08:00'))).toBe('2026-10-08');
  });

  it.each(['2026-10-08', '2026-10-08T10:00', '2026-10-08T24:00Z', '2026-10-32T10:00Z', '2026-10-08 10:00Z', '2026-10-08T10:00+0800'])(
    '%j is no instant',
    (text) => {
      expect(parseInstant(text)).toBeNull();
    },
  );
});

describe('rungs', () => {
  it('climbs before the safe date of a publication and is late when the statutory day is over', () => {
    const due = dueOf('PUB-CF-7', '2026-09-28');
    expect(rungInstants(rule('PUB-CF-7').rungs!, due, calendar)).toEqual([
      { id: 'remind', at: '2026-10-09T01:00:00.000Z' },
      { id: 'press', at: '2026-10-10T01:00:00.000Z' },
      { id: 'supervise', at: '2026-10-12T01:00:00.000Z' },
      { id: 'act', at: '2026-10-12T01:00:00.000Z' },
      { id: 'act-2', at: '2026-10-13T01:00:00.000Z' },
      { id: 'act-3', at: '2026-10-13T06:00:00.000Z' },
      { id: 'late', at: '2026-10-13T16:00:00.000Z' },
    ]);
  });

  it('warns before the holidays that a decision would be rolled over', () => {
    const due = dueOf('CASE-DECIDE-90', '2026-07-03');
    expect(due).toMatchObject({ statutoryDue: '2026-10-08', safeDue: '2026-09-30' });
    const rungs = rungInstants(rule('CASE-DECIDE-90').rungs!, due, calendar);
    expect(rungs[0]).toEqual({ id: 'remind', at: '2026-09-24T01:00:00.000Z' });
    expect(rungs.at(-1)).toEqual({ id: 'late', at: '2026-10-08T16:00:00.000Z' });
  });

  it('lets the right to a hearing lapse when its last day is over', () => {
    const due = dueOf('CASE-HEAR-REQ', '2026-07-17');
    expect(rungInstants(rule('CASE-HEAR-REQ').rungs!, due, calendar)).toEqual([{ id: 'lapse', at: '2026-07-24T16:00:00.000Z' }]);
  });

  it('ends a clock in hours at its instant', () => {
    const due = dueOf('CASE-FORCE-24H', '2026-06-10T15:00:00+08:00');
    expect(rungInstants([{ id: 'late', at: 'end' }], due, calendar)).toEqual([{ id: 'late', at: '2026-06-11T07:00:00.000Z' }]);
  });
});

describe('rules', () => {
  it('gives no date without a number that was read', () => {
    expect(dueUnderRule(rule('CASE-FILE'), '2026-06-02', calendar)).toBe('no-statutory-value');
    expect(dueUnderRule(rule('PUB-ANNUAL-0131'), '2026-06-02', calendar)).toBe('no-statutory-value');
    expect(dueUnderRule(rule('CASE-SURCHARGE'), '2026-06-02', calendar)).toBe('no-statutory-value');
  });

  it('takes a local number only where the law has none', () => {
    expect(budgetUnder(filledIn(rule('CASE-NOTICE'), 3), '2023-05-04')).toEqual({ length: 3, unit: 'working-day' });
    expect(filledIn(rule('CASE-NOTICE'), null).length).toBeNull();
    expect(filledIn(rule('CASE-NOTICE'), 2.5).length).toBeNull();
    expect(filledIn(rule('CASE-PAY-15'), 30).length).toBe(15);
  });

  it('is law from its first to its last day, judged by the anchor', () => {
    expect(isInForce(rule('CASE-HEAR-REQ'), '2021-07-14')).toBe(false);
    expect(isInForce(rule('CASE-HEAR-REQ'), '2021-07-15')).toBe(true);
    expect(isInForce(rule('CASE-DECIDE-OLD'), '2025-05-31')).toBe(true);
    expect(budgetUnder(rule('CASE-DECIDE-OLD'), '2025-06-01')).toBe('not-in-force');
    expect(budgetUnder(rule('CASE-PAY-15'), '2026-09-17')).toEqual({ length: 15, unit: 'calendar-day' });
  });

  it('counts a hearing notice back, and a yearly report to its date', () => {
    expect(dueOf('CASE-HEAR-NOTICE', '2026-10-15').statutoryDue).toBe('2026-09-29');
    expect(dueOf('PUB-GIREPORT-0131', '2025-12-31')).toMatchObject({ statutoryDue: '2026-01-31', safeDue: '2026-01-30' });
    expect(nextMonthDay('2026-01-31', '01-31')).toBe('2027-01-31');
    expect(nextMonthDay('2026-03-01', '02-29')).toBe('2027-02-28');
  });

  it('withdraws a changed decision by a working Saturday', () => {
    expect(dueOf('PUB-WITHDRAW-3', '2026-09-30').statutoryDue).toBe('2026-10-10');
  });

  it('takes a named date from the paper that names it, and does not roll it', () => {
    const named = { id: 'CASE-X', title: '', trigger: '', length: null, unit: 'fixed-date', named: true, basis: '', source: '', status: 'SEEN', actor: '', consequence: null } as const;
    expect(budgetUnder(named, '2026-06-19')).toEqual({ unit: 'fixed-date', on: '2026-06-19' });
  });
});
