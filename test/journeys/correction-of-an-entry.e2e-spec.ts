import { Dossier } from '../office/dossier';
import { CLINIC, SMALL } from '../office/forms';
import { Office } from '../office/office';
import { toNotified } from '../office/ordinary-road';

jest.setTimeout(90_000);

const RIGHT_NAME = '示例口腔门诊部（002号）';
const request = { seq: 1, fact: 'party.name', value: RIGHT_NAME, reason: '录入笔误' };

let office: Office;
let file: Dossier;
beforeAll(async () => {
  office = await Office.open();
  file = await Dossier.register(office);
  await toNotified(file, SMALL);
});
afterAll(() => office.close());

const nameNow = async (): Promise<unknown> => ((await file.view()).case.facts.party as { name: string }).name;

it('changes nothing when it is asked for', async () => {
  expect(await file.refusal('head1', 'approve-correction', { opinion: '同意。' })).toEqual(['correction-requested']);
  await file.act('handler1', 'request-correction', request);
  expect(await nameNow()).toBe(CLINIC.name);
});

it('is approved by another than who asked, and by no handler', async () => {
  expect(await file.refusal('handler1', 'approve-correction', { opinion: '同意。' })).toEqual(['incompatible-duty']);
  await file.act('head1', 'approve-correction', { opinion: '同意更正。' });
  expect(await nameNow()).toBe(RIGHT_NAME);
});

it('leaves the entry that was wrong as it was written, and the state where it was', async () => {
  const record = await file.record();
  expect(record[0].payload?.form).toMatchObject({ party: { name: CLINIC.name } });
  expect(record.slice(-2).map((entry) => [entry.action, entry.payload?.state])).toEqual([
    ['request-correction', 'notified'], ['approve-correction', 'notified'],
  ]);
  expect(record.at(-2)?.payload?.form).toEqual(request);
  expect(await office.verify(file.id)).toMatchObject({ ok: true, entries: record.length });
});

it('is spent with its approval', async () => {
  expect(await file.refusal('head1', 'approve-correction', { opinion: '同意。' })).toEqual(['correction-requested']);
});

it.each([
  ['what was signed', { ...request, fact: 'draft.fineFen', value: 1 }],
  ['what was told to the party', { ...request, fact: 'notice.fineFen', value: 1 }],
  ['what is not there', { ...request, fact: 'party.nickname' }],
  ['what is not one value', { ...request, fact: 'party' }],
  ['an entry that is not there', { ...request, seq: 99 }],
])('does not reach %s', async (_, form) => {
  const before = await office.imprint();
  expect(await file.refusal('handler1', 'request-correction', form)).toEqual(['correctable-fact']);
  expect(await office.imprint()).toEqual(before);
});
