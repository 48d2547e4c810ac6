import type { CaseFile } from '@sanzhi/kernel';
import { certificateValid } from './certificate-valid';
import { identityRules, standingIdentityRules } from './identity-rules';
import type { OfficerSeen } from './slice';
import { twoQualifiedOfficers } from './two-qualified-officers';

const officer = (id: string, changes: Partial<OfficerSeen> = {}): OfficerSeen => ({
  id,
  name: `人员${id}`,
  certificateNumber: `Z-${id}`,
  certificateFrom: '2020-01-01',
  certificateUntil: '2025-12-31',
  legalQualification: false,
  reviewsSince: null,
  body: null,
  posts: ['handler'],
  ...changes,
});

interface Scene {
  officers: OfficerSeen[];
  handlers: string[];
  actor?: string;
  on?: string;
  state?: string;
  named?: string[];
  posts?: string[];
}

function fileOf({ officers, handlers, actor = 'a', on = '2023-03-01', state = 'clue', named, posts = ['handler'] }: Scene): CaseFile {
  const duties = handlers.map((person) => ({ person, duty: 'handler' }));
  const at = `${on}T01:00:00.000Z`;
  return {
    case: { id: 'c', organ: 'o', number: null, procedure: 'p', procedureVersion: 'v', state, version: 1, facts: {}, openedOn: on, lastActedAt: null },
    duties,
    clocks: [],
    slices: { identity: { duties, officers, entrustments: [] } },
    parameters: {},
    step: {
      action: 'file-case',
      form: named ? { handlers: named } : {},
      actor: { person: actor, organ: 'o', name: `人员${actor}`, posts },
      actedOn: on,
      actedAt: at,
      recordedOn: on,
      recordedAt: at,
    },
  };
}

describe('two-qualified-officers', () => {
  const two = [officer('a'), officer('b')];

  it('holds with two handlers who each have a valid certificate', () => {
    expect(twoQualifiedOfficers.check(fileOf({ officers: two, handlers: ['a', 'b'] }))).toBeNull();
  });

  it.each([
    ['2019-12-31', false],
    ['2020-01-01', true],
    ['2025-12-31', true],
    ['2026-01-01', false],
  ])('on %s, at the edge of the certificates, holds: %s', (on, holds) => {
    expect(twoQualifiedOfficers.check(fileOf({ officers: two, handlers: ['a', 'b'], on })) === null).toBe(holds);
  });

  it('counts one person named twice once', () => {
    const unmet = twoQualifiedOfficers.check(fileOf({ officers: two, handlers: ['a'], named: ['a', 'a'] }));
    expect(unmet?.message).toContain('为1人，不足两人');
  });

  it('counts one certificate under two entries once', () => {
    const officers = [officer('a'), officer('b', { certificateNumber: 'Z-a' })];
    expect(twoQualifiedOfficers.check(fileOf({ officers, handlers: ['a', 'b'] }))).not.toBeNull();
  });

  it.each([
    ['no certificate', { certificateNumber: null }, '人员b名册中没有执法证号'],
    ['no period', { certificateUntil: null }, '人员b名册中没有执法证有效期'],
    ['an expired one', { certificateUntil: '2023-02-28' }, '人员b执法证有效期至2023-02-28'],
  ])('says who of them has %s', (_, changes, told) => {
    const officers = [officer('a'), officer('b', changes)];
    expect(twoQualifiedOfficers.check(fileOf({ officers, handlers: ['a', 'b'] }))?.message).toContain(told);
  });

  it('names a handler whom the register does not know', () => {
    expect(twoQualifiedOfficers.check(fileOf({ officers: two, handlers: ['a', 'x'] }))?.message).toContain('x不在本机关执法人员名册');
  });

  it('counts the handlers a form names, and who opens the case', () => {
    expect(twoQualifiedOfficers.check(fileOf({ officers: two, handlers: [], named: ['a', 'b'] }))).toBeNull();
    expect(twoQualifiedOfficers.check(fileOf({ officers: two, handlers: [], named: ['b'], state: '' }))).toBeNull();
  });

  it('does not count an approver who is no handler of this case', () => {
    const scene = { officers: two, handlers: ['b'], actor: 'a', posts: ['approver', 'handler'] };
    expect(twoQualifiedOfficers.check(fileOf(scene))).not.toBeNull();
  });
});

describe('certificate-valid', () => {
  it.each([
    ['2019-12-31', '执法证自2020-01-01起有效'],
    ['2020-01-01', null],
    ['2025-12-31', null],
    ['2026-01-01', '执法证有效期至2025-12-31'],
  ])('of a handler who acts on %s', (on, fault) => {
    const unmet = certificateValid.check(fileOf({ officers: [officer('a')], handlers: ['a'], on }));
    expect(unmet?.message ?? null).toEqual(fault && expect.stringContaining(fault));
  });

  it('is not asked of who does not handle the case', () => {
    const officers = [officer('a', { certificateNumber: null })];
    expect(certificateValid.check(fileOf({ officers, handlers: ['b'] }))).toBeNull();
  });

  it('is asked of who opens a case', () => {
    const officers = [officer('a', { certificateUntil: '2023-02-28' })];
    expect(certificateValid.check(fileOf({ officers, handlers: [], state: '' }))).not.toBeNull();
  });
});

it('every rule of identity has a title and rests on an article', () => {
  for (const rule of identityRules) expect([rule.title, rule.basis]).toEqual([expect.any(String), expect.stringMatching(/^行政(处罚|强制)法/)]);
  expect(identityRules.map((rule) => rule.id)).toEqual([
    'two-qualified-officers', 'not-by-entrusted-body', 'note-by-two-officers', 'recusal-asked', 'recusal-of-involved', 'recusal-decided-by-another', 'two-handlers-remain',
    'named-handlers-qualified', 'named-handlers-new',
  ]);
  expect(standingIdentityRules.map((rule) => rule.id)).toEqual(['entrustment-in-force', 'certificate-valid']);
});
