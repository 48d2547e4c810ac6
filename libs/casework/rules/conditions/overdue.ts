import type { CaseFile, Rule } from '@sanzhi/kernel';

/** Terms for the decision, by the law of the day of filing. */
const DECIDE_CLOCKS = ['CASE-DECIDE-90', 'CASE-DECIDE-OLD'];

/** The end of the term for the decision where it has passed on the day of the step; null where it has not, or none runs. */
export function decisionWasDue(file: CaseFile): string | null {
  const clock = file.clocks.find((one) => DECIDE_CLOCKS.includes(one.rule) && one.state === 'running');
  return clock?.statutoryDue && file.step.actedOn > clock.statutoryDue ? clock.statutoryDue : null;
}

interface OverdueFacts {
  overdue?: { dueOn: string | null } | null;
}

/**
 * A late decision is still a decision; it is not made before the head has signed for its being late. The defect itself
 * (`decided-in-time`) stays in the record whatever he signs.
 */
export const overdueSigned: Rule = {
  id: 'overdue-signed',
  title: '逾期的，负责人已签署逾期情况',
  basis: '行政处罚法第六十条；本机关案卷评查标准',
  reads: ['case', 'clocks', 'step'],
  effect: 'refuse',
  check: (file) => {
    const due = decisionWasDue(file);
    const { overdue } = file.case.facts as unknown as OverdueFacts;
    if (due === null || overdue?.dueOn === due) return null;
    return { message: `办案期限已于 ${due} 届满，没有负责人签署的逾期情况。`, cure: '请负责人先办理“签署逾期情况”，写明原因和措施；逾期的瑕疵如实保留。' };
  },
};

/** There is something to sign for, and the date is that of the term. */
export const termHasPassed: Rule = {
  id: 'term-has-passed',
  title: '办案期限已经届满',
  basis: '行政处罚法第六十条',
  reads: ['form', 'clocks', 'step'],
  effect: 'refuse',
  check: (file) => {
    const due = decisionWasDue(file);
    const { dueOn } = file.step.form as { dueOn: string };
    if (due === dueOn) return null;
    return due === null
      ? { message: '办案期限没有届满。', cure: '无需签署；需要更多时间的，在届满之前延长。' }
      : { message: `办案期限于 ${due} 届满，填写的是 ${dueOn}。`, cure: '请填写实际的届满日。' };
  },
};
