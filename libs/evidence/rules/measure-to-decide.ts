import type { Rule } from '@sanzhi/kernel';
import { measureNamed, titleOf } from './measure';

/** The head decides on a measure that was asked for or taken in urgency, once. */
export const measureToDecide: Rule = {
  id: 'measure-to-decide',
  title: '有待负责人决定的措施',
  basis: '行政处罚法第五十六条；行政强制法第十八条第一项、第十九条',
  reads: ['form', 'evidence'],
  effect: 'refuse',
  check: (file) => {
    const measure = measureNamed(file);
    if (!measure) return { message: '没有这项措施。', cure: '请核对措施编号；尚未申请的，先由承办人申请。' };
    if (measure.decision === null) return null;
    const word = measure.decision === 'approved' ? '批准' : '不批准';
    return { message: `${titleOf(measure)}已经${word}。`, cure: '需要再次采取的，请另行申请。' };
  },
};
