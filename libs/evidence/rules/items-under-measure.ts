import type { Rule } from '@sanzhi/kernel';
import { held, isInForce, measureNamed, titleOf } from './measure';

/** Only what is held under a measure is disposed of, and only once. */
export const itemsUnderMeasure: Rule = {
  id: 'items-under-measure',
  title: '物品在该项措施之下',
  basis: '行政处罚法第五十六条；行政强制法第二十七条、第二十八条',
  reads: ['form', 'evidence'],
  effect: 'refuse',
  check: (file) => {
    const measure = measureNamed(file);
    if (!measure || !isInForce(measure)) return { message: measure ? `${titleOf(measure)}没有在执行。` : '没有这项措施。', cure: '请核对措施编号。' };
    const under = held(measure).map(({ id }) => id);
    const strange = ((file.step.form.items ?? []) as string[]).filter((id) => !under.includes(id));
    if (strange.length === 0) return null;
    return { message: `${strange.join('、')}不在${titleOf(measure)}之下，或者已经处理。`, cure: `可以处理的有：${under.join('、')}。` };
  },
};
