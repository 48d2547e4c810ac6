import type { Rule } from '@sanzhi/kernel';

const PAPERS: [field: string, title: string][] = [['decisionHanded', '决定书'], ['listHanded', '清单']];

/** Decision and list of things are made and handed over on the spot (行政强制法第二十四条；行政处罚法第五十六条). */
export const papersHandedOver: Rule = {
  id: 'papers-handed-over',
  title: '当场交付决定书和清单',
  basis: '行政强制法第十八条、第二十四条；行政处罚法第五十六条',
  reads: ['form'],
  effect: 'refuse',
  check: ({ step: { form } }) => {
    const missing = PAPERS.filter(([field]) => form[field] !== true).map(([, title]) => title);
    return missing.length === 0 ? null : { message: `没有当场交付${missing.join('和')}。`, cure: '请制作并当场交付决定书和清单；清单一式二份，由当事人和行政机关分别保存。' };
  },
};
