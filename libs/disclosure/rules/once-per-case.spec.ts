import type { CaseFile } from '@sanzhi/kernel';
import { oncePerCase } from './once-per-case';
import type { PublicVersion } from './public-version';

const file = { case: { facts: {}, number: 'n' }, parameters: {}, duties: [], slices: { identity: {}, organ: {} } } as unknown as CaseFile;
const item = { id: 'c/decision', document: 'penalty-decision' };

it.each([
  ['the same file', file, item, 1],
  ['a copy of it for another step', { ...file, slices: { ...file.slices, numbers: {} } }, item, 1],
  ['other parameters', { ...file, parameters: {} }, item, 2],
  ['other duties', { ...file, duties: [] }, item, 2],
  ['other officers', { ...file, slices: { ...file.slices, identity: {} } }, item, 2],
  ['other facts', { ...file, case: { ...file.case, facts: {} } }, item, 2],
  ['another item', file, { ...item, id: 'c/other' }, 2],
])('%s', (_what, other, otherItem, times) => {
  const made: string[] = [];
  const make = oncePerCase((_file, { id }) => ({ sha256: id + made.push(id) }) as PublicVersion);
  make(file, item);
  expect(make(other as CaseFile, otherItem).sha256).toBe(`${otherItem.id}${times}`);
  expect(made).toHaveLength(times);
});
