import type { CaseView } from '../case';
import type { FieldSchema } from './schema';
import { begun, fresh, overtaken, sent } from './typing';

const schema: FieldSchema = {
  type: 'object',
  required: ['draft'],
  properties: { draft: { type: 'object', properties: { fineFen: { type: 'integer' }, basis: { type: 'string' } } }, note: { type: 'string' } },
};
const viewWith = (fineFen: number): CaseView => ({ case: { facts: { draft: { fineFen, basis: '第五十四条' } } }, slices: {} }) as unknown as CaseView;
const draftOf = (fineFen: number, caseVersion: number) => {
  const base = { draft: { fineFen: 300000, basis: '第五十四条' }, note: null };
  return { content: { ...fresh(base), form: { draft: { fineFen, basis: '第五十四条' }, note: '我的' } }, caseVersion };
};

it('begins with what the file says', () => {
  const { typed, version, isRestored } = begun(schema, { view: viewWith(300000), version: 4, draft: null });
  expect([typed.form, version, isRestored]).toEqual([{ draft: { fineFen: 300000, basis: '第五十四条' }, note: null }, 4, false]);
});

it('takes up a draft where the case stands still', () => {
  const { typed, isRestored, conflict } = begun(schema, { view: viewWith(300000), version: 4, draft: draftOf(500000, 4) });
  expect([typed.form, isRestored, conflict]).toEqual([{ draft: { fineFen: 500000, basis: '第五十四条' }, note: '我的' }, true, null]);
});

it('takes up a draft whose case has moved without touching it, under the new version', () => {
  const { version, conflict } = begun(schema, { view: viewWith(300000), version: 5, draft: draftOf(500000, 4) });
  expect([version, conflict]).toEqual([5, null]);
});

it('shows what others changed before a draft goes on', () => {
  const { version, typed, conflict } = begun(schema, { view: viewWith(600000), version: 5, draft: draftOf(500000, 4) });
  expect(version).toBe(4);
  expect(typed.form).toMatchObject({ note: '我的' });
  expect(conflict).toMatchObject({ version: 5, found: [{ pointer: '/draft/fineFen', before: 300000, mine: 500000, theirs: 600000 }] });
});

it('compares an overtaken form with the case as it is', () => {
  const { found } = overtaken(schema, fresh({ draft: { fineFen: 300000, basis: '第五十四条' }, note: null }), { view: viewWith(1), version: 9 });
  expect(found).toEqual([{ pointer: '/draft/fineFen', before: 300000, mine: 300000, theirs: 1 }]);
});

it('sends what was done on paper with its day and its proof', () => {
  const typed = { ...fresh({ draft: { fineFen: 1, basis: '' }, note: null }), paper: { isPaper: true, actedAt: '2023-03-01T09:00', proof: '原件第3页' } };
  expect(sent(typed, schema)).toEqual({ form: { draft: { fineFen: 1 } }, actedAt: '2023-03-01T09:00:00+08:00', proof: { paper: '原件第3页' } });
  expect(sent({ ...typed, paper: { ...typed.paper, isPaper: false } }, schema)).toEqual({ form: { draft: { fineFen: 1 } } });
});
