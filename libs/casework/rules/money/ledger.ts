import type { CaseFile } from '@sanzhi/kernel';
import { factsOf, type GoodsLine, type MoneyKind, type Payment } from '../conditions/facts';
import { balanceOn, defaultDays, fineDebtOf, openOn, paidOn } from './balance';
import { surchargeQuote, type SurchargeQuote } from './quote';

/** One kind of debt: owed, paid, open. Money in fen. */
export interface LedgerLine {
  kind: MoneyKind;
  owedFen: number;
  paidFen: number;
  openFen: number;
}

/** One instalment of an approved plan: paid by the ledger, or missed, never by a mark. */
export interface PlannedPart {
  dueOn: string;
  amountFen: number;
  state: 'paid' | 'open' | 'missed';
}

/** Confiscated goods with what became of each line. */
export interface GoodsState extends GoodsLine {
  way: string | null;
  disposedOn: string | null;
}

/** Money and goods of a case on a day, as everybody who may read the case sees them. */
export interface MoneyLedger {
  asOf: string;
  lines: LedgerLine[];
  /** Still to be paid, all kinds together; negative when it has to be given back. */
  owedFen: number;
  payments: Payment[];
  surcharge: SurchargeQuote | null;
  plan: PlannedPart[];
  goods: GoodsState[];
}

/** The ledger of a case as of a day; null before anything was decided. Pure. */
export function moneyLedger(file: CaseFile, asOf: string): MoneyLedger | null {
  const facts = factsOf(file);
  if (!facts.decision) return null;
  const { fineFen, confiscatedFen, surchargeFen, owedFen } = balanceOn(file, asOf);
  const paid = paidOn(facts);
  const open = openOn(file, asOf);
  const owed = { fine: fineFen, confiscated: confiscatedFen, surcharge: surchargeFen };
  const kinds = (['fine', 'confiscated', 'surcharge'] as const).filter((kind) => owed[kind] > 0 || paid[kind] > 0);
  const lines = kinds.map((kind) => ({ kind, owedFen: owed[kind], paidFen: paid[kind], openFen: open[kind] }));
  const payments = (facts.payments ?? []).filter(({ paidFen }) => paidFen > 0);
  return { asOf, lines, owedFen, payments, surcharge: surchargeQuote(file, asOf), plan: plannedParts(file, asOf), goods: goodsOf(file) };
}

/** The parts of the approved plan in the order of their days, each as the payments leave it. */
export function plannedParts(file: CaseFile, asOf: string): PlannedPart[] {
  const { plan = [] } = factsOf(file).deferral ?? {};
  const debt = fineDebtOf(file);
  const missed = defaultDays(debt, asOf);
  const paid = debt.payments.reduce((so, { paidFen }) => so + paidFen, 0);
  let due = debt.fineFen - plan.reduce((so, { amountFen }) => so + amountFen, 0);
  return [...plan]
    .sort((one, other) => (one.dueOn < other.dueOn ? -1 : 1))
    .map(({ dueOn, amountFen }) => {
      due += amountFen;
      const state = paid >= due ? 'paid' : missed.includes(dueOn) ? 'missed' : 'open';
      return { dueOn, amountFen, state };
    });
}

function goodsOf(file: CaseFile): GoodsState[] {
  const { goods, goodsDisposed = [] } = factsOf(file);
  return (goods ?? []).map((line) => {
    const disposed = goodsDisposed.find(({ nos }) => nos.includes(line.no));
    return { ...line, way: disposed?.way ?? null, disposedOn: disposed?.on ?? null };
  });
}
