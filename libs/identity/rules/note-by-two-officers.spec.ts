import type { CaseFile } from '@sanzhi/kernel';
import { noteByTwoOfficers } from './note-by-two-officers';

const officers = ['a', 'b', 'c', 'stranger', 'twin'].map((id) => ({
  id, name: id, certificateNumber: id === 'twin' ? 'Z-a' : `Z-${id}`, certificateFrom: '2020-01-01', certificateUntil: id === 'c' ? '2026-06-09' : '2030-01-01', body: null,
}));
const signedBy = (signed: string[]): CaseFile =>
  ({
    case: { state: 'investigating' },
    duties: ['a', 'b', 'c', 'twin'].map((person) => ({ person, duty: 'handler' })),
    slices: { identity: { duties: [], officers, entrustments: [] } },
    step: { form: { officers: signed }, actor: { person: 'a', posts: ['handler'] }, actedOn: '2026-06-10' },
  }) as unknown as CaseFile;

it.each([
  ['two', ['a', 'b'], true],
  ['one', ['a'], false],
  ['one twice', ['a', 'a'], false],
  ['two with one certificate', ['a', 'twin'], false],
  ['one whose certificate has run out', ['a', 'c'], false],
  ['one who does not handle the case', ['a', 'stranger'], false],
])('L04: a note signed by %s', (_, signed, holds) => {
  const unmet = noteByTwoOfficers.check(signedBy(signed));
  expect(unmet === null).toBe(holds);
  if (unmet) expect(unmet.cure).toContain('两名以上');
});
