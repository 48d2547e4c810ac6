import { fenOf, yuanOf } from './money';

it.each([
  [6_000_000, '60000'],
  [50, '0.5'],
  [12_305, '123.05'],
  [0, '0'],
])('%d fen are %s yuan, and back', (fen, yuan) => {
  expect(yuanOf(fen)).toBe(yuan);
  expect(fenOf(yuan)).toBe(fen);
});

it.each(['', '-1', '1.234', '一百', '1e3', '1,000'])('%j is no amount', (typed) => {
  expect(fenOf(typed)).toBeNull();
});

it('does not lose a fen to binary fractions', () => {
  expect(fenOf('1.10')).toBe(110);
  expect(fenOf('4.35')).toBe(435);
  expect(fenOf('999999999999.99')).toBe(99_999_999_999_999);
});
