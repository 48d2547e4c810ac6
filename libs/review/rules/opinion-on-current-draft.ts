import { changedFields, signOffDigest, type Rule } from '@sanzhi/kernel';
import { draftOf, lastRound, reviewOf } from './review';

/** An opinion is on exactly what the case says now and what was submitted: all three digests are one. */
export const opinionOnCurrentDraft: Rule = {
  id: 'opinion-on-current-draft',
  title: '所审内容为现行内容',
  basis: '行政处罚法第五十八条',
  reads: ['form', 'case', 'review'],
  effect: 'refuse',
  check: (file) => {
    const now = signOffDigest(draftOf(file));
    const last = lastRound(file);
    if (!last || now === null) return { message: '没有待审核的处罚建议。', cure: '请先由承办人送法制审核。' };
    if (file.step.form.digest === now && last.digest === now) return null;
    const fields = changedFields(reviewOf(file).submitted ?? {}, draftOf(file) ?? {});
    if (fields.length > 0) {
      return { message: `处罚建议在送审后有改动：${fields.join('、')}。`, cure: '请退回承办人，将改动后的处罚建议再次送审。' };
    }
    return { message: '所审内容与送审的处罚建议不一致。', cure: '请刷新页面，审阅送审内容后重新出具意见。' };
  },
};
