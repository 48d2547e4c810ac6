import { nextStop } from './arrow-keys';

it.each([
  ['ArrowDown', -1, 3, 0],
  ['ArrowUp', -1, 3, 2],
  ['ArrowDown', 1, 3, 2],
  ['ArrowDown', 2, 3, 2],
  ['ArrowUp', 0, 3, 0],
  ['Enter', 1, 3, null],
  ['ArrowDown', -1, 0, null],
])('%s from %d of %d leads to %s', (key, at, count, next) => {
  expect(nextStop(key, at, count)).toBe(next);
});
