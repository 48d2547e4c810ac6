import type { Rule } from '@sanzhi/kernel';
import { evidenceOf, held, isInForce, titleOf } from './measure';

/** No case ends with something still sealed, seized or registered (行政强制法第二十七条、第二十八条). */
export const noOpenMeasure: Rule = {
  id: 'no-open-measure',
  title: '措施均已解除或者处理',
  basis: '行政处罚法第五十六条；行政强制法第二十七条、第二十八条',
  reads: ['evidence'],
  effect: 'refuse',
  check: (file) => {
    const open = evidenceOf(file).measures.filter(isInForce);
    if (open.length === 0) return null;
    const listed = open.map((measure) => `${titleOf(measure)}：${held(measure).map(({ name }) => name).join('、')}`);
    return { message: `尚有物品未处理：${listed.join('；')}。`, cure: '请先解除并退还，或者依法没收、移交。' };
  },
};
