import type { Rule } from '@sanzhi/kernel';

/** Condition: evidence is added to a draft that the review agreed to, so that the opinion no longer holds. */
export const evidenceVoidsReview: Rule = {
  id: 'evidence-voids-review',
  title: '新增证据使审核意见失效',
  basis: '行政处罚法第五十八条第一款',
  reads: ['case', 'review'],
  effect: 'refuse',
  check: ({ case: { facts }, slices }) => {
    const { rounds = [] } = (slices.review ?? {}) as { rounds?: { opinion: string | null }[] };
    return facts.draft && rounds.at(-1)?.opinion === 'OP-AGREE' ? null : { message: '审核意见不受影响。', cure: '无需办理。' };
  },
};
