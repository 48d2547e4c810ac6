import type { Rule } from '@sanzhi/kernel';
import { lapsedOn, measureNamed, titleOf } from './measure';

/** Late return is due all the same, and stays visible as late. */
export const measureDealtWithInTime: Rule = {
  id: 'measure-dealt-with-in-time',
  title: '在期限内处理',
  basis: '行政处罚法第五十六条；行政强制法第二十五条、第二十七条',
  reads: ['form', 'clocks', 'evidence'],
  effect: 'defect',
  check: (file) => {
    const measure = measureNamed(file);
    const since = measure ? lapsedOn(file, measure) : null;
    if (!measure || since === null) return null;
    return { message: `${titleOf(measure)}逾期处理，期限届满于 ${since}。`, cure: '如实记录；造成当事人损失的，依法给予补偿。' };
  },
};
