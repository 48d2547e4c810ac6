import type { Rule } from '@sanzhi/kernel';
import { factsOf, formOf } from './facts';

const basis = '行政处罚法第二十六条';

/** Each request has a number of its own. */
export const helpNumberFree: Rule = {
  id: 'help-number-free',
  title: '协助请求编号未用过',
  basis,
  reads: ['form', 'case'],
  effect: 'refuse',
  check: (file) => {
    const { no } = formOf<{ no: string }>(file);
    const used = (factsOf(file).help ?? []).some((one) => one.no === no);
    return used ? { message: `编号 ${no} 的协助请求已经登记。`, cure: '请另编号。' } : null;
  },
};

/** An answer is to a request of this case that has none yet. */
export const helpOpen: Rule = {
  id: 'help-open',
  title: '有未答复的协助请求',
  basis,
  reads: ['form', 'case'],
  effect: 'refuse',
  check: (file) => {
    const { no } = formOf<{ no: string }>(file);
    const { help = [], helpAnswers = [] } = factsOf(file);
    if (!help.some((one) => one.no === no)) return { message: `没有编号 ${no} 的协助请求。`, cure: '请核对编号。' };
    return helpAnswers.some((one) => one.no === no) ? { message: `编号 ${no} 的协助请求已经答复。`, cure: '登记有误的，申请更正记录。' } : null;
  },
};

/** Who will not help says why. */
export const helpRefusalReasoned: Rule = {
  id: 'help-refusal-reasoned',
  title: '不予协助的说明理由',
  basis,
  reads: ['form'],
  effect: 'refuse',
  check: (file) => {
    const { result, reason } = formOf<{ result: string; reason?: string }>(file);
    return result === 'refused' && !reason ? { message: '不予协助，没有说明理由。', cure: '请填写不予协助的理由。' } : null;
  },
};
