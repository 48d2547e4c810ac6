import type { CaseFile } from '@sanzhi/kernel';
import { factsOf, type PenaltyFacts } from '../conditions/facts';
import { surchargeFen, type FineDebt, type Instalment, type Stop } from './surcharge';

/** What a party owes on a day, in fen. */
export interface Balance {
  fineFen: number;
  confiscatedFen: number;
  /** Accrued, less what an agreement remits. */
  surchargeFen: number;
  paidFen: number;
  refundedFen: number;
  /** Still to be paid; negative when money has to be given back. */
  owedFen: number;
}

/** The balance of the case on a day. A surcharge accrues once the organ has imposed it (第七十二条: “可以”). */
export function balanceOn(file: CaseFile, day: string): Balance {
  const facts = factsOf(file);
  const { fineFen = 0, confiscatedFen = 0 } = facts.decision ?? {};
  const accrued = facts.surcharge ? surchargeFen(fineDebtOf(file), day) : 0;
  const surcharge = Math.max(0, accrued - (facts.remission?.remittedFen ?? 0));
  const paidFen = paidOf(facts);
  const refundedFen = total((facts.refunds ?? []).map((one) => one.refundedFen));
  const owedFen = fineFen + confiscatedFen + surcharge - paidFen + refundedFen;
  return { fineFen, confiscatedFen, surchargeFen: surcharge, paidFen, refundedFen, owedFen };
}

/** The day by which payment was due: the last day of the plan, or of the fifteen days; null where no term runs or ran. */
export function lastDueDay(file: CaseFile): string | null {
  const { deferral } = factsOf(file);
  if (deferral) return deferral.plan.map(({ dueOn }) => dueOn).sort().at(-1) ?? null;
  return paymentDueOn(file);
}

/** The earliest day by which any money is due and not paid; null while none is. */
export function firstDefaultDay(file: CaseFile, asOf: string): string | null {
  const debt = fineDebtOf(file);
  let due = 0;
  for (const { dueOn, amountFen } of debt.instalments) {
    due += amountFen;
    const paid = total(debt.payments.filter(({ on }) => on <= dueOn).map(({ paidFen }) => paidFen));
    if (dueOn < asOf && paid < due) return dueOn;
  }
  return null;
}

/** The fine of the case as a debt: one line, or the lines of an approved plan. */
export function fineDebtOf(file: CaseFile): FineDebt {
  const facts = factsOf(file);
  const fineFen = facts.decision?.fineFen ?? 0;
  const payments = (facts.payments ?? []).map(({ on, paidFen }) => ({ on, paidFen }));
  const base = file.parameters['surcharge.base'] === 'whole' ? 'whole' : 'unpaid';
  const percentPerDay = Number(file.parameters['surcharge.percentPerDay']);
  return { fineFen, instalments: instalmentsOf(file, fineFen), payments, stops: stopsOf(facts), percentPerDay, base };
}

function instalmentsOf(file: CaseFile, fineFen: number): Instalment[] {
  const plan = factsOf(file).deferral?.plan ?? [];
  const first = paymentDueOn(file) ?? '9999-12-30';
  const planned = total(plan.map(({ amountFen }) => amountFen));
  const atOnce = { dueOn: first, amountFen: Math.max(0, fineFen - planned) };
  return [atOnce, ...[...plan].sort((one, other) => (one.dueOn < other.dueOn ? -1 : 1))];
}

function paymentDueOn({ clocks }: CaseFile): string | null {
  return clocks.find((clock) => clock.rule === 'CASE-PAY-15')?.statutoryDue ?? null;
}

/** Each reconsideration or suit, from the day its copy arrived to the day its outcome did. */
function stopsOf({ remedies = [], outcomes = [] }: PenaltyFacts): Stop[] {
  return remedies.map(({ on }, index) => ({ from: on, to: outcomes[index]?.arrivedOn ?? null }));
}

const paidOf = ({ payments = [] }: PenaltyFacts): number => total(payments.map(({ paidFen }) => paidFen));
const total = (amounts: readonly number[]): number => amounts.reduce((so, amount) => so + amount, 0);
