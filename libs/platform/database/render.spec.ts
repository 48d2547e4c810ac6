import fc from 'fast-check';
import pg from 'pg';
import { json, sql } from '../ports';
import { render } from './render';

const rendered = (value: Parameters<typeof sql>[1]): string => render(sql`${value}`);

describe('render', () => {
  it('escapes text exactly as the driver does', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^['"\\;a]*$/));
    fc.assert(
      fc.property(text, (one) => {
        fc.pre(!one.includes('\0'));
        expect(rendered(one)).toBe(pg.escapeLiteral(one));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    [null, 'NULL'],
    [undefined, 'NULL'],
    [true, 'true'],
    [-1.5, '-1.5'],
    [10n, '10'],
    ["o'hara", "'o''hara'"],
    [['a"', 'b'], `array['a"','b']::text[]`],
    [[], 'array[]::text[]'],
    [json({ a: 'b' }), `'{"a":"b"}'::jsonb`],
    [new Date(0), "'1970-01-01T00:00:00.000Z'::timestamptz"],
    [sql`now(${1})`, 'now(1)'],
  ])('writes %p as %s', (value, text) => {
    expect(rendered(value)).toBe(text);
  });

  it.each([[Number.NaN], [Infinity], ['a\0b'], [['\0']]])('refuses %p', (value) => {
    expect(() => rendered(value)).toThrow(RangeError);
  });
});
