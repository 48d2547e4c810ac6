import type { CaseFile, Rule } from '@sanzhi/kernel';
import { openOn } from '../money/balance';
import { factsOf, formOf, yuan } from './facts';

interface CashForm {
  paidFen: number;
  ground: 'at-most-limit' | 'hard-later' | 'remote';
  request?: string;
  reason?: string;
  receipt?: string;
}

/** Grounds that only a decision on the spot has (第六十八条 names those of 第五十一条 alone). */
const ON_THE_SPOT = ['at-most-limit', 'hard-later'];

/**
 * Fines are paid at the bank; an officer takes cash only on the grounds of 第六十八条 (on the spot, at most 100 yuan or hard to
 * collect later) and 第六十九条 (remote, on the water, and the party asks).
 */
export const cashGrounded: Rule = {
  id: 'cash-grounded',
  title: '可以当场收缴罚款',
  basis: '行政处罚法第六十七条第一款、第六十八条、第六十九条',
  reads: ['form', 'case', 'parameters'],
  effect: 'refuse',
  check: (file) => {
    const { ground, request, reason } = formOf<CashForm>(file);
    const cure = '请当事人到指定的银行或者通过电子支付系统缴纳。';
    if (ON_THE_SPOT.includes(ground) && file.case.procedure !== 'penalty-summary') {
      return { message: '本案不是当场作出的处罚决定，不得以该理由当场收缴。', cure };
    }
    if (ground === 'at-most-limit') return overLimit(file, cure);
    if (ground === 'hard-later') return reason ? null : { message: '未写明不当场收缴事后难以执行的情况。', cure: '请填写具体情况。' };
    return request ? null : { message: '边远、水上、交通不便地区的当场收缴，须由当事人提出。', cure: '请附当事人的书面请求或者笔录。' };
  },
};

function overLimit(file: CaseFile, cure: string): ReturnType<Rule['check']> {
  const limit = file.parameters['cash.limitFen'];
  if (typeof limit !== 'number') return { message: '当场收缴的限额未载入法定值。', cure };
  const fineFen = factsOf(file).decision?.fineFen ?? 0;
  return fineFen <= limit ? null : { message: `罚款 ${yuan(fineFen)} 元，超过可以当场收缴的 ${yuan(limit)} 元。`, cure };
}

/** Without the receipt of a finance department the party may refuse to pay (第七十条). */
export const fiscalReceiptGiven: Rule = {
  id: 'fiscal-receipt-given',
  title: '出具财政部门统一制发的专用票据',
  basis: '行政处罚法第七十条',
  reads: ['form'],
  effect: 'refuse',
  check: (file) =>
    formOf<CashForm>(file).receipt?.trim()
      ? null
      : { message: '未填写国务院财政部门或者省级财政部门统一制发的专用票据号码。', cure: '请出具专用票据并填写号码；不出具的，当事人有权拒绝缴纳。' },
};

/** Cash is taken for the fine alone, and no more of it than is open. */
export const cashWithinFine: Rule = {
  id: 'cash-within-fine',
  title: '当场收缴不超过未缴罚款',
  basis: '行政处罚法第六十八条、第六十九条',
  reads: ['form', 'case', 'clocks'],
  effect: 'refuse',
  check: (file) => {
    const { fine } = openOn(file, file.step.actedOn);
    const { paidFen } = formOf<CashForm>(file);
    return paidFen <= fine ? null : { message: `未缴罚款 ${yuan(fine)} 元，当场收缴 ${yuan(paidFen)} 元。`, cure: '只有罚款可以当场收缴，请核对数额。' };
  },
};

const total = (rows: readonly { amountFen?: number; paidFen?: number }[] = []): number =>
  rows.reduce((so, { amountFen = 0, paidFen = 0 }) => so + amountFen + paidFen, 0);

/** Cash that is still with the officer, and what the organ has of it, in fen. */
export function cashOpen(file: CaseFile): { withOfficer: number; withOrgan: number } {
  const { cash, cashHandedIn, cashDeposited } = factsOf(file);
  return { withOfficer: total(cash) - total(cashHandedIn), withOrgan: total(cashHandedIn) - total(cashDeposited) };
}

const wholeSum = (id: string, title: string, open: (file: CaseFile) => number): Rule => ({
  id,
  title,
  basis: '行政处罚法第七十一条',
  reads: ['form', 'case'],
  effect: 'refuse',
  check: (file) => {
    const { amountFen } = formOf<{ amountFen: number }>(file);
    const left = open(file);
    return left > 0 && amountFen === left ? null : { message: `应交 ${yuan(left)} 元，登记 ${yuan(amountFen)} 元。`, cure: '当场收缴的罚款应当足额交付。' };
  },
});

/** The officer hands in all that he took. */
export const cashHandedInWhole = wholeSum('cash-handed-in-whole', '当场收缴的罚款足额交至行政机关', (file) => cashOpen(file).withOfficer);

/** The organ pays in all that it was handed. */
export const cashDepositedWhole = wholeSum('cash-deposited-whole', '当场收缴的罚款足额缴付银行', (file) => cashOpen(file).withOrgan);

/** No case is closed while cash of it lies with the officer or the organ. */
export const cashAllDeposited: Rule = {
  id: 'cash-all-deposited',
  title: '当场收缴的罚款已缴付银行',
  basis: '行政处罚法第七十一条',
  reads: ['case'],
  effect: 'refuse',
  check: (file) => {
    const { withOfficer, withOrgan } = cashOpen(file);
    if (withOfficer + withOrgan === 0) return null;
    return { message: `当场收缴的罚款尚有 ${yuan(withOfficer)} 元未交至机关、${yuan(withOrgan)} 元未缴付银行。`, cure: '请在两日内交至行政机关，再于两日内缴付银行。' };
  },
};
