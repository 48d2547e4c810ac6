import type { CaseFile, Json } from '@sanzhi/kernel';
import { inspectionCapLoaded, inspectionWithinCap } from './inspection-cap';

interface Scene {
  cap?: Json;
  exempt?: Json;
  done?: string[];
  source?: string;
}

const file = ({ cap = 2, exempt = null, done = [], source = 'routine' }: Scene): CaseFile =>
  ({
    parameters: { 'inspection.yearlyCap': cap, 'inspection.capExempt': exempt },
    slices: { offences: { earlier: [], inspections: done } },
    step: { form: { plan: { source } } },
  }) as unknown as CaseFile;

it.each<[string, Scene, boolean]>([
  ['the first', {}, true],
  ['the last that the cap allows', { done: ['routine'] }, true],
  ['one more', { done: ['routine', 'joint'] }, false],
  ['any number where no cap is loaded', { cap: null, done: ['routine', 'joint', 'routine'] }, true],
  ['what is exempt', { exempt: ['complaint'], done: ['routine', 'joint'], source: 'complaint' }, true],
  ['one after those that are exempt', { exempt: ['complaint'], done: ['complaint', 'complaint', 'routine'] }, true],
  ['one that the pack does not exempt', { exempt: ['complaint'], done: ['routine', 'routine'], source: 'assigned' }, false],
])('plans %s', (_, scene, holds) => {
  expect(inspectionWithinCap.check(file(scene)) === null).toBe(holds);
});

it('says of every inspection that no cap is loaded, and stops none', () => {
  expect(inspectionCapLoaded.effect).toBe('defect');
  expect([inspectionCapLoaded.check(file({})), inspectionCapLoaded.check(file({ cap: null }))?.message]).toEqual([null, expect.stringContaining('未载入法定值')]);
});
