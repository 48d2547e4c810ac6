import { isBankCard, isCreditCode, isIdCard15, isIdCard18 } from './checksums';

it.each(['990000199001010017', '99000019781231009X', '00000020120308113X', '11010519491231002X'])('takes the identity number %s', (text) => {
  expect(isIdCard18(text)).toBe(true);
});

it.each([
  ['another check mark', '990000199001010018'],
  ['no such day', '990000199002300014'],
  ['a day of the future', '990000210001010019'],
  ['a small x', '99000019781231009x'],
  ['17 digits', '99000019900101001'],
])('refuses an identity number with %s', (_, text) => {
  expect(isIdCard18(text)).toBe(false);
});

it('knows leap days', () => {
  const withMark = (body: string) => [...'0123456789X'].filter((mark) => isIdCard18(body + mark));
  expect(withMark('99000020000229001')).toHaveLength(1);
  expect(withMark('99000019000229001')).toHaveLength(0);
});

it('takes the old number of 15 digits by its day', () => {
  expect(isIdCard15('990000800101001')).toBe(true);
  expect(isIdCard15('990000801301001')).toBe(false);
});

it('takes card numbers by length, issuer digit and Luhn digit', () => {
  expect(isBankCard('6222000000000000012')).toBe(true);
  expect(isBankCard('6222000000000000013')).toBe(false);
  expect(isBankCard('4111111111111111')).toBe(true);
  expect(isBankCard('0000000000000000')).toBe(false);
  expect(isBankCard('62220000000012')).toBe(false);
});

it('takes credit codes of bodies by their check character', () => {
  expect(isCreditCode('91120199MA00000008')).toBe(true);
  expect(isCreditCode('91120199MA00000009')).toBe(false);
  expect(isCreditCode('121201999999999991')).toBe(true);
  expect(isCreditCode('99000019900101001I')).toBe(false);
});
