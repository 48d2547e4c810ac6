import type { Rule } from '@sanzhi/kernel';
import { openOn } from '../money/balance';
import { formOf, yuan, type Payment } from './facts';

const TITLES = { fine: '罚款', confiscated: '没收款', surcharge: '加处罚款' };

/** Where a receipt says what was paid on, its lines are the sum, and none is more than is open of its kind (第六十七条、第七十四条). */
export const paymentKindsAddUp: Rule = {
  id: 'payment-kinds-add-up',
  title: '缴款分列与合计、应缴相符',
  basis: '行政处罚法第六十七条、第七十二条、第七十四条',
  reads: ['form', 'case', 'clocks'],
  effect: 'refuse',
  check: (file) => {
    const { paidFen, of } = formOf<Payment>(file);
    if (!of || of.length === 0) return null;
    const sum = of.reduce((so, { amountFen }) => so + amountFen, 0);
    if (sum !== paidFen) return { message: `分列合计 ${yuan(sum)} 元，缴款 ${yuan(paidFen)} 元。`, cure: '请按票据分列罚款、没收款、加处罚款。' };
    const open = openOn(file, file.step.actedOn);
    const over = of.find(({ kind, amountFen }) => amountFen > open[kind]);
    if (!over) return null;
    return { message: `${TITLES[over.kind]}尚欠 ${yuan(open[over.kind])} 元，分列 ${yuan(over.amountFen)} 元。`, cure: '请核对票据的分列；多缴的不予登记。' };
  },
};
