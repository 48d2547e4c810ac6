import type { CaseFile, JsonObject } from '@sanzhi/kernel';
import { evidenceRules } from './evidence-rules';
import type { MeasureSeen } from './measure';
import type { InquirySeen, PieceSeen } from './piece';

interface Scene {
  form?: JsonObject;
  pieces?: Partial<PieceSeen>[];
  inquiries?: Partial<InquirySeen>[];
  measures?: Partial<MeasureSeen>[];
  parameters?: JsonObject;
  facts?: JsonObject;
  opinion?: string;
}

const TAKEN = '2026-06-10T06:30:00.000Z';
const SEIZED = { id: 'm1', kind: 'seizure', takenAt: TAKEN, endedAt: null } as const;

function file({ form = {}, pieces = [], inquiries = [], measures = [], parameters = {}, facts = {}, opinion }: Scene): CaseFile {
  const evidence = {
    measures,
    pieces: pieces.map((one, index) => ({ id: `e${index + 1}`, kind: '书证', title: '登记簿', detail: {}, partyView: null, ...one })),
    inquiries: inquiries.map((one) => ({ measure: null, endedAt: null, ...one })),
  };
  const review = { rounds: opinion ? [{ opinion }] : [] };
  return {
    case: { facts }, slices: { evidence, review }, parameters, duties: [], clocks: [],
    step: { form, actor: { person: 'a' }, actedOn: '2026-06-15', actedAt: TAKEN },
  } as unknown as CaseFile;
}

const KINDS = { 'evidence.kinds': ['书证', '物证'] };
const MONITORED = { legallyChecked: true, technicallyChecked: true, placePublished: true, contentChecked: true, partyInformed: true };
const sampled = { detail: { sampleNumber: '样1' } };

/** [what, scene, holds] of each rule. */
const CASES: Record<string, [string, Scene, boolean][]> = {
  'evidence-kind-allowed': [
    ['one of the eight', { form: { kind: '书证' }, parameters: KINDS }, true],
    ['a ninth', { form: { kind: '其他材料' }, parameters: KINDS }, false],
    ['under the Act before, which lists none', { form: { kind: '其他材料' } }, true],
  ],
  'evidence-named': [
    ['there', { form: { evidence: 'e1' }, pieces: [{}] }, true],
    ['not there', { form: { evidence: 'e2' }, pieces: [{}] }, false],
    ['spoken to before', { form: { evidence: 'e1' }, pieces: [{ partyView: '无异议' }] }, false],
  ],
  'party-view-recorded': [
    ['not asked for', { pieces: [{}], parameters: { 'evidence.partyView': false } }, true],
    ['asked for and missing', { pieces: [{ partyView: '无异议' }, {}], parameters: { 'evidence.partyView': true } }, false],
    ['all there', { pieces: [{ partyView: '无异议' }], parameters: { 'evidence.partyView': true } }, true],
  ],
  'monitoring-lawful': [
    ['all checked', { form: MONITORED }, true],
    ...Object.keys(MONITORED).map((field): [string, Scene, boolean] => [`without ${field}`, { form: { ...MONITORED, [field]: false } }, false]),
  ],
  'sample-number-new': [
    ['new', { form: { sampleNumber: '样2' }, pieces: [sampled] }, true],
    ['used', { form: { sampleNumber: '样1' }, pieces: [sampled] }, false],
  ],
  'samples-taken': [
    ['taken by record', { form: { samples: ['样1'] }, pieces: [sampled] }, true],
    ['never taken', { form: { samples: ['样2'] }, pieces: [sampled] }, false],
    ['held under a measure', { form: { measure: 'm1' }, measures: [SEIZED] }, true],
    ['under a measure that is not there', { form: { measure: 'm2', samples: ['样1'] }, pieces: [sampled], measures: [SEIZED] }, false],
    ['nothing', {}, false],
  ],
  'laboratory-qualified': [
    ['on its last day', { form: { laboratory: '甲', qualifiedUntil: '2026-06-15' } }, true],
    ['the day after', { form: { laboratory: '甲', qualifiedUntil: '2026-06-14' } }, false],
  ],
  'test-told-in-writing': [
    ['nothing is held', { form: {} }, true],
    ['told', { form: { measure: 'm1', toldInWriting: true } }, true],
    ['not told', { form: { measure: 'm1' } }, false],
  ],
  'tests-held-things': [
    ['seized', { form: { measure: 'm1' }, measures: [SEIZED] }, true],
    ['registered', { form: { measure: 'm1' }, measures: [{ ...SEIZED, kind: 'registration' }] }, false],
    ['nothing', {}, false],
  ],
  'test-open': [
    ['waits', { form: { test: 't1' }, inquiries: [{ id: 't1', kind: 'test' }] }, true],
    ['answered', { form: { test: 't1' }, inquiries: [{ id: 't1', kind: 'test', endedAt: TAKEN }] }, false],
    ['of a measure that is not named', { form: { test: 't1' }, inquiries: [{ id: 't1', kind: 'test', measure: 'm1' }] }, false],
    ['of the measure named', { form: { test: 't1', measure: 'm1' }, inquiries: [{ id: 't1', kind: 'test', measure: 'm1' }] }, true],
  ],
  'result-told': [
    ['both', { form: { resultTold: true, retestTold: true } }, true],
    ['no word of another test', { form: { resultTold: true, retestTold: false } }, false],
    ['nothing', { form: { resultTold: false, retestTold: true } }, false],
  ],
  'one-expert-review': [
    ['none', {}, true],
    ['one that ended', { inquiries: [{ id: 'x1', kind: 'expert', endedAt: TAKEN }] }, true],
    ['one that goes on', { inquiries: [{ id: 'x1', kind: 'expert' }] }, false],
  ],
  'expert-review-open': [['one', { inquiries: [{ id: 'x1', kind: 'expert' }] }, true], ['none', { inquiries: [{ id: 't1', kind: 'test' }] }, false]],
  'facts-clear': [
    ['nothing was asked', {}, true],
    ['a test that waits', { inquiries: [{ id: 't1', kind: 'test' }] }, false],
    ['an expert who has not spoken', { inquiries: [{ id: 'x1', kind: 'expert' }] }, false],
    ['all answered', { inquiries: [{ id: 't1', kind: 'test', endedAt: TAKEN }] }, true],
  ],
  'evidence-voids-review': [
    ['agreed', { facts: { draft: {} }, opinion: 'OP-AGREE' }, true],
    ['corrected', { facts: { draft: {} }, opinion: 'OP-CORRECT' }, false],
    ['never reviewed', { facts: { draft: {} } }, false],
  ],
};

describe.each(evidenceRules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it.each(CASES[id])('%s', (_, scene, holds) => {
    const unmet = rule.check(file(scene));
    expect(unmet === null).toBe(holds);
    if (unmet) expect(unmet.cure).toMatch(/\p{Script=Han}/u);
  });
});

it('G034: where the pack asks for it, nothing is decided while the party has not spoken to a piece', () => {
  const rule = evidenceRules.find(({ id }) => id === 'party-view-recorded')!;
  const asked = { 'evidence.partyView': true };
  expect(rule.check(file({ pieces: [{ title: '登记簿' }], parameters: asked }))?.message).toContain('登记簿（e1）');
  expect(rule.check(file({ pieces: [{ title: '登记簿', partyView: '无异议。' }], parameters: asked }))).toBeNull();
});
