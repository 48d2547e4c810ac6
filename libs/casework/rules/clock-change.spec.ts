import type { ClockChange, ClockRule, LedgerEntry } from '@sanzhi/kernel';
import { configDir, loadCalendar, loadClockRules } from '@sanzhi/platform/config';
import { changedClock, isUnmet, type ChangeContext } from './clock-change';
import { clockOfPack } from './clock-of-pack';
import { datesOf, type KeptClock } from './clock-recompute';

const calendar = loadCalendar(configDir());
const rules = loadClockRules(configDir());
const pack = {
  'clock.CASE-DECIDE-90.stops': ['检验', '听证'],
  'clock.CASE-DECIDE-90.extension': [
    { length: 30, unit: 'calendar-day', approval: 'approver' },
    { length: 60, unit: 'calendar-day', approval: 'voter' },
  ],
};

const context = (actedOn: string, duty = 'approver', parameters: object = pack, resolved: number | null = null): ChangeContext => ({
  actedOn,
  duty,
  resolved: (length) => length === resolved,
  calendar,
  rule: (id) => clockOfPack(rules.get(id)!, parameters as never),
});
const clock = (ledger: LedgerEntry[] = [], rule = 'CASE-DECIDE-90', length = 90, unit = 'calendar-day'): KeptClock => ({
  ...{ organ: 'A', id: `c/${rule}/1`, rule, anchorOn: '2026-06-09', length, unit, ledger },
});
const change = (verb: string, more: object, rule = 'CASE-DECIDE-90'): ClockChange => ({ ...more, verb, rule });
const excluded = (more: object = {}): ClockChange => change('exclude', { from: '2026-06-15', to: '2026-06-30', ground: '检验', ...more });
const extended = (length: number): ClockChange => change('extend', { length, ground: '案情复杂' });

/** The dates after a change that has to be allowed. */
function dates(of: KeptClock, what: ClockChange, on: string, resolved: number | null = null) {
  const next = changedClock(of, what, context(on, 'approver', pack, resolved));
  if (isUnmet(next)) throw new Error(next.message);
  return { next, ...datesOf(next, clockOfPack(rules.get(of.rule) as ClockRule, pack as never), calendar) };
}
/** Why a change is refused. */
function refusal(of: KeptClock | undefined, what: ClockChange, given: ChangeContext = context('2026-07-01')): string {
  const next = changedClock(of, what, given);
  if (!isUnmet(next)) throw new Error('was allowed');
  expect(next.cure).not.toBe('');
  return next.message;
}

describe('stops', () => {
  it('leaves out time on a ground of the pack; warnings keep to the stricter count', () => {
    const { statutoryDue, unstoppedDue, rungs } = dates(clock(), excluded(), '2026-07-01');
    expect([statutoryDue, unstoppedDue]).toEqual(['2026-09-22', '2026-09-07']);
    expect(rungs.map(({ id, at }) => [id, at.slice(0, 10)])).toEqual([
      ['remind', '2026-09-02'],
      ['press', '2026-09-03'],
      ['supervise', '2026-09-04'],
      ['late', '2026-09-22'],
    ]);
  });

  it('has no due date while it stands still, and goes on where it stood', () => {
    const held = dates(clock(), change('suspend', { from: '2026-06-15', ground: '检验' }), '2026-06-15');
    expect([held.statutoryDue, held.safeDue, held.dueAt, held.unstoppedDue]).toEqual([null, null, null, '2026-09-07']);
    expect(held.rungs.map(({ id }) => id)).toEqual(['remind', 'press', 'supervise']);
    const again = dates(held.next, change('resume', { on: '2026-06-30' }), '2026-06-30');
    expect(again.statutoryDue).toBe('2026-09-22');
    expect(refusal(again.next, change('resume', {}))).toContain('没有中止');
  });

  it.each<[string, ClockChange, RegExp]>([
    ['another ground', excluded({ ground: '承办人出差' }), /“承办人出差”不是/],
    ['a future end', excluded({ to: '2026-07-02' }), /尚未发生/],
    ['a day before filing', excluded({ from: '2026-06-08' }), /早于期限起算日/],
    ['an end before its start', excluded({ to: '2026-06-14' }), /早于起始日/],
  ])('refuses %s', (_, what, message) => {
    expect(refusal(clock(), what)).toMatch(message);
  });

  it('refuses what runs not, what stands still already, and what no text allows', () => {
    expect(refusal(undefined, excluded())).toContain('没有在计算');
    const suspend = change('suspend', { from: '2026-06-15', ground: '检验' });
    expect(refusal(clock([{ verb: 'suspend', from: '2026-06-12', ground: '检验' }]), suspend)).toContain('已经中止');
    expect(refusal(clock(), excluded(), context('2026-07-01', 'approver', {}))).toContain('未载入法定值');
    expect(refusal(clock([], 'CASE-FORCE-24H', 24, 'hour'), { ...excluded(), rule: 'CASE-FORCE-24H' })).toContain('以小时计算');
  });

  it('takes the grounds of the statute, which no pack widens (行政强制法第二十五条)', () => {
    const wide = { 'clock.CASE-SEIZE-30.stops': ['听证'] };
    const seized = clock([], 'CASE-SEIZE-30', 30);
    expect(refusal(seized, { ...excluded({ ground: '听证' }), rule: 'CASE-SEIZE-30' }, context('2026-07-01', 'approver', wide))).toContain('不是');
    const seizure = { ...seized, anchorOn: '2026-06-10' };
    const { statutoryDue, safeDue } = dates(seizure, { ...excluded(), rule: 'CASE-SEIZE-30' }, '2026-07-01');
    expect([statutoryDue, safeDue]).toEqual(['2026-07-27', '2026-07-24']);
  });
});

describe('an interruption', () => {
  const given = (verb: 'interrupt' | 'exclude'): ChangeContext => {
    const rule = { ...rules.get('CASE-DECIDE-90')!, stops: [{ ground: '退回', verb, basis: '某法第一条' }] };
    return { ...context('2026-07-01'), rule: () => rule as ClockRule };
  };
  const anew = change('interrupt', { on: '2026-06-30', ground: '退回' });

  it('begins the count anew on a ground that a statute names for it', () => {
    const next = changedClock(clock(), anew, given('interrupt'));
    if (isUnmet(next)) throw new Error(next.message);
    expect(datesOf(next, rules.get('CASE-DECIDE-90')!, calendar).statutoryDue).toBe('2026-09-28');
  });

  it('is refused on any other, and where no text names one', () => {
    expect(refusal(clock(), { ...anew, ground: '人手不足' }, given('interrupt'))).toContain('不是');
    expect(refusal(clock(), anew, given('exclude'))).toContain('中断的事由未载入法定值');
    expect(refusal(clock(), anew)).toContain('未载入法定值');
  });
});

describe('extensions', () => {
  it('go step by step, the second after the heads have agreed to it and to its length', () => {
    const first = dates(clock(), extended(30), '2026-09-07');
    expect(first.statutoryDue).toBe('2026-10-08');
    expect(refusal(first.next, extended(60), context('2026-10-08'))).toContain('应经负责人集体讨论');
    expect(refusal(first.next, extended(60), context('2026-10-08', 'approver', pack, 30))).toContain('这一天数');
    const second = dates(first.next, extended(60), '2026-10-08', 60);
    expect(second.statutoryDue).toBe('2026-12-07');
    expect(refusal(second.next, extended(1), context('2026-10-09'))).toContain('已延长 2 次，不得再延长');
  });

  it('are refused on day 91, when longer than the step, and where no text gives any', () => {
    expect(refusal(clock(), extended(30), context('2026-09-08'))).toContain('已经届满');
    expect(refusal(clock(), extended(40))).toContain('最多延长 30');
    expect(refusal(clock(), extended(30), context('2026-07-01', 'approver', {}))).toContain('延长未载入法定值');
  });
});

describe('an internal term', () => {
  it('rings so many working days ahead of the safe day', () => {
    const rule = clockOfPack(rules.get('CASE-DECIDE-90')!, { 'clock.CASE-DECIDE-90.internalAhead': 10 });
    expect(datesOf(clock(), rule, calendar).rungs[0]).toEqual({ id: 'internal', at: '2026-08-24T01:00:00.000Z' });
  });

  it('changes nothing where the pack has none', () => {
    const rule = rules.get('CASE-DECIDE-90')!;
    expect(clockOfPack(rule, {})).toEqual(rule);
  });
});
