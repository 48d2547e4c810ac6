import type { CaseFile, Rule, Unmet } from '@sanzhi/kernel';
import { evidenceOf, held, isInForce, titleOf } from './measure';

interface ItemAsked {
  name: string;
  mark?: string;
  related: boolean;
  necessity: boolean;
}

/** Only what has to do with the case is sealed or seized, and nothing that a person or those he supports live on (第二十三条第一款). */
export const objectMayBeHeld: Rule = {
  id: 'object-may-be-held',
  title: '查封、扣押的对象合法',
  basis: '行政强制法第二十三条第一款',
  reads: ['form'],
  effect: 'refuse',
  check: ({ step: { form } }) => {
    const items = form.items as unknown as ItemAsked[];
    const strange = items.filter((item) => !item.related).map(({ name }) => name);
    if (strange.length > 0) return { message: `${strange.join('、')}与违法行为无关。`, cure: '请从清单中去除；只能查封、扣押涉案的场所、设施或者财物。' };
    const needed = items.filter((item) => item.necessity).map(({ name }) => name);
    return needed.length === 0 ? null : { message: `${needed.join('、')}是公民个人及其所扶养家属的生活必需品。`, cure: '请从清单中去除，不得查封、扣押。' };
  },
};

/** What another organ has sealed, or this one holds already, is not sealed again (第二十三条第二款). */
export const notSealedTwice: Rule = {
  id: 'not-sealed-twice',
  title: '不重复查封',
  basis: '行政强制法第二十三条第二款',
  reads: ['form', 'evidence'],
  effect: 'refuse',
  check: (file) => {
    if (file.step.form.sealedByOthers === true) {
      return { message: '当事人的场所、设施或者财物已被其他国家机关依法查封。', cure: '不得重复查封；请与查封的机关协商，或者以其他方式取证。' };
    }
    return heldAlready(file);
  },
};

function heldAlready(file: CaseFile): Unmet | null {
  const items = file.step.form.items as unknown as ItemAsked[];
  const open = evidenceOf(file).measures.filter((measure) => measure.kind !== 'registration' && isInForce(measure));
  for (const measure of open) {
    const twice = held(measure).find((one) => one.mark !== null && items.some(({ name, mark }) => name === one.name && mark === one.mark));
    if (twice) return { message: `${twice.name}（${twice.mark}）已在${titleOf(measure)}之下。`, cure: '请从清单中去除；已经查封、扣押的不再重复。' };
  }
  return null;
}
