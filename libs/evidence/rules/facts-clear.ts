import type { Rule } from '@sanzhi/kernel';
import { openInquiries } from './inquiries';

const TITLES = { test: '检验', expert: '专家评审' };

/** While a test or an expert's opinion is awaited the facts are not clear, and what is not clear is not punished (行政处罚法第四十条). */
export const factsClear: Rule = {
  id: 'facts-clear',
  title: '违法事实清楚',
  basis: '行政处罚法第四十条、第四十六条第二款',
  reads: ['evidence'],
  effect: 'refuse',
  check: (file) => {
    const open = openInquiries(file).map(({ id, kind }) => `${TITLES[kind]}（${id}）`);
    if (open.length === 0) return null;
    return { message: `${open.join('、')}尚无结果，违法事实不清、证据不足。`, cure: '请记录结果后再办理；违法事实不清、证据不足的，不得给予行政处罚。' };
  },
};
