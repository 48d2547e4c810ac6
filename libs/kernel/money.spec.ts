import fc from 'fast-check';
import { formatChineseCapital, formatWan, formatYuan, parseYuan, percentText, ratioText, shareFen, sumFen } from './money';

describe('money', () => {
  it.each([
    ['1234.5', 123450],
    ['0', 0],
    ['0.05', 5],
    ['896546', 89654600],
    ['90071992547409.91', Number.MAX_SAFE_INTEGER],
  ])('reads %s yuan', (text, fen) => {
    expect(parseYuan(text)).toBe(fen);
  });

  it.each(['', '1,234', '1.234', '-1', '+1', '.5', '5.', '01', '1e3', ' 1', '１', '90071992547409.92'])(
    'does not read %j',
    (text) => {
      expect(parseYuan(text)).toBeNull();
    },
  );

  it('writes yuan as it reads them', () => {
    expect([0, 5, 50, 100, 123450, -150].map(formatYuan)).toEqual(['0', '0.05', '0.5', '1', '1234.5', '-1.5']);
    fc.assert(fc.property(fc.maxSafeNat(), (fen) => expect(parseYuan(formatYuan(fen))).toBe(fen)));
  });

  it.each([
    [89654600, 2, '89.65'],
    [89654600, 4, '89.6546'],
    [500000, 0, '1'],
    [499999, 0, '0'],
    [5000, 2, '0.01'],
    [4999, 2, '0.00'],
    [-5000, 2, '-0.01'],
  ])('writes %i fen with %i decimals as %s wan yuan', (fen, decimals, text) => {
    expect(formatWan(fen, decimals)).toBe(text);
  });

  it.each([
    [0, '零元整'],
    [12000000, '壹拾贰万元整'],
    [1000, '壹拾元整'],
    [10000500, '壹拾万零伍元整'],
    [105, '壹元零伍分'],
    [150, '壹元伍角整'],
    [155, '壹元伍角伍分'],
    [5, '伍分'],
    [50, '伍角整'],
    [89654600, '捌拾玖万陆仟伍佰肆拾陆元整'],
    [1070000000, '壹仟零柒拾万元整'],
    [10000500000, '壹亿零伍仟元整'],
    [100000000000000, '壹万亿元整'],
    [120000000000000, '壹万贰仟亿元整'],
    [100500, '壹仟零伍元整'],
  ])('writes %i fen in capitals as %s', (fen, text) => {
    expect(formatChineseCapital(fen)).toBe(text);
  });

  it('has no capitals for a negative amount', () => {
    expect(() => formatChineseCapital(-1)).toThrow(RangeError);
  });

  it('rounds ratios half up', () => {
    expect(ratioText(1, 3, 2)).toBe('0.33');
    expect(ratioText(1, 8, 2)).toBe('0.13');
    expect(ratioText(-1, 8, 2)).toBe('-0.13');
    expect(ratioText(7, 1, 0)).toBe('7');
    expect(percentText(133, 3898, 2)).toBe('3.41');
    expect(percentText(1, 0, 1)).toBeNull();
    expect(ratioText(1, 0, 1)).toBeNull();
  });

  it('takes shares half up: 3% of 0.50 yuan is 2 fen', () => {
    expect(shareFen(50, 3, 100)).toBe(2);
    expect(shareFen(7200000, 3, 100)).toBe(216000);
  });

  it('never leaves the safe integers', () => {
    expect(() => sumFen([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError);
    expect(() => sumFen([0.5])).toThrow(RangeError);
    expect(() => shareFen(Number.MAX_SAFE_INTEGER, 2, 1)).toThrow(RangeError);
    expect(() => formatWan(Number.NaN, 2)).toThrow(RangeError);
    expect(sumFen([1, 2, 3])).toBe(6);
  });
});
