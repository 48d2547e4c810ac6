import { dayNumber, formatDay, shareFen, type CaseFile } from '@sanzhi/kernel';
import { factsOf, yuan } from '../conditions/facts';
import { fineDebtOf, paymentDueOn } from './balance';
import { sharedOf, surchargeSpans, type FineDebt, type SurchargeSpan } from './surcharge';

/** What the surcharge comes to on a day, and how: for the party, the officer and the court. Days ISO, money fen. */
export interface SurchargeQuote {
  asOf: string;
  /** Last day to pay without any; the first day that can count follows it. Null before service. */
  dueOn: string | null;
  /** Whether the organ has imposed it; until then it is what could be (第七十二条: “可以”). */
  imposed: boolean;
  spans: (SurchargeSpan & { perDayFen: number })[];
  accruedFen: number;
  /** The fine, which it never exceeds. */
  capFen: number;
  remittedFen: number;
  /** Why it stands still on that day. */
  standsStill: 'remedy' | 'deferral' | null;
  sentence: string;
}

/** Quotes the surcharge as of a day; null before there is a term to be late in (G087: nothing served, or nothing to pay). */
export function surchargeQuote(file: CaseFile, asOf: string): SurchargeQuote | null {
  const dueOn = paymentDueOn(file);
  const facts = factsOf(file);
  if (dueOn === null || !facts.decision?.fineFen) return null;
  const debt = fineDebtOf(file);
  const spans = surchargeSpans(debt, asOf).map((span) => ({ ...span, perDayFen: shareFen(span.baseFen, debt.percentPerDay, 100) }));
  const accruedFen = sharedOf(debt, spans);
  const standsStill = stillBecause(debt, file, asOf);
  const quote = { asOf, dueOn, imposed: !!facts.surcharge, spans, accruedFen, capFen: debt.fineFen, remittedFen: facts.remission?.remittedFen ?? 0, standsStill };
  return { ...quote, sentence: sentenceOf(quote) };
}

function stillBecause({ stops }: FineDebt, file: CaseFile, asOf: string): SurchargeQuote['standsStill'] {
  if (stops.some(({ from, to }) => from <= asOf && asOf <= (to ?? asOf))) return 'remedy';
  const { grantedOn, plan = [] } = factsOf(file).deferral ?? {};
  return grantedOn && grantedOn <= asOf && plan.some(({ dueOn }) => asOf <= dueOn) ? 'deferral' : null;
}

const STILL = { remedy: '复议、诉讼期间不予计算（行政处罚法第七十三条第三款）', deferral: '批准的暂缓、分期期间，未到期部分不予计算（行政处罚法第六十六条第二款）' };

function sentenceOf({ asOf, dueOn, spans, accruedFen, capFen, standsStill }: Omit<SurchargeQuote, 'sentence'>): string {
  const still = standsStill ? `${asOf} ${STILL[standsStill]}。` : '';
  if (spans.length === 0) return `缴款期限至 ${dueOn}，截至 ${asOf} 没有应当加处的罚款。${still}`;
  const runs = spans.map(({ from, to, days, perDayFen }) => `${from} 至 ${to} 共 ${days} 日，每日 ${yuan(perDayFen)} 元`);
  const capped = accruedFen === capFen ? `已达罚款数额 ${yuan(capFen)} 元，不再增加` : `以罚款 ${yuan(capFen)} 元为限`;
  return `缴款期限至 ${dueOn}，自 ${formatDay(dayNumber(dueOn as string) + 1)} 起按日加处：${runs.join('；')}；合计 ${yuan(accruedFen)} 元，${capped}（行政处罚法第七十二条第一款第一项）。${still}`;
}
