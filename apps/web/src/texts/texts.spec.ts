import { en } from './en';
import { zhCN } from './zh-cn';

/** Every key with the kind of what stands there, as `desk.count: function`. */
function keysOf(words: object, path = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) => {
    const at = path ? `${path}.${key}` : key;
    return typeof value === 'object' && value !== null ? keysOf(value, at) : [`${at}: ${typeof value}`];
  });
}

const textsOf = (words: object): string[] =>
  Object.values(words).flatMap((value) => (typeof value === 'string' ? [value] : typeof value === 'function' ? [] : textsOf(value as object)));

it('says everything in both languages, in the same places', () => {
  expect(keysOf(en)).toEqual(keysOf(zhCN));
});

it('leaves no word empty, and no English word in the Chinese file', () => {
  for (const words of [zhCN, en]) expect(textsOf(words).filter((text) => text.trim() === '')).toEqual([]);
  const allowed = /Ctrl\+P|demo-accounts\.json|^English$|\//;
  expect(textsOf(zhCN).filter((text) => /[A-Za-z]{3,}/.test(text) && !allowed.test(text))).toEqual([]);
});

it('says nothing in Chinese in the English file but the way back', () => {
  expect(textsOf(en).filter((text) => /\p{Script=Han}/u.test(text))).toEqual(['中文']);
});
