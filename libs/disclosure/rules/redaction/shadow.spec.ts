import fc from 'fast-check';
import { plainText, shadowOf, skeletonOf } from './shadow';

const shadow = (text: string) => shadowOf(plainText(text));

it.each([
  ['full width', '１３Ｘ，ａ', '13X,A'],
  ['invisible characters', '1\u200b3\u20608\ufeff', '138'],
  ['keycaps', '1\ufe0f\u20e33', '13'],
  ['other scripts', '٣𝟏९Х', '319X'],
  ['spaces and dashes', 'a\u3000b\u00a0c—d', 'A B C-D'],
])('writes %s plainly', (_, text, plain) => {
  expect(shadow(text).text).toBe(plain);
});

it('spells out long runs of numerals and nothing else', () => {
  expect(shadow('一三八〇〇〇〇一二三四').spelled).toBe('13800001234');
  expect(shadow('二〇二三年').spelled).toBe('二〇二三年');
  expect(shadow('张三13800000001').spelled).toBe('张三13800000001');
  expect(shadow('张三一三八零零零零零零零一').spelled).toBe('张三13800000001');
});

it('parts a list number in a circle from the digits behind it', () => {
  expect(shadow('①138').text.split('\u0002')).toEqual(['1', '138']);
});

it('maps every place to a stretch of the source, in order', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
    const { text: plain, spelled, from, to } = shadow(text);
    expect([from.length, to.length, spelled.length]).toEqual([plain.length, plain.length, plain.length]);
    for (let i = 0; i < plain.length; i += 1) {
      expect(from[i]).toBeLessThanOrEqual(to[i]);
      expect(to[i]).toBeLessThanOrEqual(text.length);
      expect(i === 0 || from[i] >= from[i - 1]).toBe(true);
    }
  }), { numRuns: 1000 });
});

it('drops separators, and leaves the asterisks of masked values', () => {
  expect(skeletonOf(shadow('张 · 三'), 'name').text).toBe('张三');
  expect(skeletonOf(shadow('138-0000 （0001'), 'number').text).toBe('13800000001');
  expect(skeletonOf(shadow('张**三'), 'name').text).toBe('张**三');
});
