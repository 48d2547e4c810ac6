import type { CaseFile } from '@sanzhi/kernel';
import { entrustmentInForce, notByEntrustedBody } from './entrustment';
import type { Entrustment } from './slice';

const paper: Entrustment = {
  body: 'TEAM', instrument: '委托〔2023〕1号', scope: '医疗卫生行政处罚', procedures: ['penalty-ordinary'],
  disciplines: null, publishedOn: '2023-01-01', validFrom: '2023-01-01', validUntil: '2023-12-31',
};

interface Scene {
  actor?: string;
  handlers?: string[];
  papers?: Entrustment[];
  on?: string;
}

/** `a` and `b` belong to the entrusted body, `h` to the organ's own staff. */
function fileOf({ actor = 'a', handlers = ['a', 'b'], papers = [paper], on = '2023-03-01' }: Scene): CaseFile {
  const officers = ['a', 'b', 'h'].map((id) => ({ id, name: `人员${id}`, body: id === 'h' ? null : 'TEAM' }));
  return {
    case: { state: 'investigating', procedure: 'penalty-ordinary', facts: { clue: { discipline: '医疗卫生' } } },
    duties: handlers.map((person) => ({ person, duty: 'handler' })),
    slices: { identity: { officers, entrustments: papers } },
    step: { form: {}, actor: { person: actor, name: actor, posts: [] }, actedOn: on },
  } as unknown as CaseFile;
}

it.each<[string, Scene, boolean]>([
  ['by its officers within scope and term', {}, true],
  ['on the first day', { on: '2023-01-01' }, true],
  ['on the last day', { on: '2023-12-31' }, true],
  ['the day before', { on: '2022-12-31' }, false],
  ['the day after', { on: '2024-01-01' }, false],
  ['outside the scope', { papers: [{ ...paper, procedures: ['inspection'] }] }, false],
  ['in a field it covers', { papers: [{ ...paper, disciplines: ['医疗卫生', '公共场所卫生'] }] }, true],
  ['in another field', { papers: [{ ...paper, disciplines: ['公共场所卫生'] }] }, false],
  ['on a paper that is not public', { papers: [{ ...paper, publishedOn: null }] }, false],
  ['on a paper that was made public later', { papers: [{ ...paper, publishedOn: '2023-03-02' }] }, false],
  ['without a paper', { papers: [] }, false],
  ['on the paper of another body', { papers: [{ ...paper, body: 'OTHER' }] }, false],
  ['by a head, while its officers handle the case without a paper', { actor: 'h', papers: [] }, false],
  ['by the organ\'s own staff', { actor: 'h', handlers: ['h'], papers: [] }, true],
])('an act %s: %s', (_, scene, holds) => {
  expect(entrustmentInForce.check(fileOf(scene)) === null).toBe(holds);
});

it('never lets an entrusted body take a compulsory measure', () => {
  expect(notByEntrustedBody.check(fileOf({}))?.message).toContain('人员a、人员b');
  expect(notByEntrustedBody.check(fileOf({ actor: 'h', handlers: ['h'] }))).toBeNull();
});
