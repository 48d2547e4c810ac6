import type { Rule } from '@sanzhi/kernel';
import { formOf } from './facts';

/** A penalty is void, and not only defective, on three grounds alone (第三十八条); a decision held void says which. */
export const nullityGrounded: Rule = {
  id: 'nullity-grounded',
  title: '确认无效写明法定情形',
  basis: '行政处罚法第三十八条',
  reads: ['form'],
  effect: 'refuse',
  check: (file) => {
    const { result, nullity } = formOf<{ result: string; nullity?: string }>(file);
    if ((result === 'void') === (nullity !== undefined)) return null;
    return result === 'void'
      ? { message: '确认无效，没有写明属于哪种法定情形。', cure: '请选择：没有依据，实施主体不具有行政主体资格，或者违反法定程序构成重大且明显违法。' }
      : { message: '写有无效的情形，纠正方式不是确认无效。', cure: '属于无效情形的，选择确认无效；否则去掉该情形。' };
  },
};
