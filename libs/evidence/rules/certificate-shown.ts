import type { Rule } from '@sanzhi/kernel';

/** Whoever checks, questions or serves shows his certificate first; otherwise the party may refuse (行政处罚法第五十五条第一款). */
export const certificateShown: Rule = {
  id: 'certificate-shown',
  title: '已出示执法证件',
  basis: '行政处罚法第五十五条第一款；行政强制法第十八条第三项',
  reads: ['form'],
  effect: 'refuse',
  check: ({ step: { form } }) =>
    form.certificateShown === false
      ? { message: '没有主动向当事人或者有关人员出示执法证件，当事人有权拒绝接受调查或者检查。', cure: '请出示执法证件并记入笔录后再办理。' }
      : null,
};
