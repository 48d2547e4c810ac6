import type { Rule } from '@sanzhi/kernel';
import { MEASURE_TITLES, measureNamed, titleOf, type MeasureKind } from './measure';

/** Nothing is held before the head has approved it; who cannot wait takes an urgent measure, which registration never is. */
export const measureApproved: Rule = {
  id: 'measure-approved',
  title: '措施已经负责人批准',
  basis: '行政处罚法第五十六条；行政强制法第十八条第一项',
  reads: ['form', 'evidence'],
  effect: 'refuse',
  check: (file) => {
    const measure = measureNamed(file);
    if (!measure) return { message: '没有这项措施。', cure: '请先申请，并报负责人批准。' };
    if (measure.takenAt !== null) return { message: `${titleOf(measure)}已经实施。`, cure: '无需再次办理。' };
    const kind = (file.step.form.kind ?? 'registration') as MeasureKind;
    if (kind !== measure.kind) return { message: `${titleOf(measure)}不是${MEASURE_TITLES[kind]}。`, cure: '请按措施的种类办理。' };
    if (measure.decision === 'approved') return null;
    const why = measure.decision === 'refused' ? '负责人不予批准' : '尚未经负责人批准';
    return { message: `${titleOf(measure)}${why}，不得实施。`, cure: '请先报行政机关负责人批准；不予批准的不得采取。' };
  },
};
