import type { CaseFile } from '@sanzhi/kernel';
import { factsOf, type PenaltyFacts } from '../conditions/facts';
import { paidByKind, type ByKind } from './paid-by-kind';
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
  const paidFen = total((facts.payments ?? []).map((one) => one.paidFen));
  const refundedFen = total((facts.refunds ?? []).map((one) => one.refundedFen));
  const owedFen = fineFen + confiscatedFen + surcharge - paidFen + refundedFen;
  return { fineFen, confiscatedFen, surchargeFen: surcharge, paidFen, refundedFen, owedFen };
}

/** What was paid on each kind of debt. */
export function paidOn(facts: PenaltyFacts): ByKind {
  const lines = paidLines(facts);
  const of = (kind: keyof ByKind): number => total(lines.map((line) => line[kind]));
  return { fine: of('fine'), confiscated: of('confiscated'), surcharge: of('surcharge') };
}

/** What of each kind is still open on a day; never below nothing. */
export function openOn(file: CaseFile, day: string): ByKind {
  const { fineFen, confiscatedFen, surchargeFen: surcharge } = balanceOn(file, day);
  const paid = paidOn(factsOf(file));
  const left = (owed: number, of: number): number => Math.max(0, owed - of);
  return { fine: left(fineFen, paid.fine), confiscated: left(confiscatedFen, paid.confiscated), surcharge: left(surcharge, paid.surcharge) };
}

/** The day by which payment was due: the last day of the plan, or of the fifteen days; null where no term runs or ran. */
export function lastDueDay(file: CaseFile): string | null {
  const { deferral } = factsOf(file);
  if (deferral) return deferral.plan.map(({ dueOn }) => dueOn).sort().at(-1) ?? null;
  return paymentDueOn(file);
}

/** The earliest day by which any money is due and not paid; null while none is. */
export function firstDefaultDay(file: CaseFile, asOf: string): string | null {
  return defaultDays(fineDebtOf(file), asOf)[0] ?? null;
}

/** Days of the plan, or of the one term, by which less had been paid of the fine than was due. */
export function defaultDays({ instalments, payments }: FineDebt, asOf: string): string[] {
  let due = 0;
  return instalments.flatMap(({ dueOn, amountFen }) => {
    due += amountFen;
    const paid = total(payments.filter(({ on }) => on <= dueOn).map(({ paidFen }) => paidFen));
    return dueOn < asOf && paid < due ? [dueOn] : [];
  });
}

/** The fine of the case as a debt: one line, or the lines of an approved plan. */
export function fineDebtOf(file: CaseFile): FineDebt {
  const facts = factsOf(file);
  const fineFen = facts.decision?.fineFen ?? 0;
  const payments = paidLines(facts).map(({ on, fine }) => ({ on, paidFen: fine }));
  const base = file.parameters['surcharge.base'] === 'whole' ? 'whole' : 'unpaid';
  const percentPerDay = Number(file.parameters['surcharge.percentPerDay']);
  const debt: FineDebt = { fineFen, instalments: instalmentsOf(file, fineFen), payments, stops: stopsOf(facts), percentPerDay, base };
  const { grantedOn } = facts.deferral ?? {};
  return grantedOn ? { ...debt, beforePlan: { until: grantedOn, dueOn: firstDue(file) } } : debt;
}

function instalmentsOf(file: CaseFile, fineFen: number): Instalment[] {
  const plan = factsOf(file).deferral?.plan ?? [];
  const planned = total(plan.map(({ amountFen }) => amountFen));
  const atOnce = { dueOn: firstDue(file), amountFen: Math.max(0, fineFen - planned) };
  return [atOnce, ...[...plan].sort((one, other) => (one.dueOn < other.dueOn ? -1 : 1))];
}

/** No term yet: never due. */
const firstDue = (file: CaseFile): string => paymentDueOn(file) ?? '9999-12-30';

/** Last day of the fifteen days to pay (第六十七条第三款); null before service. */
export function paymentDueOn({ clocks }: CaseFile): string | null {
  return clocks.find((clock) => clock.rule === 'CASE-PAY-15')?.statutoryDue ?? null;
}

/** Each reconsideration or suit, from the day its copy arrived to the day its outcome did. */
function stopsOf({ remedies = [], outcomes = [] }: PenaltyFacts): Stop[] {
  return remedies.map(({ on }, index) => ({ from: on, to: outcomes[index]?.arrivedOn ?? null }));
}

function paidLines({ payments = [], decision }: PenaltyFacts) {
  return paidByKind(payments, { fine: decision?.fineFen ?? 0, confiscated: decision?.confiscatedFen ?? 0 });
}

const total = (amounts: readonly number[]): number => amounts.reduce((so, amount) => so + amount, 0);
