import { sql, type Sql, type Unit } from '@sanzhi/platform/ports';
import { FlushedUnit, roundsOf } from './rounds';

it('puts rows of one key into turns, in their order', () => {
  const rows = ['a1', 'b1', 'a2', 'c1', 'a3', 'b2'];
  expect(roundsOf(rows, (row) => row[0])).toEqual([['a1', 'b1', 'c1'], ['a2', 'b2'], ['a3']]);
  expect(roundsOf([], String)).toEqual([]);
});

it('sends what was written when it is flushed, and leaves the rest to the commit', async () => {
  const sent: Sql[][] = [];
  const left: Sql[] = [];
  const unit: Unit = { load: (...statements) => (sent.push(statements), Promise.resolve([])), write: (...statements) => void left.push(...statements), refuse: () => undefined };
  const flushed = new FlushedUnit(unit);
  const [one, two, three] = [sql`select 1`, sql`select 2`, sql`select 3`];
  flushed.write(one, two);
  await flushed.flush();
  await flushed.flush();
  flushed.write(three);
  flushed.hand();
  expect([sent, left]).toEqual([[[one, two]], [three]]);
});
