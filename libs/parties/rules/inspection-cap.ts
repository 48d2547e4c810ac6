import type { CaseFile, Rule } from '@sanzhi/kernel';
import type { OffencesSeen } from './offence/history-rules';

const basis = '地方涉企检查规定（无全国规定，上限由地方公布）';
const reads = ['form', 'parameters', 'offences'];

const sourceOf = ({ step }: CaseFile): string => (step.form.plan as { source: string }).source;

/** One party is not inspected oftener in a year than the published cap allows; what a pack exempts is not counted against it. */
export const inspectionWithinCap: Rule = {
  id: 'inspection-within-cap',
  title: '不超过年度检查频次上限',
  basis,
  reads,
  effect: 'refuse',
  check: (file) => {
    const { 'inspection.yearlyCap': cap, 'inspection.capExempt': exempt } = file.parameters;
    if (typeof cap !== 'number' || (Array.isArray(exempt) && exempt.includes(sourceOf(file)))) return null;
    const done = (file.slices.offences as OffencesSeen | null)?.inspections ?? [];
    const counted = done.filter((source) => !(Array.isArray(exempt) && exempt.includes(source))).length;
    if (counted < cap) return null;
    return { message: `本年度已对该单位检查 ${counted} 次，上限为 ${cap} 次。`, cure: '依投诉举报、上级交办等不受频次限制的检查，按相应来源拟定；否则并入已安排的检查。' };
  },
};

/** A cap that nobody has loaded is said on every inspection: nothing is guessed, and nothing is stopped. */
export const inspectionCapLoaded: Rule = {
  id: 'inspection-cap-loaded',
  title: '已载入年度检查频次上限',
  basis,
  reads: ['parameters'],
  effect: 'defect',
  check: ({ parameters }) =>
    typeof parameters['inspection.yearlyCap'] === 'number'
      ? null
      : { message: '年度检查频次上限未载入法定值，本次检查未作频次核对。', cure: '请本机关法制人员按公布的上限填写 inspection.yearlyCap。' },
};
