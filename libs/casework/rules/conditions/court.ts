import type { CaseFile, Rule } from '@sanzhi/kernel';
import { balanceOn, firstDefaultDay } from '../money/balance';
import { factsOf } from './facts';

/** Something is owed: there is something to urge and to enforce. */
export const moneyOwed: Rule = {
  id: 'money-owed',
  title: '有未缴款项',
  basis: '行政强制法第五十三条、第五十四条',
  reads: ['case', 'clocks', 'step'],
  effect: 'refuse',
  check: (file) => (balanceOn(file, file.step.actedOn).owedFen > 0 ? null : { message: '没有未缴的款项。', cure: '无需催告、强制执行。' }),
};

/** Ten working days after the urging was served (行政强制法第五十四条、第六十九条). */
export const urgedTenDays: Rule = {
  id: 'urged-ten-days',
  title: '催告已满十个工作日',
  basis: '行政强制法第五十四条、第六十九条',
  reads: ['case', 'clocks', 'step'],
  effect: 'refuse',
  check: (file) => {
    if (!factsOf(file).urging) return { message: '尚未催告当事人履行。', cure: '请先送达催告书。' };
    const due = latest(file, 'CASE-URGE-10');
    if (due !== null && due < file.step.actedOn) return null;
    return { message: `催告期限至 ${due ?? '（未知）'}。`, cure: '催告书送达满十个工作日后仍未履行的，再申请强制执行。' };
  },
};

/** No court before the terms of reconsideration and suit have run out unused, or the remedy is concluded. */
export const remedyPeriodOver: Rule = {
  id: 'remedy-period-over',
  title: '复议、诉讼期限已届满',
  basis: '行政强制法第五十三条',
  reads: ['case'],
  effect: 'refuse',
  check: (file) =>
    file.case.facts.remedyPeriod ? null : { message: '申请行政复议、提起行政诉讼的期限尚未届满。', cure: '期限届满、当事人既不复议诉讼又不履行的，再申请强制执行。' },
};

/** A plan that is still kept stands in the way of enforcement. */
export const deferralOver: Rule = {
  id: 'deferral-over',
  title: '暂缓、分期缴纳期限已结束或者已违约',
  basis: '行政处罚法第七十二条第二款',
  reads: ['case', 'clocks', 'step'],
  effect: 'refuse',
  check: (file) => {
    const last = factsOf(file).deferral?.plan.map(({ dueOn }) => dueOn).sort().at(-1);
    if (!last || last < file.step.actedOn || firstDefaultDay(file, file.step.actedOn) !== null) return null;
    return { message: `暂缓、分期缴纳期限至 ${last}，当事人没有违约。`, cure: '期限结束或者当事人违约后再申请。' };
  },
};

/** Three months from the end of the remedy terms; later only with a proper reason, which the court judges (行政强制法第五十三条). */
export const withinCourtWindow: Rule = {
  id: 'within-court-window',
  title: '三个月内申请强制执行',
  basis: '行政强制法第五十三条；行诉解释第一百五十六条',
  reads: ['clocks', 'step'],
  effect: 'defect',
  check: (file) => {
    const due = latest(file, 'CASE-COURT-3M');
    if (due === null || file.step.actedOn <= due) return null;
    return { message: `申请期限于 ${due} 届满，申请日为 ${file.step.actedOn}。`, cure: '逾期申请无正当理由的，人民法院不予受理；请说明理由。' };
  },
};

function latest({ clocks }: CaseFile, rule: string): string | null {
  const dues = clocks.filter((clock) => clock.rule === rule).map((clock) => clock.statutoryDue ?? '');
  return dues.sort().at(-1) || null;
}
