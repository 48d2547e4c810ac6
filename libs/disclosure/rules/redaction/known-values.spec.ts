import { maskedName, parseKnown } from './known-values';

it.each([['张虚构', '张**'], ['欧阳虚构', '欧阳**'], ['阿依云·买买提', '阿**']])('masks %s as %s', (name, masked) => {
  expect(maskedName(name, '**')).toBe(masked);
});

it('takes known values of the right shape', () => {
  const input = { persons: [{ name: '张虚构', role: 'party', phone: '' }, {}], values: ['云上一号'] };
  expect(parseKnown(input)).toEqual({ known: input, faults: [] });
  expect(parseKnown({})).toEqual({ known: { persons: [], values: [] }, faults: [] });
});

it.each([
  [null, 'JSON 对象'],
  [[], 'JSON 对象'],
  [{ people: [] }, 'people'],
  [{ persons: {} }, '数组'],
  [{ persons: ['张虚构'] }, 'persons[0]'],
  [{ persons: [{ role: 'judge' }] }, 'persons[0] role'],
  [{ persons: [{ nam: '张虚构' }] }, 'nam'],
  [{ persons: [{ name: 3 }] }, 'name 须为文本'],
  [{ persons: [{ name: '张' }] }, '少于两个字符'],
  [{ values: ['a'] }, 'values[0]'],
  [{ values: [12] }, 'values[0]'],
  [{ values: ['\u200b\u200b'] }, 'values[0]'],
])('refuses %j', (input, told) => {
  expect(parseKnown(input).faults.join()).toContain(told);
});
