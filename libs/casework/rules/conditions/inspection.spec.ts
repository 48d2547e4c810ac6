import type { CaseFile, JsonObject } from '@sanzhi/kernel';
import { findingReferable, findingsHandled } from './inspection';

const findings = [{ offence: '甲', violation: true }, { offence: '乙', violation: false }, { offence: '丙', violation: true }];
const file = (facts: JsonObject, form: JsonObject = {}): CaseFile => ({ case: { facts: { findings, ...facts } }, step: { form } }) as unknown as CaseFile;
const linked = (...refs: number[]): JsonObject => ({ linked: refs.map((ref) => ({ caseId: `c${ref}`, procedure: 'p', ref })) });

it.each<[string, JsonObject, JsonObject, RegExp | null]>([
  ['a violation', {}, { finding: 1, offence: '甲' }, null],
  ['what is none', {}, { finding: 2, offence: '乙' }, /不是应当立案/],
  ['what was not found', {}, { finding: 4, offence: '丁' }, /不是应当立案/],
  ['a violation once more', linked(1), { finding: 1, offence: '甲' }, /已形成线索（c1）/],
  ['another violation', linked(1), { finding: 3, offence: '丙' }, null],
  ['a violation under another name', {}, { finding: 3, offence: '甲' }, /填写的是“甲”/],
  ['anything where nothing was found', { findings: null }, { finding: 1, offence: '甲' }, /不是应当立案/],
])('G012, T42: refers %s', (_, facts, form, message) => {
  const answer = findingReferable.check(file(facts, form));
  if (message === null) expect(answer).toBeNull();
  else expect([answer?.message, answer?.cure]).toEqual([expect.stringMatching(message), expect.stringMatching(/./)]);
});

it.each<[string, JsonObject, boolean]>([
  ['no violation has a case', {}, false],
  ['one of two has', linked(1), false],
  ['all have', linked(3, 1), true],
  ['there is none and nobody looked again', { findings: [findings[1]] }, false],
  ['there is none and it is not mended', { findings: [findings[1]], recheck: { result: 'not-mended' } }, false],
  ['there is none and it is mended', { findings: [findings[1]], recheck: { result: 'mended' } }, true],
])('closes where %s: %j', (_, facts, holds) => {
  expect(findingsHandled.check(file(facts)) === null).toBe(holds);
});
