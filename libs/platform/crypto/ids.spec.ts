import { validate, version } from 'uuid';
import { idOf, newToken, newTraceId, SystemEntropy } from './ids';

it('gives ids that sort as they were made', () => {
  const entropy = new SystemEntropy();
  const ids = Array.from({ length: 2000 }, () => entropy.id());
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(2000);
  expect(version(ids[0])).toBe(7);
});

it('gives the same parts the same id, and other parts another', () => {
  expect(idOf('case', 'a', 'b')).toBe(idOf('case', 'a', 'b'));
  expect(new Set([idOf('ab'), idOf('a', 'b'), idOf('a,b'), idOf('a', ''), idOf('a')]).size).toBe(5);
  expect(validate(idOf('x')) && version(idOf('x'))).toBe(8);
});

it('gives secrets of the length asked for', () => {
  expect(newToken()).toMatch(/^[\w-]{43}$/);
  expect(newToken(16)).not.toBe(newToken(16));
  expect(newTraceId()).toMatch(/^[0-9a-f]{32}$/);
  expect(new SystemEntropy().salt()).toHaveLength(32);
});
