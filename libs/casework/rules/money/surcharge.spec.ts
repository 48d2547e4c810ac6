import { surchargeFen, type FineDebt } from './surcharge';

const debt = (over: Partial<FineDebt> = {}): FineDebt => ({
  fineFen: 1_000_000, instalments: [{ dueOn: '2023-03-24', amountFen: 1_000_000 }], payments: [], stops: [], percentPerDay: 3, base: 'unpaid', ...over,
});

describe('surchargeFen', () => {
  it.each([
    ['2023-03-24', 0],
    ['2023-03-25', 30_000],
    ['2023-03-26', 60_000],
    ['2023-04-26', 990_000],
    ['2023-04-27', 1_000_000],
    ['2033-04-27', 1_000_000],
  ])('starts the day after the last day to pay, 3 %% a day, and ends at the fine: %s', (asOf, fen) => {
    expect(surchargeFen(debt(), asOf)).toBe(fen);
  });

  it('counts the day of a payment with what was owed in the morning, and less from the next day on', () => {
    const paid = debt({ payments: [{ on: '2023-03-26', paidFen: 600_000 }] });
    expect(['2023-03-25', '2023-03-26', '2023-03-27'].map((day) => surchargeFen(paid, day))).toEqual([30_000, 60_000, 72_000]);
    expect(surchargeFen({ ...paid, base: 'whole' }, '2023-03-27')).toBe(90_000);
  });

  it('does not grow once everything is paid, whichever base', () => {
    const paid = debt({ payments: [{ on: '2023-03-26', paidFen: 1_000_000 }] });
    for (const base of ['unpaid', 'whole'] as const) expect(surchargeFen({ ...paid, base }, '2023-12-31')).toBe(60_000);
  });

  it.each([
    ['both days of a stop', [{ from: '2023-03-26', to: '2023-03-28' }], '2023-03-30', 90_000],
    ['an open stop for good', [{ from: '2023-03-26', to: null }], '2023-12-31', 30_000],
    ['overlapping stops once', [{ from: '2023-03-26', to: '2023-03-28' }, { from: '2023-03-27', to: '2023-03-29' }], '2023-03-30', 60_000],
  ])('leaves out %s', (_, stops, asOf, fen) => {
    expect(surchargeFen(debt({ stops }), asOf)).toBe(fen);
  });

  it('takes each instalment from its own day', () => {
    const plan = debt({
      instalments: [{ dueOn: '2023-03-24', amountFen: 0 }, { dueOn: '2023-04-30', amountFen: 400_000 }, { dueOn: '2023-05-31', amountFen: 600_000 }],
      payments: [{ on: '2023-05-02', paidFen: 400_000 }],
    });
    expect(['2023-04-30', '2023-05-01', '2023-05-02', '2023-05-31', '2023-06-01'].map((day) => surchargeFen(plan, day))).toEqual([
      0, 12_000, 24_000, 24_000, 42_000,
    ]);
  });

  it('rounds to the fen once, at the end', () => {
    expect(surchargeFen(debt({ fineFen: 5, instalments: [{ dueOn: '2023-03-24', amountFen: 5 }] }), '2023-03-27')).toBe(0);
    expect(surchargeFen(debt({ fineFen: 5, instalments: [{ dueOn: '2023-03-24', amountFen: 5 }] }), '2023-03-28')).toBe(1);
  });
});
