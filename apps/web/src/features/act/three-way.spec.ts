import { idOf, into, valueAt, withValue } from './pointer';
import { differences, merged } from './three-way';

const before = { draft: { fineFen: 300000, basis: '第五十四条', kinds: ['罚款'] }, note: null };

it('asks about what others changed while one had something else', () => {
  const mine = { draft: { fineFen: 500000, basis: '第五十四条', kinds: ['罚款'] }, note: '我的' };
  const theirs = { draft: { fineFen: 600000, basis: '第五十五条', kinds: ['罚款'] }, note: null };
  expect(differences(before, mine, theirs)).toEqual([
    { pointer: '/draft/fineFen', before: 300000, mine: 500000, theirs: 600000 },
    { pointer: '/draft/basis', before: '第五十四条', mine: '第五十四条', theirs: '第五十五条' },
  ]);
});

it('asks nothing about what only one side changed to the same, or nobody did', () => {
  expect(differences(before, { ...before, note: '我的' }, before)).toEqual([]);
  const both = { ...before, note: '一样' };
  expect(differences(before, both, both)).toEqual([]);
});

it('compares lists as a whole', () => {
  const mine = { draft: { ...before.draft, kinds: ['罚款', '警告'] } };
  const theirs = { draft: { ...before.draft, kinds: ['警告'] } };
  expect(differences(before, mine, theirs)).toEqual([
    { pointer: '/draft/kinds', before: ['罚款'], mine: ['罚款', '警告'], theirs: ['警告'] },
  ]);
});

it('keeps mine everywhere but where theirs was chosen', () => {
  const mine = { draft: { fineFen: 1, basis: '我' }, note: '我的' };
  const found = differences({ draft: { fineFen: 0, basis: '' }, note: null }, mine, { draft: { fineFen: 2, basis: '他' }, note: null });
  expect(merged(mine, found, { '/draft/basis': 'theirs', '/draft/fineFen': 'mine' })).toEqual({ draft: { fineFen: 1, basis: '他' }, note: '我的' });
});

it('proposes theirs where the writer had touched nothing', () => {
  const mine = { touched: 2, untouched: 1 };
  const found = differences({ touched: 1, untouched: 1 }, mine, { touched: 3, untouched: 4 });
  expect(merged(mine, found, {})).toEqual({ touched: 2, untouched: 4 });
});

it('finds and changes values by pointer, leaving the rest as it is', () => {
  const value = { list: [{ 'a/b': 1 }, { 'a/b': 2 }], other: {} };
  expect(valueAt(value, '/list/1/a~1b')).toBe(2);
  expect(valueAt(value, '/list/9/x')).toBeUndefined();
  const next = withValue(value, '/list/1/a~1b', 3) as typeof value;
  expect(next.list[1]).toEqual({ 'a/b': 3 });
  expect(next.other).toBe(value.other);
  expect(into('/list/0', 'a/b')).toBe('/list/0/a~1b');
  expect(idOf('/draft/evidence/0/title')).toBe('field-draft-evidence-0-title');
});
