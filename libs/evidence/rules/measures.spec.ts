import type { CaseFile, ClockSeen, JsonObject } from '@sanzhi/kernel';
import type { MeasureSeen } from './measure';
import { measureRules } from './measure-rules';

interface Scene {
  form?: JsonObject;
  measures?: Partial<MeasureSeen>[];
  facts?: JsonObject;
  clocks?: Partial<ClockSeen>[];
  at?: string;
  action?: string;
}

const TAKEN = '2026-06-10T06:30:00.000Z';
const item = (id: string, more: JsonObject = {}) => ({ id, name: '药品', quantity: 12, unit: '盒', mark: '批号0001', disposal: null, disposedAt: null, ...more });
const REGISTERED: Partial<MeasureSeen> = { kind: 'registration', decision: 'approved', decidedAt: TAKEN, takenAt: TAKEN };
const SEIZED: Partial<MeasureSeen> = { kind: 'seizure', decision: 'approved', decidedAt: TAKEN, takenAt: TAKEN };

function file({ form = {}, measures = [], facts = {}, clocks = [], at = '2026-06-11T01:00:00.000Z', action = 'x' }: Scene): CaseFile {
  const kept = measures.map((one, index) => ({
    id: `m${index + 1}`, kind: 'seizure', urgent: false, asked: { reason: '', power: null, place: '', keeper: null }, askedAt: TAKEN, decision: null,
    decidedBy: null, decidedAt: null, takenAt: null, unapprovedAt: null, lapsedAt: null, endedAt: null, items: [item(`m${index + 1}-1`)], ...one,
  }));
  const running = clocks.map((clock) => ({ id: 'k', rule: 'CASE-SEIZE-30', subjectKind: 'measure', subjectId: 'c/m1', state: 'running' as const, anchorOn: '2026-06-10', statutoryDue: null, safeDue: null, provisional: false, ...clock }));
  return {
    case: { id: 'c', organ: 'O', number: null, procedure: 'penalty-ordinary', procedureVersion: '2025-06-01', state: 'investigating', version: 3, facts, openedOn: '2026-06-09', lastActedAt: null },
    duties: [],
    clocks: running,
    slices: { evidence: { measures: kept, pieces: [], inquiries: [] } },
    parameters: {},
    step: { action, form, actor: { person: 'a', organ: 'O', name: '甲', posts: ['handler'] }, actedOn: new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10), actedAt: at, recordedOn: '', recordedAt: at },
  };
}

const thing = (more: JsonObject = {}): JsonObject => ({ name: '药品', mark: '批号0001', related: true, necessity: false, ...more });
const power = (level: string): Scene => ({ form: { power: { level, citation: '示例' } } });
const dispose = (disposal: string, measure: Partial<MeasureSeen>, more: JsonObject = {}): Scene => ({ form: { measure: 'm1', disposal, ...more }, measures: [measure] });
const overdue = { statutoryDue: '2026-06-10' };

/** [what, scene, holds] of each rule. */
const CASES: Record<string, [string, Scene, boolean][]> = {
  'measure-to-decide': [
    ['none of that id', { form: { measure: 'm1' } }, false],
    ['waits', { form: { measure: 'm1' }, measures: [{}] }, true],
    ['decided before', { form: { measure: 'm1' }, measures: [{ decision: 'refused' }] }, false],
  ],
  'approval-within-24-hours': [
    ['not urgent', { form: { measure: 'm1' }, measures: [{}] }, true],
    ['in the last minute', { form: { measure: 'm1' }, measures: [{ urgent: true, takenAt: TAKEN }], at: '2026-06-11T06:30:00.000Z' }, true],
    ['a minute later', { form: { measure: 'm1' }, measures: [{ urgent: true, takenAt: TAKEN }], at: '2026-06-11T06:31:00.000Z' }, false],
    ['noted as over', { form: { measure: 'm1' }, measures: [{ urgent: true, takenAt: TAKEN, unapprovedAt: TAKEN }] }, false],
  ],
  'measure-approved': [
    ['nobody asked', { form: { measure: 'm1' } }, false],
    ['nobody approved', { form: { measure: 'm1' }, measures: [{ kind: 'registration' }] }, false],
    ['refused', { form: { measure: 'm1', kind: 'seizure' }, measures: [{ decision: 'refused' }] }, false],
    ['approved', { form: { measure: 'm1', kind: 'seizure' }, measures: [{ decision: 'approved' }] }, true],
    ['approved as something else', { form: { measure: 'm1' }, measures: [{ decision: 'approved' }] }, false],
    ['carried out before', { form: { measure: 'm1', kind: 'seizure' }, measures: [SEIZED] }, false],
  ],
  'coercion-power-cited': [['a law', power('law'), true], ['a local regulation', power('local-regulation'), true], ['a rule of a ministry', power('rule'), false], ['a notice', power('other'), false]],
  'object-may-be-held': [
    ['of the case', { form: { items: [thing()] } }, true],
    ['nothing to do with it', { form: { items: [thing(), thing({ related: false })] } }, false],
    ['what somebody lives on', { form: { items: [thing({ necessity: true })] } }, false],
  ],
  'not-sealed-twice': [
    ['free', { form: { sealedByOthers: false, items: [thing()] } }, true],
    ['sealed by another organ', { form: { sealedByOthers: true, items: [thing()] } }, false],
    ['seized before', { form: { sealedByOthers: false, items: [thing()] }, measures: [SEIZED] }, false],
    ['another batch', { form: { sealedByOthers: false, items: [thing({ mark: '批号0002' })] }, measures: [SEIZED] }, true],
    ['registered, and seized now', { form: { sealedByOthers: false, items: [thing()] }, measures: [REGISTERED] }, true],
  ],
  'papers-handed-over': [
    ['both', { form: { decisionHanded: true, listHanded: true } }, true],
    ['no list', { form: { decisionHanded: true, listHanded: false } }, false],
    ['no decision', { form: { listHanded: true } }, false],
  ],
  'party-told-and-heard': [
    ['all', { form: { partyCalled: true, told: true, heard: true } }, true],
    ['not heard', { form: { partyCalled: true, told: true, heard: false } }, false],
    ['called and absent', { form: { partyCalled: true, told: false, heard: false, partySign: { how: 'absent' } } }, true],
    ['absent, never called', { form: { partyCalled: false, partySign: { how: 'absent' } } }, false],
  ],
  'certificate-shown': [['shown', { form: { certificateShown: true } }, true], ['not asked', {}, true], ['not shown', { form: { certificateShown: false } }, false]],
  'party-signed-or-noted': [
    ['signed', { form: { partySign: { how: 'signed', name: '甲' } } }, true],
    ['signed by nobody', { form: { partySign: { how: 'signed' } } }, false],
    ['refused, with the reason', { form: { partySign: { how: 'refused', reason: '拒签' } } }, true],
    ['refused, nobody says why', { form: { partySign: { how: 'refused' } } }, false],
    ['absent with a witness', { form: { partySign: { how: 'absent', reason: '不到场', witness: '居委会' } } }, true],
    ['absent with a recording', { form: { partySign: { how: 'absent', reason: '不到场', recording: 'V-1' } } }, true],
    ['absent with neither', { form: { partySign: { how: 'absent', reason: '不到场' } } }, false],
  ],
  'items-under-measure': [
    ['all of them', { form: { measure: 'm1' }, measures: [SEIZED] }, true],
    ['one of them', { form: { measure: 'm1', items: ['m1-1'] }, measures: [SEIZED] }, true],
    ['one of another measure', { form: { measure: 'm1', items: ['m2-1'] }, measures: [SEIZED, SEIZED] }, false],
    ['one that was returned', { form: { measure: 'm1', items: ['m1-1'] }, measures: [{ ...SEIZED, items: [item('m1-1', { disposal: 'returned' }), item('m1-2')] as never }] }, false],
    ['never carried out', { form: { measure: 'm1' }, measures: [{ decision: 'approved' }] }, false],
    ['ended', { form: { measure: 'm1' }, measures: [{ ...SEIZED, endedAt: TAKEN }] }, false],
    ['none of that id', { form: { measure: 'm3' }, measures: [SEIZED] }, false],
  ],
  'disposal-lawful': [
    ['registered: copied', dispose('copied', REGISTERED), true],
    ['registered: destroyed', dispose('destroyed', REGISTERED), false],
    ['seized: confiscated', dispose('confiscated', SEIZED), true],
    ['seized: copied', dispose('copied', SEIZED), false],
    ['seized: returned without a lifting', dispose('returned', SEIZED), false],
  ],
  'disposal-grounded': [
    ['returned', dispose('returned', REGISTERED), true],
    ['seized into what was seized', { ...dispose('seized', REGISTERED, { into: 'm2' }), measures: [REGISTERED, SEIZED] }, true],
    ['seized into nothing', dispose('seized', REGISTERED, { into: 'm2' }), false],
    ['confiscated without a decision', dispose('confiscated', SEIZED), false],
    ['confiscated by decision', { ...dispose('confiscated', SEIZED), facts: { decision: { kinds: ['罚款', '没收非法财物'] } } }, true],
    ['confiscated by a decision that fines', { ...dispose('confiscated', SEIZED), facts: { decision: { kinds: ['罚款'] } } }, false],
    ['handed over with the case', { ...dispose('transferred', SEIZED), facts: { crime: {} } }, true],
    ['handed over, nothing transferred', dispose('transferred', SEIZED), false],
    ['destroyed by statute', dispose('destroyed', SEIZED, { statute: '示例法第一条' }), true],
    ['destroyed by nobody', dispose('destroyed', SEIZED), false],
  ],
  'released-when-lapsed': [
    ['within the term', dispose('tested', REGISTERED), true],
    ['late', { ...dispose('tested', REGISTERED), clocks: [{ rule: 'CASE-REGISTER-7', ...overdue }] }, false],
    ['late and returned', { ...dispose('returned', REGISTERED), clocks: [{ rule: 'CASE-REGISTER-7', ...overdue }] }, true],
    ['lapsed by the mark of the clock', dispose('tested', { ...REGISTERED, lapsedAt: TAKEN }), false],
    ['confiscated by a decision within the term', { ...dispose('confiscated', SEIZED), clocks: [overdue], facts: { decision: { kinds: [], decidedOn: '2026-06-10' } } }, true],
    ['confiscated by a decision after it', { ...dispose('confiscated', SEIZED), clocks: [overdue], facts: { decision: { kinds: [], decidedOn: '2026-06-11' } } }, false],
    ['urgent and never approved', { ...dispose('confiscated', { ...SEIZED, unapprovedAt: TAKEN }), facts: { decision: { kinds: [], decidedOn: '2026-06-10' } } }, false],
  ],
  'measure-dealt-with-in-time': [
    ['on the last day', { ...dispose('returned', REGISTERED), clocks: [{ rule: 'CASE-REGISTER-7', statutoryDue: '2026-06-11' }] }, true],
    ['the day after', { ...dispose('returned', REGISTERED), clocks: [{ rule: 'CASE-REGISTER-7', ...overdue }] }, false],
  ],
  'coercion-named': [
    ['seized', { form: { measure: 'm1' }, measures: [SEIZED] }, true],
    ['registered', { form: { measure: 'm1' }, measures: [REGISTERED] }, false],
    ['none', { form: { measure: 'm1' } }, false],
    ['ended', { form: { measure: 'm1' }, measures: [{ ...SEIZED, endedAt: TAKEN }] }, false],
  ],
  'coercion-stands': [
    ['within the term', { form: { measure: 'm1' }, measures: [SEIZED], clocks: [{ statutoryDue: '2026-06-11' }] }, true],
    ['after it', { form: { measure: 'm1' }, measures: [SEIZED], clocks: [overdue] }, false],
    ['urgent, and refused by the head', { form: { measure: 'm1' }, measures: [{ ...SEIZED, urgent: true, decision: 'refused' }] }, false],
  ],
  'act-has-object': [
    ['an act that needs none', { action: 'add-evidence' }, true],
    ['nothing to approve', { action: 'approve-measure', measures: [SEIZED] }, false],
    ['something to approve', { action: 'approve-measure', measures: [{}] }, true],
    ['nothing to refuse', { action: 'refuse-measure' }, false],
    ['approved and waiting', { action: 'carry-out-coercion', measures: [{ decision: 'approved' }] }, true],
    ['approved, and of another kind', { action: 'carry-out-registration', measures: [{ decision: 'approved' }] }, false],
    ['seized', { action: 'extend-coercion', measures: [SEIZED] }, true],
    ['registered alone', { action: 'lift-coercion', measures: [REGISTERED] }, false],
    ['held', { action: 'dispose-items', measures: [REGISTERED] }, true],
    ['no evidence to speak to', { action: 'record-party-view' }, false],
    ['no test that waits', { action: 'record-test-result' }, false],
  ],
  'no-open-measure': [
    ['nothing was held', {}, true],
    ['asked for and never taken', { measures: [{}] }, true],
    ['still held', { measures: [SEIZED] }, false],
    ['ended', { measures: [{ ...SEIZED, endedAt: TAKEN }, { ...REGISTERED, endedAt: TAKEN }] }, true],
  ],
};

describe.each(measureRules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it.each(CASES[id])('%s', (_, scene, holds) => {
    const unmet = rule.check(file(scene));
    expect(unmet === null).toBe(holds);
    if (unmet) expect(unmet.cure).toMatch(/\p{Script=Han}/u);
  });
});

it('G030: an unlawful disposal is refused with what may be chosen instead', () => {
  const rule = measureRules.find(({ id }) => id === 'disposal-lawful')!;
  expect(rule.check(file(dispose('destroyed', REGISTERED)))?.cure).toContain('复制后退还');
});
