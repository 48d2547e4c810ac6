import type { Rule } from '@sanzhi/kernel';

/** Evidence is of one of the kinds that the Act lists since 2021-07-15; before, it listed none (行政处罚法第四十六条第一款). */
export const evidenceKindAllowed: Rule = {
  id: 'evidence-kind-allowed',
  title: '证据种类合法',
  basis: '行政处罚法第四十六条第一款',
  reads: ['form', 'parameters'],
  effect: 'refuse',
  check: ({ step: { form }, parameters }) => {
    const kinds = parameters['evidence.kinds'] as string[] | undefined;
    if (!kinds) return null;
    return kinds.includes(String(form.kind)) ? null : { message: `“${String(form.kind)}”不是法定的证据种类。`, cure: `请选择：${kinds.join('、')}。` };
  },
};
