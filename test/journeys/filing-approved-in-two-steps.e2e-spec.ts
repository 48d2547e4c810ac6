import { Dossier } from '../office/dossier';
import { Office } from '../office/office';

jest.setTimeout(90_000);

let office: Office;
beforeAll(async () => {
  const people = [
    { login: 'section', kind: 'person' as const, name: '示范科长', posts: ['section-head'] },
    { login: 'both', kind: 'person' as const, name: '示范兼任', posts: ['section-head', 'approver'] },
  ];
  office = await Office.open({ at: '2023-03-01T09:00:00+08:00', people });
});
afterAll(() => office.close());

const AGREE = { opinion: '同意立案。' };

it('verifies the clue, and files on none that is unfounded', async () => {
  const file = await Dossier.register(office);
  await file.act('handler1', 'verify-clue', { result: 'unfounded', findings: '经核实，反映的情况不属实。' });
  expect(await file.refusal('handler1', 'file-case', { reason: '有初步证据。' })).toEqual(['clue-verified-where-required']);
  await file.act('handler1', 'verify-clue', { result: 'founded', findings: '补充核实后，发现处方两张。' });
  await file.act('handler1', 'file-case', { reason: '有初步证据。' });
  expect((await file.view()).case.facts.verification).toMatchObject({ result: 'founded', on: '2023-03-01' });
});

it('takes two acts of two people: the head of the section, then the head of the organ', async () => {
  const file = await Dossier.register(office);
  await file.act('handler1', 'file-case', { reason: '有初步证据。' });
  expect(await file.refusal('head1', 'endorse-filing', AGREE)).toEqual(['not-your-duty']);
  await file.act('both', 'endorse-filing', AGREE);
  expect(await file.refusal('both', 'approve-filing', AGREE)).toEqual(['incompatible-duty']);
  await file.act('head1', 'approve-filing', AGREE);
  expect(await file.state()).toBe('investigating');
  expect((await file.actions()).slice(-2)).toEqual(['endorse-filing', 'approve-filing']);
});
