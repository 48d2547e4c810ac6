import type { Rule } from '@sanzhi/kernel';

const DUTIES: [field: string, title: string][] = [
  ['partyCalled', '通知当事人到场'],
  ['told', '当场告知理由、依据和当事人依法享有的权利、救济途径'],
  ['heard', '听取当事人的陈述和申辩'],
];

/** The party is called, told grounds, rights and remedies, and heard (行政强制法第十八条第四项至第六项). */
export const partyToldAndHeard: Rule = {
  id: 'party-told-and-heard',
  title: '告知并听取当事人',
  basis: '行政强制法第十八条第四项至第六项',
  reads: ['form'],
  effect: 'refuse',
  check: ({ step: { form } }) => {
    const absent = (form.partySign as { how?: string } | undefined)?.how === 'absent';
    const asked = absent ? DUTIES.slice(0, 1) : DUTIES;
    const missing = asked.filter(([field]) => form[field] !== true).map(([, title]) => title);
    return missing.length === 0 ? null : { message: `没有${missing.join('，没有')}。`, cure: '请补办后再登记；当事人不到场的，在笔录中注明并邀请见证人。' };
  },
};
