import { allowedActions } from './allowed-actions';
import { checkProcedure, type KnownWords } from './check-procedure';
import { decide, type Law } from './decide';
import type { Actor, CaseFile } from './file';
import { fixedForbiddenPairs } from './duty-matrix';
import type { Rule } from './rule';
import type { Procedure } from './types';

const form = { type: 'object', properties: {}, examples: [{}] };
const procedure: Procedure = {
  id: 'tiny',
  version: '2021-07-15',
  title: '示例程序',
  basis: '示例法第一条',
  validFrom: '2021-07-15',
  opening: 'register',
  states: {
    clue: { title: '线索', stage: '启动', tasks: [{ duty: 'handler', action: 'report' }] },
    reported: { title: '已报告', stage: '调查取证' },
    reviewed: { title: '已审核', stage: '审核决定' },
    done: { title: '已办结', stage: '执行', final: true },
  },
  actions: {
    register: { title: '登记', from: [], to: 'clue', by: 'handler', needs: [], form, duties: { handler: '$form.handlers' } },
    report: {
      title: '报告',
      from: ['clue'],
      to: 'reported',
      by: 'handler',
      needs: ['amount-given', 'in-time', 'two-officers'],
      form,
      facts: { draft: { amount: '$form.amount', by: '$actor.name' }, told: null },
      clocks: { start: [{ rule: 'TERM', on: '$acted.day' }, { rule: 'BIG', on: '$acted.day', when: 'big' }], stop: ['OTHER'] },
      tallies: [{ kind: 'reported', day: '$acted.day', dims: { who: '$actor.name' }, measures: { amount: '$form.amount' } }],
      effects: [{ feature: 'review', kind: 'submit', payload: { amount: '$form.amount', missing: '$case.facts.no.such' } }],
      documents: ['paper'],
    },
    review: { title: '审核', from: ['reported'], to: { on: 'opinion', map: { yes: 'reviewed', no: 'clue' } }, by: 'reviewer', needs: [], form },
    note: { title: '记录', from: ['*'], to: '=', by: 'system', on: { clock: 'TERM', rung: 'late' }, needs: [], form },
    finish: { title: '办结', from: ['reviewed'], to: 'done', by: 'approver', needs: [], form },
  },
};

const rule = (id: string, over: Partial<Rule>): Rule => ({
  id,
  title: id,
  basis: '示例法第二条',
  reads: ['case'],
  effect: 'refuse',
  check: () => ({ message: `${id} unmet`, cure: 'mend' }),
  ...over,
});
const amountOf = (file: CaseFile): number => Number(file.step.form.amount ?? 0);
const rules = [
  rule('amount-given', { reads: ['form'], check: (file) => (amountOf(file) > 0 ? null : { message: 'no amount', cure: 'give one' }) }),
  rule('in-time', { effect: 'defect', check: (file) => (file.step.actedOn <= '2023-06-30' ? null : { message: 'late', cure: 'say why' }) }),
  rule('two-officers', { check: (file) => (file.duties.length >= 2 ? null : { message: 'one officer', cure: 'add one' }) }),
  rule('big', { reads: ['form'], check: (file) => (amountOf(file) >= 100 ? null : { message: 'small', cure: '' }) }),
];
const law: Law = { procedure, rules: new Map(rules.map((one) => [one.id, one])), standing: [] };

const actor = (over: Partial<Actor> = {}): Actor => ({ person: 'p1', organ: 'O', name: '甲', posts: ['handler'], ...over });

function file(over: { state?: string; action: string; form?: CaseFile['step']['form']; actor?: Actor; duties?: CaseFile['duties']; on?: string }): CaseFile {
  const day = over.on ?? '2023-06-01';
  return {
    case: {
      id: 'c1', organ: 'O', number: null, procedure: 'tiny', procedureVersion: '2021-07-15', state: over.state ?? 'clue',
      version: 3, facts: {}, openedOn: '2023-05-01', lastActedAt: null,
    },
    duties: over.duties ?? [{ person: 'p1', duty: 'handler' }, { person: 'p2', duty: 'handler' }],
    clocks: [],
    slices: {},
    parameters: {},
    step: {
      action: over.action, form: over.form ?? {}, actor: over.actor ?? actor(), actedOn: day, actedAt: `${day}T01:00:00.000Z`,
      recordedOn: day, recordedAt: `${day}T01:00:00.000Z`,
    },
  };
}

const ruleIds = (asked: CaseFile): string[] => (decide(law, asked).refusals ?? []).map((refusal) => refusal.rule);

describe('decide', () => {
  it('returns every unmet condition at once', () => {
    const alone = file({ state: 'reported', action: 'report', duties: [], actor: actor({ posts: [] }) });
    expect(ruleIds(alone)).toEqual(['not-in-state', 'not-your-duty', 'amount-given', 'two-officers']);
  });

  it('says which other case an action opens, its form without what nobody filled in', () => {
    const opens = { procedure: 'other', ref: '$form.amount', form: { amount: '$form.amount', left: '$form.nothing', more: [{ left: '$form.nothing', by: '$actor.name' }] } };
    const table: Procedure = { ...procedure, actions: { ...procedure.actions, report: { ...procedure.actions.report, opens } } };
    const { outcome } = decide({ ...law, procedure: table }, file({ action: 'report', form: { amount: 100 } }));
    expect(outcome?.opens).toEqual({ procedure: 'other', ref: 100, form: { amount: 100, more: [{ by: '甲' }] } });
  });

  it('asks a rule once that stands for every act and is named by one', () => {
    const twice: Law = { ...law, standing: [law.rules.get('amount-given')!] };
    const { refusals } = decide(twice, file({ action: 'report', form: {} }));
    expect(refusals?.map((refusal) => refusal.rule)).toEqual(['amount-given']);
  });

  it('gives an outcome of plain data with deterministic ids', () => {
    const { outcome } = decide(law, file({ action: 'report', form: { amount: 100 } }));
    expect(outcome).toEqual({
      state: 'reported',
      leavesState: true,
      opens: null,
      messages: [],
      facts: { draft: { amount: 100, by: '甲' }, told: null },
      clocks: {
        start: [
          { rule: 'TERM', anchorOn: '2023-06-01', subjectKind: 'case', subjectId: 'c1' },
          { rule: 'BIG', anchorOn: '2023-06-01', subjectKind: 'case', subjectId: 'c1' },
        ],
        stop: ['OTHER'],
      },
      tasks: [],
      effects: [
        { id: 'c1/4/0', feature: 'review', kind: 'submit', payload: { amount: 100, missing: null } },
        { id: 'c1/4/1', feature: 'documents', kind: 'issue', payload: { document: 'paper' } },
        {
          id: 'c1/4/2',
          feature: 'statistics',
          kind: 'tally',
          payload: { kind: 'reported', day: '2023-06-01', dims: { who: '甲' }, measures: { amount: 100 } },
        },
      ],
      defects: [],
      duties: [],
    });
  });

  it('starts a conditional clock only where its rule holds', () => {
    const { outcome } = decide(law, file({ action: 'report', form: { amount: 99 } }));
    expect(outcome?.clocks.start.map((clock) => clock.rule)).toEqual(['TERM']);
  });

  it.each([
    [100, ['OTHER', 'TERM']],
    [99, ['OTHER']],
  ])('stops a conditional clock only where its rule holds: %s', (amount, stopped) => {
    const report = { ...procedure.actions.report, clocks: { stop: ['OTHER', { rule: 'TERM', when: 'big' }] } };
    const table = { ...procedure, actions: { ...procedure.actions, report } };
    expect(decide({ ...law, procedure: table }, file({ action: 'report', form: { amount } })).outcome?.clocks.stop).toEqual(stopped);
  });

  it('lets a defect pass and keeps it', () => {
    const { outcome } = decide(law, file({ action: 'report', form: { amount: 1 }, on: '2023-07-01' }));
    expect(outcome?.defects.map((defect) => defect.rule)).toEqual(['in-time']);
  });

  it('hands out duties, each once', () => {
    const asked = file({ state: '', action: 'register', form: { handlers: ['p1', 'p2', 'p3'] }, duties: [] });
    expect(decide(law, asked).outcome?.duties).toEqual(['p1', 'p2', 'p3'].map((person) => ({ person, duty: 'handler' })));
  });

  it.each(['yes', 'no'])('chooses the state by the form: %s', (opinion) => {
    const reviewer = actor({ person: 'r', posts: ['reviewer'] });
    const { outcome } = decide(law, file({ state: 'reported', action: 'review', form: { opinion }, actor: reviewer }));
    expect(outcome?.state).toBe({ yes: 'reviewed', no: 'clue' }[opinion]);
  });

  it('keeps the state and opens no task where the action stays', () => {
    const system = actor({ person: 'system', posts: [] });
    const { outcome } = decide(law, file({ state: 'reported', action: 'note', actor: system }));
    expect(outcome).toMatchObject({ state: 'reported', leavesState: false, tasks: [], duties: [] });
  });

  it('throws on an action the procedure does not have', () => {
    expect(() => decide(law, file({ action: 'nothing' }))).toThrow(RangeError);
  });
});

describe('duties', () => {
  const by = (person: string, posts: string[]) => actor({ person, posts });

  it('asks a handler to be named in the case, other duties only for the post', () => {
    expect(ruleIds(file({ action: 'report', form: { amount: 1 }, actor: by('p9', ['handler']) }))).toEqual(['not-your-duty']);
    expect(ruleIds(file({ state: 'reviewed', action: 'finish', actor: by('p9', ['approver']) }))).toEqual([]);
  });

  it('lets neither a person do what the system does nor the system what a person does', () => {
    expect(ruleIds(file({ action: 'note', actor: by('p1', ['handler']) }))).toEqual(['not-your-duty']);
    expect(ruleIds(file({ state: 'reviewed', action: 'finish', actor: by('system', ['approver']) }))).toEqual(['not-your-duty']);
  });

  it('shows nothing to do to who is recused', () => {
    const duties = [{ person: 'p1', duty: 'handler' }, { person: 'p2', duty: 'handler' }, { person: 'p1', duty: 'recused' }];
    expect(ruleIds(file({ action: 'report', form: { amount: 1 }, duties }))).toEqual(['recused']);
  });

  it.each(fixedForbiddenPairs.map((pair) => [pair.one, pair.other]))('never lets one person be %s and %s', (one, other) => {
    for (const [held, taken] of [[one, other], [other, one]]) {
      const table = { ...procedure, actions: { ...procedure.actions, act: { title: '办', from: ['clue'], to: '=', by: taken, needs: [], form } } };
      const asked = file({ action: 'act', actor: by('p1', [taken]), duties: [{ person: 'p1', duty: held }] });
      const answer = decide({ ...law, procedure: table }, asked);
      expect(answer.refusals?.map((refusal) => refusal.rule)).toEqual(['incompatible-duty']);
    }
  });

  it('refuses to hand a duty to who holds an incompatible one', () => {
    const duties = [{ person: 'p3', duty: 'reviewer' }];
    const asked = file({ state: '', action: 'register', form: { handlers: ['p1', 'p3'] }, duties });
    expect(ruleIds(asked)).toEqual(['incompatible-duty']);
  });
});

describe('the state x action matrix', () => {
  const states = Object.keys(procedure.states);
  const cells = Object.keys(procedure.actions).flatMap((action) => states.map((state) => [action, state] as const));

  it.each(cells)('%s in %s', (action, state) => {
    const spec = procedure.actions[action];
    const person = spec.by === 'system' ? 'system' : spec.by === 'handler' ? 'p1' : 'other';
    const form = { amount: 1, opinion: 'yes', handlers: ['p1', 'p2'] };
    const open = spec.from.includes(state) || (spec.from.includes('*') && !procedure.states[state].final);
    expect(ruleIds(file({ state, action, form, actor: actor({ person, posts: [spec.by] }) }))).toEqual(open ? [] : ['not-in-state']);
  });
});

describe('allowedActions', () => {
  it('folds the table for this state and leaves out rules that read the form', () => {
    const offered = allowedActions(law, file({ action: '' }));
    expect(offered.map(({ action, allowed }) => ({ action, allowed }))).toEqual([{ action: 'report', allowed: true }]);
  });

  it('tells every unmet condition of what is not allowed', () => {
    const [offer] = allowedActions(law, file({ action: '', duties: [{ person: 'p1', duty: 'handler' }] }));
    expect(offer.refusals.map((refusal) => refusal.rule)).toEqual(['two-officers']);
  });
});

describe('checkProcedure', () => {
  const known: KnownWords = {
    rules: new Set(law.rules.keys()),
    clocks: new Set(['TERM', 'BIG', 'OTHER']),
    documents: new Set(['paper']),
    tallies: new Set(['reported']),
    duties: new Set(['handler', 'reviewer', 'approver']),
    effects: new Set(['review/submit']),
  };
  const faults = (over: Partial<Procedure>): string[] => checkProcedure({ ...procedure, ...over }, known).map((fault) => fault.message);
  const withAction = (name: string, over: object) => ({ actions: { ...procedure.actions, [name]: { ...procedure.actions[name], ...over } } });

  it('finds nothing in a sound table', () => {
    expect(faults({})).toEqual([]);
  });

  it.each([
    ['no state nowhere', withAction('report', { to: 'nowhere' })],
    ['no state typo', withAction('report', { from: ['typo'] })],
    ['unknown rule x', withAction('report', { needs: ['x'] })],
    ['unknown clock x', withAction('finish', { clocks: { stop: ['x'] } })],
    ['unknown clock x', withAction('finish', { clocks: { stop: [{ rule: 'x', when: 'big' }] } })],
    ['unknown rule x', withAction('finish', { clocks: { stop: [{ rule: 'TERM', when: 'x' }] } })],
    ['unknown document x', withAction('finish', { documents: ['x'] })],
    ['unknown tally x', withAction('finish', { tallies: [{ kind: 'x', day: '$acted.day' }] })],
    ['unknown effect review/x', withAction('finish', { effects: [{ feature: 'review', kind: 'x', payload: {} }] })],
    ['unknown duty x', withAction('finish', { by: 'x' })],
    ['no action x', { opening: 'x' }],
  ])('says: %s', (message, over) => {
    expect(faults(over)).toContain(message);
  });

  it('finds a state that nobody reaches, even when others are sound', () => {
    expect(faults({ states: { ...procedure.states, lost: { title: '孤立', stage: '执行', final: true } } })).toEqual(['state lost is never reached']);
  });

  it('finds a state without exit', () => {
    const { finish, ...actions } = procedure.actions;
    expect(finish.title).toBe('办结');
    expect(faults({ actions })).toEqual(expect.arrayContaining(['state reviewed has no exit', 'state done is never reached']));
  });

  it('finds an action that starts from no state and is not the opening one', () => {
    expect(faults(withAction('finish', { from: [] }))).toContain('only the opening action may start from no state');
  });
});
