import type { CaseFile, JsonObject } from '@sanzhi/kernel';
import { moneyLedger } from './ledger';
import { paidByKind } from './paid-by-kind';
import { surchargeQuote } from './quote';

const decision = { kinds: ['罚款', '没收违法所得'], fineFen: 7_200_000, confiscatedFen: 1_200_000 };

function file(facts: JsonObject = {}, due: string | null = '2026-09-04'): CaseFile {
  const clock = { id: 'k', rule: 'CASE-PAY-15', subjectKind: 'case', subjectId: 'c', state: 'running', anchorOn: '2026-08-20', statutoryDue: due, safeDue: due, provisional: false };
  return {
    case: { facts: { decision, ...facts } },
    clocks: due === null ? [] : [clock],
    parameters: { 'surcharge.percentPerDay': 3 },
  } as unknown as CaseFile;
}

describe('paidByKind', () => {
  const owed = { fine: 100, confiscated: 50 };

  it('goes by what the receipt says, else the fine comes first and the surcharge last', () => {
    expect(paidByKind([{ on: 'd', paidFen: 170 }], owed)).toEqual([{ on: 'd', fine: 100, confiscated: 50, surcharge: 20 }]);
    expect(paidByKind([{ on: 'd', paidFen: 30, of: [{ kind: 'confiscated', amountFen: 30 }] }, { on: 'e', paidFen: 110 }], owed)).toEqual([
      { on: 'd', fine: 0, confiscated: 30, surcharge: 0 },
      { on: 'e', fine: 100, confiscated: 10, surcharge: 0 },
    ]);
  });
});

describe('surchargeQuote', () => {
  it('J49: nine days of 2,160 yuan are 19,440', () => {
    expect(surchargeQuote(file(), '2026-09-13')).toMatchObject({ accruedFen: 1_944_000, imposed: false, spans: [{ days: 9, perDayFen: 216_000 }] });
  });

  it('G086, U08: never goes above the fine, whenever it is asked', () => {
    const quote = surchargeQuote(file(), '2030-01-01');
    expect(quote).toMatchObject({ accruedFen: 7_200_000, capFen: 7_200_000 });
    expect(quote?.sentence).toContain('已达罚款数额 72,000 元，不再增加');
  });

  it('G087: is none before service, and none without a fine', () => {
    expect(surchargeQuote(file({}, null), '2026-09-13')).toBeNull();
    expect(surchargeQuote(file({ decision: { ...decision, fineFen: 0 } }), '2026-09-13')).toBeNull();
  });

  it('L30, U37: stands still while a review runs, both days included, and goes on after it', () => {
    const remedies = [{ kind: 'reconsideration', on: '2026-09-14' }];
    expect(surchargeQuote(file({ remedies }), '2026-12-31')).toMatchObject({ accruedFen: 1_944_000, standsStill: 'remedy' });
    const over = surchargeQuote(file({ remedies, outcomes: [{ result: 'upheld', arrivedOn: '2026-11-10' }] }), '2026-11-11');
    expect(over).toMatchObject({ accruedFen: 1_944_000 + 216_000, standsStill: null });
    expect(over?.spans.map(({ from, to }) => [from, to])).toEqual([['2026-09-05', '2026-09-13'], ['2026-11-11', '2026-11-11']]);
  });

  it('U37: a plan granted late keeps what had accrued, and counts no day on which it is kept', () => {
    const deferral = { plan: [{ dueOn: '2026-12-14', amountFen: 7_200_000 }], grantedOn: '2026-09-14' };
    expect(surchargeQuote(file({ deferral }), '2026-12-14')).toMatchObject({ accruedFen: 1_944_000, standsStill: 'deferral' });
    expect(surchargeQuote(file({ deferral }), '2026-12-15')).toMatchObject({ accruedFen: 1_944_000 + 216_000, standsStill: null });
  });

  it('says that nothing accrued while nothing did', () => {
    expect(surchargeQuote(file(), '2026-09-04')?.sentence).toBe('缴款期限至 2026-09-04，截至 2026-09-04 没有应当加处的罚款。');
  });
});

describe('moneyLedger', () => {
  it('is none before a decision', () => {
    expect(moneyLedger({ ...file(), case: { facts: {} } } as unknown as CaseFile, '2026-09-13')).toBeNull();
  });

  it('U30: a part of a plan is paid by the ledger alone, in the order of its days', () => {
    const deferral = { plan: [{ dueOn: '2026-11-01', amountFen: 3_200_000 }, { dueOn: '2026-10-01', amountFen: 4_000_000 }], grantedOn: '2026-09-01' };
    const states = (paidFen: number, asOf: string) => moneyLedger(file({ deferral, payments: [{ on: '2026-09-20', paidFen }] }), asOf)?.plan.map(({ dueOn, state }) => [dueOn, state]);
    expect(states(4_000_000, '2026-10-02')).toEqual([['2026-10-01', 'paid'], ['2026-11-01', 'open']]);
    expect(states(3_999_999, '2026-10-01')).toEqual([['2026-10-01', 'open'], ['2026-11-01', 'open']]);
    expect(states(3_999_999, '2026-11-02')).toEqual([['2026-10-01', 'missed'], ['2026-11-01', 'missed']]);
  });

  it('tells of each kind what is owed, paid and open, and what became of the goods', () => {
    const goods = [{ no: 1, name: '甲', quantity: '1' }];
    const ledger = moneyLedger(file({ goods, goodsDisposed: [{ nos: [1], way: 'auction', on: '2026-09-01' }], payments: [{ on: '2026-09-01', paidFen: 7_300_000 }] }), '2026-09-02');
    expect(ledger?.lines).toEqual([
      { kind: 'fine', owedFen: 7_200_000, paidFen: 7_200_000, openFen: 0 },
      { kind: 'confiscated', owedFen: 1_200_000, paidFen: 100_000, openFen: 1_100_000 },
    ]);
    expect(ledger).toMatchObject({ owedFen: 1_100_000, goods: [{ no: 1, way: 'auction', disposedOn: '2026-09-01' }] });
  });
});
