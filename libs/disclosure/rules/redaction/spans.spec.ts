import fc from 'fast-check';
import type { RedactionSpan } from './profile';
import { applySpans, composeSpans } from './spans';

const spansOf = (length: number) =>
  fc.uniqueArray(fc.integer({ min: 0, max: length }), { maxLength: 8 }).chain((cuts) => {
    const places = [...cuts].sort((a, b) => a - b);
    const pairs = places.flatMap((start, i) => (i % 2 === 0 && i + 1 < places.length ? [[start, places[i + 1]]] : []));
    return fc.array(fc.constantFrom('', '#', '[---]'), { minLength: pairs.length, maxLength: pairs.length }).map((forms) =>
      pairs.map(([start, end], i): RedactionSpan => ({ start, end, rule: 'known', replacement: forms[i] })));
  });

it('replaces spans', () => {
  expect(applySpans('abcdef', [{ start: 1, end: 3, rule: 'known', replacement: '#' }])).toBe('a#def');
});

it('joins two rounds into one where the second does not touch what the first put in', () => {
  const text = 'abcdefghij';
  const first: RedactionSpan[] = [{ start: 2, end: 4, rule: 'known', replacement: '[---]' }];
  const second: RedactionSpan[] = [
    { start: 0, end: 1, rule: 'name', replacement: '' },
    { start: 8, end: 10, rule: 'name', replacement: '#' },
  ];
  expect(applySpans(text, composeSpans(first, second))).toBe(applySpans(applySpans(text, first), second));
});

it('stays sorted, apart and within the text for any two rounds', () => {
  const text = 'abcdefghijklmnop';
  const rounds = spansOf(text.length).chain((first) =>
    spansOf(applySpans(text, first).length).map((second) => ({ first, second })));
  fc.assert(fc.property(rounds, ({ first, second }) => {
    let last = 0;
    for (const { start, end } of composeSpans(first, second)) {
      expect(start).toBeGreaterThanOrEqual(last);
      expect(end).toBeGreaterThanOrEqual(start);
      last = end;
    }
    expect(last).toBeLessThanOrEqual(text.length);
  }), { numRuns: 2000 });
});
