import { changedFields, type JsonObject, type Rule } from '@sanzhi/kernel';
import { lastRound, reviewOf } from './review';

/** Condition: the report now changes what the last opinion agreed to, so that the opinion no longer holds. */
export const reviewWouldBeVoid: Rule = {
  id: 'review-would-be-void',
  title: '处罚建议的改动使审核意见失效',
  basis: '行政处罚法第五十八条第一款',
  reads: ['form', 'review'],
  effect: 'refuse',
  check: (file) => {
    const { submitted } = reviewOf(file);
    const draft = file.step.form.draft as JsonObject | undefined;
    const agreed = lastRound(file)?.opinion === 'OP-AGREE';
    const changed = agreed && submitted && draft ? changedFields(submitted, { ...draft, law: submitted.law ?? null }) : [];
    return changed.length > 0 ? null : { message: '审核意见不受影响。', cure: '无需办理。' };
  },
};
