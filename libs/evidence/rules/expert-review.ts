import type { Rule } from '@sanzhi/kernel';
import { inquiryNamed } from './inquiries';

const BASIS = '行政处罚法第五十四条、第六十条（专家评审无明文，由本机关规定）';

/** One expert review at a time; it begins on the day it is opened, which nobody types. */
export const oneExpertReview: Rule = {
  id: 'one-expert-review',
  title: '没有进行中的专家评审',
  basis: BASIS,
  reads: ['evidence'],
  effect: 'refuse',
  check: (file) => {
    const open = inquiryNamed(file, 'expert');
    return open ? { message: `专家评审（${open.id}）尚未结束。`, cure: '请先记录其意见。' } : null;
  },
};

/** An opinion ends a review that was opened. */
export const expertReviewOpen: Rule = {
  id: 'expert-review-open',
  title: '有进行中的专家评审',
  basis: BASIS,
  reads: ['evidence'],
  effect: 'refuse',
  check: (file) => (inquiryNamed(file, 'expert') ? null : { message: '没有进行中的专家评审。', cure: '请先组织专家评审。' }),
};
