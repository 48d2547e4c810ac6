import type { Rule } from '@sanzhi/kernel';
import { balanceOn, firstDefaultDay, lastDueDay, paymentDueOn } from '../money/balance';
import { factsOf, formOf, yuan, type PaymentPlan } from './facts';

/** The last payment settles everything that is owed on its day: fine, confiscated sum and surcharge. */
export const paidInFull: Rule = {
  id: 'paid-in-full',
  title: '足额缴纳',
  basis: '行政处罚法第六十六条、第六十七条、第七十二条',
  reads: ['form', 'case', 'clocks'],
  effect: 'refuse',
  check: (file) => {
    const { owedFen, surchargeFen } = balanceOn(file, file.step.actedOn);
    const { paidFen } = formOf<{ paidFen: number }>(file);
    if (paidFen === owedFen) return null;
    const added = surchargeFen > 0 ? `（含加处罚款 ${yuan(surchargeFen)} 元）` : '';
    return { message: `应缴 ${yuan(owedFen)} 元${added}，登记缴款 ${yuan(paidFen)} 元。`, cure: '请核对票据；部分缴纳的，登记部分缴款。' };
  },
};

/** A part is less than the whole. */
export const partOfDebt: Rule = {
  id: 'part-of-debt',
  title: '部分缴纳少于应缴数额',
  basis: '行政处罚法第六十六条、第六十七条',
  reads: ['form', 'case', 'clocks'],
  effect: 'refuse',
  check: (file) => {
    const { owedFen } = balanceOn(file, file.step.actedOn);
    const { paidFen } = formOf<{ paidFen: number }>(file);
    if (paidFen < owedFen) return null;
    return { message: `应缴 ${yuan(owedFen)} 元，登记部分缴款 ${yuan(paidFen)} 元。`, cure: '已经足额的，请登记缴款；多缴的不予登记。' };
  },
};

/** A plan of payment covers the open fine exactly, each part due after the day it is asked for (第六十六条第二款). */
export const planCoversFine: Rule = {
  id: 'plan-covers-fine',
  title: '暂缓或者分期缴纳的计划与未缴罚款相符',
  basis: '行政处罚法第六十六条第二款',
  reads: ['form', 'case', 'clocks'],
  effect: 'refuse',
  check: (file) => {
    const { plan } = formOf<PaymentPlan>(file);
    const { fineFen, paidFen } = balanceOn(file, file.step.actedOn);
    const open = Math.max(0, fineFen - paidFen);
    const planned = plan.reduce((so, { amountFen }) => so + amountFen, 0);
    if (planned !== open) return { message: `计划合计 ${yuan(planned)} 元，未缴罚款 ${yuan(open)} 元。`, cure: '各期合计应当等于未缴罚款。' };
    const past = plan.filter(({ dueOn }) => dueOn <= file.step.actedOn);
    return past.length === 0 ? null : { message: `第一期 ${past[0].dueOn} 不晚于申请之日。`, cure: '各期的到期日应当在申请之后。' };
  },
};

/** The end of the plan that the court's term starts from is its last day (第七十二条第二款). */
export const planEndNamed: Rule = {
  id: 'plan-end-named',
  title: '写明暂缓、分期期限结束之日',
  basis: '行政处罚法第七十二条第二款',
  reads: ['form'],
  effect: 'refuse',
  check: (file) => {
    const { plan, endsOn } = formOf<PaymentPlan & { endsOn: string }>(file);
    const last = plan.map(({ dueOn }) => dueOn).sort().at(-1);
    return last === endsOn ? null : { message: `最后一期为 ${last}，所填结束之日为 ${endsOn}。`, cure: '结束之日应当是最后一期的到期日。' };
  },
};

/** The law names no last day to ask; a pack may (第六十六条第二款). */
export const deferralAskedInTime: Rule = {
  id: 'deferral-asked-in-time',
  title: '在本地规定的期限内申请暂缓、分期',
  basis: '行政处罚法第六十六条第二款；本地参数包',
  reads: ['case', 'clocks', 'parameters', 'step'],
  effect: 'refuse',
  check: (file) => {
    const due = paymentDueOn(file);
    if (file.parameters['deferral.afterDue'] !== false || due === null || file.step.actedOn <= due) return null;
    return { message: `缴款期限已于 ${due} 届满，本地规定届满后不再受理申请。`, cure: '可以依行政强制法第四十二条达成执行协议。' };
  },
};

/** A decision on a plan needs an application. */
export const deferralAsked: Rule = {
  id: 'deferral-asked',
  title: '已有暂缓、分期缴纳申请',
  basis: '行政处罚法第六十六条第二款',
  reads: ['case'],
  effect: 'refuse',
  check: (file) =>
    factsOf(file).deferralAsked ? null : { message: '没有待决定的暂缓、分期缴纳申请。', cure: '请先记录当事人的申请。' },
};

/** A surcharge is quoted on a fine whose decision was served: before that no term to pay runs (第六十七条第三款). */
export const fineServed: Rule = {
  id: 'fine-served',
  title: '罚款决定已送达',
  basis: '行政处罚法第六十七条第三款、第七十二条第一款',
  reads: ['case', 'clocks'],
  effect: 'refuse',
  check: (file) =>
    factsOf(file).decision?.fineFen && paymentDueOn(file) !== null
      ? null
      : { message: '罚款决定尚未送达，或者没有罚款，没有缴款期限。', cure: '送达后再查询加处罚款。' },
};

/** Something of the fine is due, and not paid (第七十二条第一款). */
export const paymentOverdue: Rule = {
  id: 'payment-overdue',
  title: '逾期未缴纳',
  basis: '行政处罚法第七十二条第一款',
  reads: ['case', 'clocks', 'step'],
  effect: 'refuse',
  check: (file) => {
    if (firstDefaultDay(file, file.step.actedOn) !== null) return null;
    const due = lastDueDay(file);
    return { message: due ? `缴款期限至 ${due}，没有逾期未缴的罚款。` : '没有逾期未缴的罚款。', cure: '请在期限届满、仍未缴纳后办理。' };
  },
};

/** Imposed once; it goes on by itself from then on. */
export const surchargeNotImposed: Rule = {
  id: 'surcharge-not-imposed',
  title: '尚未加处罚款',
  basis: '行政处罚法第七十二条第一款第一项',
  reads: ['case'],
  effect: 'refuse',
  check: (file) =>
    factsOf(file).surcharge ? { message: '已经决定加处罚款。', cure: '加处罚款按日自动计算，无须再次决定。' } : null,
};

/** An agreement on performance may remit the surcharge, nothing of the fine (行政强制法第四十二条). */
export const remissionWithinSurcharge: Rule = {
  id: 'remission-within-surcharge',
  title: '只减免加处的罚款',
  basis: '行政强制法第四十二条',
  reads: ['form', 'case', 'clocks'],
  effect: 'refuse',
  check: (file) => {
    const { surchargeFen } = balanceOn({ ...file, case: { ...file.case, facts: { ...file.case.facts, remission: null } } }, file.step.actedOn);
    const { remittedFen } = formOf<{ remittedFen: number }>(file);
    if (remittedFen <= surchargeFen) return null;
    return { message: `已加处罚款 ${yuan(surchargeFen)} 元，拟减免 ${yuan(remittedFen)} 元。`, cure: '执行协议只能减免加处的罚款，不得减免罚款本身。' };
  },
};

/** Money goes back only where more was paid than is owed any more. */
export const refundDue: Rule = {
  id: 'refund-due',
  title: '应当退还',
  basis: '行政处罚法第七十四条、第七十五条；行政复议法第七十二条',
  reads: ['form', 'case', 'clocks'],
  effect: 'refuse',
  check: (file) => {
    const over = Math.max(0, -balanceOn(file, file.step.actedOn).owedFen);
    const { refundedFen } = formOf<{ refundedFen: number }>(file);
    return refundedFen > 0 && refundedFen <= over ? null : { message: `应退 ${yuan(over)} 元，登记退还 ${yuan(refundedFen)} 元。`, cure: '请核对应退数额。' };
  },
};

/** A case is closed when nothing is owed on either side, or the court has taken the enforcement on. */
export const moneySettled: Rule = {
  id: 'money-settled',
  title: '款项已清',
  basis: '行政处罚法第六十六条、第七十二条（结案条件程序规定未读到）',
  reads: ['case', 'clocks', 'step'],
  effect: 'refuse',
  check: (file) => {
    const { owedFen } = balanceOn(file, file.step.actedOn);
    if (owedFen === 0 || (owedFen > 0 && file.case.state === 'enforcing')) return null;
    const what = owedFen > 0 ? `尚有 ${yuan(owedFen)} 元未缴` : `尚有 ${yuan(-owedFen)} 元应退`;
    return { message: `${what}。`, cure: '请先办理缴款、退还，或者申请人民法院强制执行并由其受理。' };
  },
};
