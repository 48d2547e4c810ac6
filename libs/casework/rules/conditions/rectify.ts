import type { CaseFile, Rule } from '@sanzhi/kernel';
import { factsOf, formOf } from './facts';

const basis = '行政处罚法第二十八条第一款';

/** The day by which it is to be put right lies on or after the day of the order; at once is the same day. */
export const rectifyDayAhead: Rule = {
  id: 'rectify-day-ahead',
  title: '改正期限不早于责令之日',
  basis,
  reads: ['form', 'step'],
  effect: 'refuse',
  check: (file) => {
    const { dueOn } = formOf<{ dueOn: string }>(file);
    return dueOn >= file.step.actedOn ? null : { message: `改正期限 ${dueOn} 早于责令改正之日 ${file.step.actedOn}。`, cure: '立即改正的填当日，限期改正的填期限届满之日。' };
  },
};

/** A re-check needs an order that has not been found carried out. */
export const rectifyOrdered: Rule = {
  id: 'rectify-ordered',
  title: '有待复查的责令改正',
  basis,
  reads: ['case'],
  effect: 'refuse',
  check: (file) => (isOpen(file) ? null : { message: '没有待复查的责令改正。', cure: '请先责令改正。' }),
};

/** Nothing is closed before it was looked whether the order was obeyed. */
export const rectifyChecked: Rule = {
  id: 'rectify-checked',
  title: '责令改正已复查',
  basis,
  reads: ['case'],
  effect: 'refuse',
  check: (file) => {
    const { rectification } = factsOf(file);
    if (!rectification || rectification.recheck) return null;
    return { message: `责令 ${rectification.dueOn} 前改正，尚未复查。`, cure: '请复查改正情况并登记；逾期不改正的，依法处理。' };
  },
};

function isOpen(file: CaseFile): boolean {
  const { rectification } = factsOf(file);
  return !!rectification && rectification.recheck !== 'done';
}
