import type { Rule } from '@sanzhi/kernel';
import { evidenceOf, isInForce, type EvidenceSeen, type MeasureSeen } from './measure';

const coerced = (measure: MeasureSeen): boolean => measure.kind !== 'registration' && isInForce(measure);
const waits = (measure: MeasureSeen): boolean => measure.decision === 'approved' && measure.takenAt === null;

/** What each act is done to; an act that is not here needs nothing that was there before. */
const OBJECTS: Record<string, [title: string, there: (seen: EvidenceSeen) => boolean]> = {
  'approve-measure': ['待决定的措施', ({ measures }) => measures.some(({ decision }) => decision === null)],
  'refuse-measure': ['待决定的措施', ({ measures }) => measures.some(({ decision }) => decision === null)],
  'carry-out-registration': ['已批准、待实施的先行登记保存', ({ measures }) => measures.some((one) => one.kind === 'registration' && waits(one))],
  'carry-out-coercion': ['已批准、待实施的查封、扣押', ({ measures }) => measures.some((one) => one.kind !== 'registration' && waits(one))],
  'extend-coercion': ['执行中的查封、扣押', ({ measures }) => measures.some(coerced)],
  'lift-coercion': ['执行中的查封、扣押', ({ measures }) => measures.some(coerced)],
  'dispose-items': ['执行中的措施', ({ measures }) => measures.some(isInForce)],
  'record-party-view': ['尚未记录当事人意见的证据', ({ pieces }) => pieces.some(({ partyView }) => partyView === null)],
  'record-test-result': ['待出结果的检验', ({ inquiries }) => inquiries.some(({ kind, endedAt }) => kind === 'test' && endedAt === null)],
};

/** An act is offered only where there is something to do it to; which, its form says. */
export const actHasObject: Rule = {
  id: 'act-has-object',
  title: '有可以办理的措施或者证据',
  basis: '行政处罚法第五十六条；行政强制法第十八条、第二十五条、第二十八条',
  reads: ['evidence'],
  effect: 'refuse',
  check: (file) => {
    const object = OBJECTS[file.step.action];
    return !object || object[1](evidenceOf(file)) ? null : { message: `本案没有${object[0]}。`, cure: '无需办理；尚未申请、实施的，请先办理前一环节。' };
  },
};
