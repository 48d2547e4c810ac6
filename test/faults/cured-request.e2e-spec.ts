import { randomUUID } from 'node:crypto';
import type { Answer, Told } from '@sanzhi/testing';
import { Dossier } from '../office/dossier';
import { Office } from '../office/office';

jest.setTimeout(90_000);

let office: Office;
let file: Dossier;
beforeAll(async () => {
  office = await Office.open();
  file = await Dossier.register(office);
});
afterAll(() => office.close());

const GOOD = { form: { reason: '有初步证据，属于本机关管辖。' } };

async function send(json: object, wishes: { version?: string; caseId?: string } = {}): Promise<(string | number | undefined)[]> {
  const headers = { 'idempotency-key': randomUUID(), 'if-match': wishes.version ?? '"1"' };
  const answer: Answer<Told> = await office.seat('handler1').ask('POST', `/cases/${wishes.caseId ?? file.id}/actions/file-case`, { json, headers });
  return [answer.status, answer.body.code, ...(answer.body.errors ?? []).map(({ pointer }) => pointer)];
}

it('G101: a write of a bad format, for a case there is not, or of a version that is gone leaves nothing; the same one in order is taken', async () => {
  const before = await office.imprint();
  expect(await send({ form: { reason: 7 } })).toEqual([400, 'invalid', '/form/reason']);
  expect(await send({ form: {} })).toEqual([400, 'invalid', '/form/reason']);
  expect(await send(GOOD, { caseId: randomUUID() })).toEqual([404, 'not-found']);
  expect(await send(GOOD, { version: '"7"' })).toEqual([412, 'stale']);
  expect(await office.imprint()).toEqual(before);
  expect(await send(GOOD)).toEqual([200, undefined]);
  expect(await send(GOOD)).toEqual([412, 'stale']);
  expect((await file.view()).case.version).toBe(2);
});
