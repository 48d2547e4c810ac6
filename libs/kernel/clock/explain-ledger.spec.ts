import fc from 'fast-check';
import { configDir, loadCalendar } from '@sanzhi/platform/config';
import { dayNumber, formatDay } from '../calendar';
import { deriveDue } from './derive-due';
import { explainLedger } from './explain-ledger';
import type { ClockLedger, LedgerEntry } from './ledger';
import { clockSentence } from './sentence';
import type { DayUnit } from './term';

const calendar = loadCalendar(configDir());
const rule = { title: '作出行政处罚决定', basis: '行政处罚法第六十条' };
const clock = (anchorOn: string, ledger: LedgerEntry[], length = 90, unit: DayUnit = 'calendar-day'): ClockLedger => ({ anchorOn, budget: { length, unit }, ledger });

/** The sentence of a clock as the api gives it. */
function told(of: ClockLedger, asOf = '2026-09-30'): string {
  const { statutoryDue, safeDue, provisional, days } = explainLedger(of, calendar, asOf);
  const { length, unit } = of.budget as { length: number; unit: string };
  const unstoppedDue = deriveDue({ ...of, ledger: of.ledger.filter(({ verb }) => verb === 'extend' || verb === 'interrupt') }, calendar).statutoryDue;
  return clockSentence({ ...rule, anchorOn: of.anchorOn, length, unit, ledger: of.ledger, days, statutoryDue, safeDue, unstoppedDue, provisional });
}

describe('a clock explained', () => {
  it('names each day of a stop by its ground (fifteen days of testing: 2026-09-22)', () => {
    const tested = clock('2026-06-09', [{ verb: 'exclude', from: '2026-06-15', to: '2026-06-30', ground: '检验' }]);
    const { statutoryDue, days } = explainLedger(tested, calendar, '2026-09-30');
    expect(statutoryDue).toBe('2026-09-22');
    expect(days.filter((day) => day.reason === 'stopped:检验').map((day) => day.date)).toEqual(
      Array.from({ length: 15 }, (_, index) => formatDay(dayNumber('2026-06-15') + index)),
    );
    expect(days.filter((day) => day.counted)).toHaveLength(90);
    expect(days[0]).toEqual({ date: '2026-06-09', counted: false, reason: 'trigger' });
  });

  it('counts no day twice that two stops hold', () => {
    const twice = clock('2026-06-09', [
      { verb: 'exclude', from: '2026-06-15', to: '2026-06-30', ground: '检验' },
      { verb: 'exclude', from: '2026-06-20', to: '2026-06-25', ground: '听证' },
    ]);
    expect(explainLedger(twice, calendar, '2026-09-30').statutoryDue).toBe('2026-09-22');
  });

  it('shows a clock that stands still up to today, without an end', () => {
    const held = clock('2026-06-09', [{ verb: 'suspend', from: '2026-06-15', ground: '鉴定' }]);
    const { statutoryDue, running, days } = explainLedger(held, calendar, '2026-06-20');
    expect([statutoryDue, running, days.at(-1)]).toEqual([null, false, { date: '2026-06-20', counted: false, reason: 'stopped:鉴定' }]);
  });

  it('has as many counted days as were granted, and the end is the last of them or rolled from it', () => {
    const span = fc.record({ from: fc.nat(60), length: fc.integer({ min: 1, max: 20 }) });
    const unit = fc.constantFrom<DayUnit>('calendar-day', 'working-day');
    fc.assert(
      fc.property(fc.integer({ min: dayNumber('2020-01-05'), max: dayNumber('2025-06-30') }), fc.integer({ min: 1, max: 60 }), unit, fc.array(span, { maxLength: 4 }), (anchor, length, u, spans) => {
        const ledger = spans.map(({ from, length: days }): LedgerEntry => ({ verb: 'exclude', from: formatDay(anchor + from), to: formatDay(anchor + from + days), ground: '听证' }));
        const { statutoryDue, days } = explainLedger(clock(formatDay(anchor), ledger, length, u), calendar, '2026-01-01');
        const counted = days.filter((day) => day.counted);
        expect(counted).toHaveLength(length);
        const last = dayNumber(counted.at(-1)!.date);
        expect(formatDay(calendar.weekendsOff.onOrAfter(last))).toBe(statutoryDue);
      }),
    );
  });
});

describe('the sentence', () => {
  it('tells start, article, stops, end and the stricter count', () => {
    const tested = clock('2026-06-09', [{ verb: 'exclude', from: '2026-06-15', to: '2026-06-30', ground: '检验' }]);
    expect(told(tested)).toBe(
      '“作出行政处罚决定”自2026-06-09起算（当日不计入），依行政处罚法第六十条为90日（自然日），2026-06-15起因检验扣除至2026-06-30恢复，于2026-09-22届满；不计中止、扣除则于2026-09-07届满，催办从严按此日。',
    );
  });

  it('tells a roll over days off', () => {
    expect(told(clock('2026-07-03', []))).toBe(
      '“作出行政处罚决定”自2026-07-03起算（当日不计入），依行政处罚法第六十条为90日（自然日），期末2026-10-01逢休假日，顺延至2026-10-08届满；稳妥办理日为2026-09-30。',
    );
  });

  it('tells an extension, a suspension and what is provisional', () => {
    expect(told(clock('2026-09-01', [{ verb: 'extend', on: '2026-11-02', length: 30, unit: 'calendar-day', ground: '案情复杂' }], 90))).toContain('2026-11-02经批准延长30日（自然日）');
    expect(told(clock('2026-09-01', [{ verb: 'suspend', from: '2026-09-10', ground: '鉴定' }]))).toContain('2026-09-10起因鉴定中止至今，现未计算，没有届满日');
    expect(told(clock('2026-12-20', [], 30))).toContain('日期为暂定。');
  });

  it('gives no date where there is no number', () => {
    const none = { ...rule, anchorOn: '2026-01-01', length: null, unit: 'working-day', days: [], statutoryDue: null, safeDue: null, provisional: false };
    expect(clockSentence(none)).toContain('未载入法定值');
  });
});
