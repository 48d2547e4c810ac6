import type { ClockStarted, Effect } from '@sanzhi/kernel';
import type { CaseFeature, SubjectClock } from './case-feature';

/**
 * Clocks of which a case may have several at once, one for each thing that waits (a request for help):
 * `start {rule, id, on}` and `stop {rule, id}`, the id being what the case calls that thing.
 */
export const clockFeature: CaseFeature = {
  name: 'clock',
  rules: [],
  effects: ['start', 'stop'],
  writes: (effects, { case: { id: caseId } }) => {
    const subject = ({ payload }: Effect): SubjectClock => ({ rule: String(payload.rule), subjectId: `${caseId}/${String(payload.id)}` });
    const of = (kind: string): Effect[] => effects.filter((effect) => effect.kind === kind);
    const start = of('start').map((effect): ClockStarted => ({ ...subject(effect), anchorOn: String(effect.payload.on), subjectKind: 'case' }));
    return { statements: [], clocks: { start, stop: of('stop').map(subject) } };
  },
};
