import type { Rule } from '@sanzhi/kernel';
import { isInForce, lapsedOn, measureNamed, titleOf } from './measure';

/** Lifted, and extended, is what was sealed or seized and still is. */
export const coercionNamed: Rule = {
  id: 'coercion-named',
  title: '该项措施是执行中的查封、扣押',
  basis: '行政强制法第二十五条、第二十八条',
  reads: ['form', 'evidence'],
  effect: 'refuse',
  check: (file) => {
    const measure = measureNamed(file);
    if (measure && measure.kind !== 'registration' && isInForce(measure)) return null;
    const message = measure ? `${titleOf(measure)}不是执行中的查封、扣押。` : '没有这项措施。';
    return { message, cure: '请核对措施编号；先行登记保存不得延长，请在七个工作日内处理。' };
  },
};

/** What has to be lifted is not extended. */
export const coercionStands: Rule = {
  id: 'coercion-stands',
  title: '措施没有失效',
  basis: '行政强制法第十九条、第二十五条',
  reads: ['form', 'clocks', 'evidence'],
  effect: 'refuse',
  check: (file) => {
    const measure = measureNamed(file);
    const since = measure ? lapsedOn(file, measure) : null;
    return measure && since !== null ? { message: `${titleOf(measure)}已于 ${since} 失效。`, cure: '应当立即解除，不得延长。' } : null;
  },
};
