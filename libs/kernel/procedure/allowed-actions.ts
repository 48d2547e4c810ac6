import { isOpenIn, SYSTEM, unmetConditions, type Law } from './decide';
import type { CaseFile } from './file';
import type { AllowedAction } from './outcome';

/**
 * What the actor of `file.step` may do now: every action open in this state, folded from the same table and rules as
 * `decide`; rules that read the form are asked only when there is one.
 */
export function allowedActions(law: Law, file: CaseFile): AllowedAction[] {
  const open = Object.entries(law.procedure.actions).filter(
    ([, action]) => action.by !== SYSTEM && isOpenIn(law.procedure, action, file.case.state),
  );
  const awaited = new Set((law.procedure.states[file.case.state]?.tasks ?? []).map((task) => task.action));
  return open.map(([name, action]) => {
    const asked: CaseFile = { ...file, step: { ...file.step, action: name, form: {} } };
    const { refusals } = unmetConditions(law, asked, action, (rule) => !rule.reads.includes('form'));
    return { action: name, title: action.title, awaited: awaited.has(name), allowed: refusals.length === 0, refusals, formSchema: action.form };
  });
}
