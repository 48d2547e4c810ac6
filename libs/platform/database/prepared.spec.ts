import { joined, json, name, sql } from '../ports';
import { prepared } from './prepared';

describe('prepared', () => {
  it('keeps values apart from the text', () => {
    const { text, values } = prepared(sql`select * from t where a = ${"o'hara"} and b = ${1}`);
    expect(text).toBe('select * from t where a = $1 and b = $2');
    expect(values).toEqual(["o'hara", '1']);
  });

  it('numbers the values of nested parts on', () => {
    const parts = joined([sql`f(${1}) as ${name('one')}`, sql`g(${2}) as ${name('two')}`]);
    expect(prepared(sql`select ${0}, ${parts}, ${3}`)).toMatchObject({
      text: 'select $1, f($2) as one, g($3) as two, $4',
      values: ['0', '1', '2', '3'],
    });
  });

  it.each([
    [json({ a: "'" }), '$1::jsonb', `{"a":"'"}`],
    [json(undefined), '$1::jsonb', 'null'],
    [new Date(0), '$1::timestamptz', '1970-01-01T00:00:00.000Z'],
    [['a', 'b'], '$1::text[]', '{"a","b"}'],
    [['a"b', 'c\\d', ''], '$1::text[]', '{"a\\"b","c\\\\d",""}'],
    [true, '$1', 'true'],
    [10n, '$1', '10'],
    [undefined, '$1', null],
    [null, '$1', null],
  ])('tells the type of %p', (value, place, given) => {
    const { text, values } = prepared(sql`${value}`);
    expect(text).toBe(place);
    expect(values).toEqual([given]);
  });

  it('names the same text alike', () => {
    const one = prepared(sql`select ${1} as same`);
    expect(one.name).toBe(prepared(sql`select ${2} as same`).name);
    expect(one.name).not.toBe(prepared(sql`select ${2} as other`).name);
  });
});
