import type { MoneyKind, Payment } from '../conditions/facts';

/** Sums by what they are paid on, in fen. */
export type ByKind = Record<MoneyKind, number>;

/**
 * What each payment was paid on. As its receipt says; where that says nothing, first on the fine, which alone grows while
 * it is owed, then on what was confiscated, and only then on the surcharge. Pure; days and order as given.
 */
export function paidByKind(payments: readonly Payment[], { fine, confiscated }: Pick<ByKind, 'fine' | 'confiscated'>): (ByKind & { on: string })[] {
  const room = { fine, confiscated };
  return payments.map(({ on, paidFen, of }) => {
    const said = of && of.length > 0 ? sumOf(of) : filled(paidFen, room);
    room.fine = Math.max(0, room.fine - said.fine);
    room.confiscated = Math.max(0, room.confiscated - said.confiscated);
    return { on, ...said };
  });
}

function sumOf(lines: NonNullable<Payment['of']>): ByKind {
  const of = (wanted: MoneyKind): number => lines.filter(({ kind }) => kind === wanted).reduce((so, { amountFen }) => so + amountFen, 0);
  return { fine: of('fine'), confiscated: of('confiscated'), surcharge: of('surcharge') };
}

function filled(paidFen: number, room: { fine: number; confiscated: number }): ByKind {
  const fine = Math.min(paidFen, room.fine);
  const confiscated = Math.min(paidFen - fine, room.confiscated);
  return { fine, confiscated, surcharge: paidFen - fine - confiscated };
}
