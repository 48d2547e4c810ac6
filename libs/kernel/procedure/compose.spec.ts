import { composeProcedure, type WrittenAction, type WrittenPart, type WrittenProcedure } from './compose';

const form = { type: 'object', properties: {}, examples: [{}] };
const act = (over: Partial<WrittenAction> = {}): WrittenAction => ({ title: '办理', from: 'open', to: '=', by: 'handler', needs: [], form, ...over });
const own: WrittenProcedure = {
  id: 'tiny', title: '示例', basis: '示例法', validFrom: '2021-07-15', opening: 'register',
  states: { open: { title: '办理中', stage: '启动' }, done: { title: '办结', stage: '执行', final: true } },
  parts: ['shared@2021-07-15'],
  groups: { all: ['open', 'done'] },
  words: { procedure: 'ordinary' },
  actions: { register: act({ from: [] }) },
};
const shared = (over: Partial<WrittenPart> = {}): ReadonlyMap<string, WrittenPart> =>
  new Map([['shared@2021-07-15', { part: 'shared', validFrom: '2021-07-15', actions: { note: act({ from: '$all' }) }, ...over }]]);
const messages = (written: WrittenProcedure, parts: ReadonlyMap<string, WrittenPart>): unknown[] =>
  composeProcedure(written, parts).problems.map(({ part, path, message }) => [part, path.join('.'), message]);

describe('composeProcedure', () => {
  it('puts the actions of its parts behind its own, with their origin, and keeps no word of composing', () => {
    const { procedure, origin, problems } = composeProcedure(own, shared());
    expect(problems).toEqual([]);
    expect(Object.keys(procedure.actions)).toEqual(['register', 'note']);
    expect(procedure.actions.note.from).toEqual(['open', 'done']);
    expect([...origin]).toEqual([['actions/note', 'shared@2021-07-15']]);
    expect(Object.keys(procedure).sort()).toEqual(['actions', 'basis', 'id', 'opening', 'states', 'title', 'validFrom', 'version']);
  });

  it('fills in words where templates stand, forms and their fields where forms stand', () => {
    const note = act({ form: '$noted', tallies: [{ kind: 'k', day: '$acted.day', dims: { procedure: '$word.procedure', who: '$form.who' } }] });
    const forms = { noted: { type: 'object', properties: { who: '$who' }, examples: [{ who: 'x' }] }, who: { type: 'string' } };
    const { procedure, problems } = composeProcedure(own, shared({ forms, actions: { note } }));
    expect(problems).toEqual([]);
    expect(procedure.actions.note.form).toEqual({ type: 'object', properties: { who: { type: 'string' } }, examples: [{ who: 'x' }] });
    expect(procedure.actions.note.tallies?.[0].dims).toEqual({ procedure: 'ordinary', who: '$form.who' });
  });

  it('takes states and groups from parts, and cites the articles of its own day', () => {
    const { states, groups, ...bare } = own;
    const table = new Map([...shared(), ['table@2021-07-15', { part: 'table', validFrom: '2021-07-15', states, groups }] as const]);
    const whole = { ...bare, parts: ['table@2021-07-15', 'shared@2021-07-15'], bases: { note: '旧法' } };
    const { procedure, origin, problems } = composeProcedure(whole, table);
    expect(problems).toEqual([]);
    expect(Object.keys(procedure.states)).toEqual(['open', 'done']);
    expect(procedure.actions.note).toMatchObject({ basis: '旧法', from: ['open', 'done'] });
    expect(origin.get('states/open')).toBe('table@2021-07-15');
    expect(messages({ ...whole, bases: { nothing: '旧法' } }, table)).toEqual([[null, 'bases.nothing', 'no action nothing']]);
    expect(messages({ ...whole, states: { open: own.states!.open } }, table)).toEqual([['table@2021-07-15', 'states.open', 'state open is given twice']]);
  });

  it('opens a final state to the actions that lead out of it', () => {
    const states = { ...own.states, done: { ...own.states!.done, reopenedBy: ['note'] } };
    const { procedure } = composeProcedure({ ...own, states }, shared({ actions: { note: act(), other: act() } }));
    expect([procedure.actions.note.from, procedure.actions.other.from]).toEqual([['open', 'done'], ['open']]);
  });

  it('names what is unknown and what is given twice, and where', () => {
    expect(messages({ ...own, parts: ['other@2021-07-15'] }, shared())).toEqual([[null, 'parts.0', 'no part other@2021-07-15']]);
    expect(messages({ ...own, groups: {} }, shared())).toEqual([['shared@2021-07-15', 'actions.note.from', 'no group all']]);
    const odd = act({ form: '$none', facts: { a: ['$word.none'] } });
    expect(messages(own, shared({ actions: { note: odd } }))).toEqual([
      ['shared@2021-07-15', 'actions.note.facts.a.0', 'no word none'],
      ['shared@2021-07-15', 'actions.note.form', 'no form none'],
    ]);
    const twice = shared({ actions: { register: act() }, forms: { f: form } });
    expect(messages({ ...own, forms: { f: form } }, twice)).toEqual([
      ['shared@2021-07-15', 'forms.f', 'form f is given twice'],
      ['shared@2021-07-15', 'actions.register', 'action register is given twice'],
    ]);
  });
});
