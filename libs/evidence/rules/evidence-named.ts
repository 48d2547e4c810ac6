import type { Rule } from '@sanzhi/kernel';
import { evidenceOf } from './measure';

/** What the party says is noted of one piece, once. */
export const evidenceNamed: Rule = {
  id: 'evidence-named',
  title: '有该项证据，尚未记录当事人意见',
  basis: '行政处罚法第四十五条、第六十四条第七项',
  reads: ['form', 'evidence'],
  effect: 'refuse',
  check: (file) => {
    const piece = evidenceOf(file).pieces.find(({ id }) => id === file.step.form.evidence);
    if (!piece) return { message: '没有这项证据。', cure: '请核对证据编号。' };
    return piece.partyView === null ? null : { message: `《${piece.title}》已记录当事人的意见。`, cure: '当事人另有意见的，记入陈述申辩。' };
  },
};
