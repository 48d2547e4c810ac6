import { decide, type Law } from './decide';
import type { Actor, CaseFile } from './file';
import type { Procedure } from './types';

const form = { type: 'object', properties: {}, examples: [{}] };
const procedure: Procedure = {
  id: 'tiny', version: '2021-07-15', title: '示例程序', basis: '示例法第一条', validFrom: '2021-07-15', opening: 'register',
  states: { clue: { title: '线索', stage: '启动' }, reviewed: { title: '已审核', stage: '审核决定' }, done: { title: '已办结', stage: '执行', final: true } },
  actions: {
    register: { title: '登记', from: [], to: 'clue', by: 'handler', needs: [], form, duties: { handler: '$form.handlers' } },
    review: { title: '审核', from: ['clue'], to: 'reviewed', by: 'reviewer', needs: [], form },
    chair: { title: '主持听证', from: ['clue'], to: '=', by: 'hearing-chair', needs: [], form },
    finish: { title: '办结', from: ['reviewed'], to: 'done', by: 'approver', needs: [], form },
  },
};
const law: Law = { procedure, rules: new Map(), standing: [] };

const actor = (over: Partial<Actor> = {}): Actor => ({ person: 'p1', organ: 'O', name: '甲', posts: ['handler'], ...over });

interface Scene {
  state: string;
  action: string;
  form?: CaseFile['step']['form'];
  actor?: Actor;
  duties?: CaseFile['duties'];
  parameters?: CaseFile['parameters'];
}

function file(scene: Scene): CaseFile {
  return {
    case: { state: scene.state, version: 1, facts: {} },
    duties: scene.duties ?? [],
    slices: {},
    clocks: [],
    parameters: scene.parameters ?? {},
    step: { action: scene.action, form: scene.form ?? {}, actor: scene.actor ?? actor() },
  } as unknown as CaseFile;
}

describe('acting for somebody else', () => {
  const delegate = (duty: string, over: Partial<Actor> = {}): Actor =>
    actor({ person: 'd', posts: [], onBehalfOf: 'h', lent: [{ duty, delegation: 'd1' }], ...over });
  const finish = (by: Actor, duties: CaseFile['duties'] = []): string[] =>
    (decide(law, file({ state: 'reviewed', action: 'finish', actor: by, duties })).refusals ?? []).map((one) => one.rule);

  it('takes the duty up for both', () => {
    const { outcome } = decide(law, file({ state: 'reviewed', action: 'finish', actor: delegate('approver') }));
    expect(outcome?.duties).toEqual([{ person: 'd', duty: 'approver' }, { person: 'h', duty: 'approver' }]);
  });

  it('needs a delegation of this very duty, whatever posts one has oneself', () => {
    expect(finish(delegate('recorder'))).toEqual(['no-delegation']);
    expect(finish(actor({ person: 'd', posts: ['approver'], onBehalfOf: 'h' }))).toEqual(['no-delegation']);
  });

  it.each(['d', 'h'])('counts %s in the matrix of forbidden pairs', (person) => {
    expect(finish(delegate('approver'), [{ person, duty: 'handler' }])).toEqual(['incompatible-duty']);
  });

  it.each(['d', 'h'])('is closed once %s was recused', (person) => {
    expect(finish(delegate('approver'), [{ person, duty: 'recused' }])).toEqual(['recused']);
  });
});

it('gives no duty to who was recused', () => {
  const form = { handlers: ['p1', 'p2'] };
  const recused = [{ person: 'p2', duty: 'recused' }];
  const answer = decide(law, file({ state: '', action: 'register', form, duties: recused }));
  expect(answer.refusals?.map((one) => one.rule)).toEqual(['recused']);
});

describe('pairs that a pack may allow', () => {
  const chairing = (parameters: CaseFile['parameters']): string[] => {
    const held = [{ person: 'p1', duty: 'reviewer' }];
    const asked = file({ state: 'clue', action: 'chair', actor: actor({ posts: ['hearing-chair'] }), duties: held, parameters });
    return (decide(law, asked).refusals ?? []).map((one) => one.rule);
  };

  it.each([
    [{}, ['incompatible-duty']],
    [{ 'duty.reviewerMayChairHearing': null }, ['incompatible-duty']],
    [{ 'duty.reviewerMayChairHearing': false }, ['incompatible-duty']],
    [{ 'duty.reviewerMayChairHearing': true }, []],
    [{ 'duty.reviewerMayPublish': true }, ['incompatible-duty']],
  ])('a reviewer chairs the hearing under %j: %j', (parameters, refused) => {
    expect(chairing(parameters)).toEqual(refused);
  });
});

it('tells duties and persons of an act, where the rule of the message holds', () => {
  const big = { id: 'big', title: '', basis: '', reads: ['form'], effect: 'refuse' as const, check: (seen: CaseFile) => (seen.step.form.big ? null : { message: '', cure: '' }) };
  const messages = [{ kind: 'told', duty: 'voter' }, { kind: 'told', person: '$form.who' }, { kind: 'void', duty: 'reviewer', when: 'big' }];
  const review = { ...procedure.actions.review, messages };
  const telling: Law = { ...law, rules: new Map([['big', big]]), procedure: { ...procedure, actions: { ...procedure.actions, review } } };
  const sent = (form: CaseFile['step']['form']) =>
    decide(telling, file({ state: 'clue', action: 'review', actor: actor({ posts: ['reviewer'] }), form })).outcome?.messages;
  const first = [{ kind: 'told', duty: 'voter', person: null, item: 'review' }, { kind: 'told', duty: null, person: 'w', item: 'review' }];
  expect(sent({ who: 'w' })).toEqual(first);
  expect(sent({ who: 'w', big: true })).toEqual([...first, { kind: 'void', duty: 'reviewer', person: null, item: 'review' }]);
});
