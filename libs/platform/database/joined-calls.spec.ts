import { json, sql } from '../ports';
import { joinedCalls } from './joined-calls';
import { prepared } from './prepared';

const texts = (...statements: Parameters<typeof joinedCalls>[0]): string[] => joinedCalls(statements).map((one) => prepared(one).text);

describe('joined calls', () => {
  it('puts neighbours into one select, in their order and with their values', () => {
    const [one, ...more] = joinedCalls([sql`select a.f(${1}, ${'x'})`, sql`select b.g(${json({ y: 1 })})`]);
    expect(more).toEqual([]);
    expect(prepared(one)).toMatchObject({ text: 'select a.f($1, $2), b.g($3::jsonb)', values: ['1', 'x', '{"y":1}'] });
  });

  it('leaves everything else where it stands', () => {
    const insert = sql`insert into t.u values (${1})`;
    expect(texts(sql`select a.f(${1})`, insert, sql`select b.g(${2})`)).toEqual(['select a.f($1)', 'insert into t.u values ($1)', 'select b.g($1)']);
    expect(joinedCalls([])).toEqual([]);
  });

  it.each([
    [sql`select a.f(${1}) from t.u`],
    [sql`select a.f(${1}), a.f(${2})`],
    [sql`select a.f(${1}, 'late', ${2})`],
    [sql`select a.f(${sql`b.g(${1})`})`],
    [sql`select now()`],
  ])('takes for a call only what is one: %p', (other) => {
    expect(texts(sql`select a.f(${1})`, other)).toHaveLength(2);
  });
});
