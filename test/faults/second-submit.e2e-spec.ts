import { randomUUID } from 'node:crypto';
import type { Answer, Seat } from '@sanzhi/testing';
import { Dossier } from '../office/dossier';
import { clueForm } from '../office/forms';
import { Office } from '../office/office';
import { expectInvariants } from './invariants';

jest.setTimeout(90_000);

let office: Office;
let handler: Seat;
let head: Seat;
beforeAll(async () => {
  office = await Office.open();
  [handler, head] = [office.seat('handler1'), office.seat('head1')];
});
afterAll(() => office.close());

const REASON = { reason: '有初步证据，属于本机关管辖。' };
const opening = () => clueForm([handler, office.seat('handler2')]);
const numbers = () => office.rows('select series, last_number from casework.number_series order by series');

async function filing(): Promise<Dossier> {
  const file = await Dossier.register(office);
  await file.act('handler1', 'file-case', REASON);
  return file;
}

it('F-18: gives the same answer again, for a new case and for an act, and does nothing again', async () => {
  const key = randomUUID();
  const first = await handler.open('penalty-ordinary', opening(), { key });
  const before = await office.imprint();
  const second = await handler.open('penalty-ordinary', opening(), { key });
  expect([second.status, second.body, second.headers.get('etag')]).toEqual([first.status, first.body, first.headers.get('etag')]);

  const file = await filing();
  const once = await head.act(file.id, 'approve-filing', { opinion: '同意。' }, { version: 2, key: 'a-1' });
  expect([once.status, once.body.case?.state]).toEqual([200, 'investigating']);
  await office.settle();
  const after = await office.imprint();
  const again = await head.act(file.id, 'approve-filing', { opinion: '同意。' }, { version: 2, key: 'a-1' });
  expect([again.status, again.body]).toEqual([200, once.body]);
  await office.settle();
  expect(await office.imprint()).toEqual(after);
  expect(after['casework.number_series']).not.toBe(before['casework.number_series']);
});

it('takes no number for a repeat', async () => {
  const file = await filing();
  await head.act(file.id, 'approve-filing', { opinion: '同意。' }, { version: 2, key: 'n-1' });
  const before = await numbers();
  for (let time = 0; time < 3; time += 1) await head.act(file.id, 'approve-filing', { opinion: '同意。' }, { version: 2, key: 'n-1' });
  expect(await numbers()).toEqual(before);
});

it('refuses the key for another body, another act, another case', async () => {
  const file = await filing();
  await head.act(file.id, 'approve-filing', { opinion: '同意。' }, { version: 2, key: 'b-1' });
  const other = await filing();
  const before = await office.imprint();
  const answers = [
    await head.act(file.id, 'approve-filing', { opinion: '不同意。' }, { version: 2, key: 'b-1' }),
    await head.act(file.id, 'decline-filing', { opinion: '同意。' }, { version: 2, key: 'b-1' }),
    await head.act(other.id, 'approve-filing', { opinion: '同意。' }, { version: 2, key: 'b-1' }),
  ];
  expect(answers.map(({ status, body }) => [status, body.code])).toEqual(answers.map(() => [422, 'idempotency-mismatch']));
  expect(await office.imprint()).toEqual(before);
});

it('is another key in the hands of another person', async () => {
  const file = await filing();
  await head.act(file.id, 'approve-filing', { opinion: '同意。' }, { version: 2, key: 'c-1' });
  const { status } = await handler.open('penalty-ordinary', opening(), { key: 'c-1' });
  expect(status).toBe(201);
});

it('does not keep a refusal: what was mended may come under the same key', async () => {
  const file = await Dossier.register(office);
  const wishes = { version: 1, key: 'd-1' };
  const refused = await office.seat('handler3').act(file.id, 'file-case', REASON, wishes);
  expect(refused.body.refusals?.map((refusal) => refusal.rule)).toEqual(['not-your-duty']);
  expect((await handler.act(file.id, 'file-case', REASON, wishes)).status).toBe(200);
});

it('T52: F-18: has one effect when fifty come at once, and each is told that it is done or being done', async () => {
  const file = await filing();
  const act = (): Promise<Answer> => head.act(file.id, 'approve-filing', { opinion: '同意。' }, { version: 2, key: 'e-1' });
  const answers = await Promise.all(Array.from({ length: 50 }, act));
  const outcomes = new Set(answers.map(({ status, body }) => `${status} ${body.code ?? body.case?.version}`));
  expect([...outcomes].filter((outcome) => !['200 3', '409 idempotency-running'].includes(outcome))).toEqual([]);
  expect(outcomes).toContain('200 3');
  expect((await file.record()).map((entry) => entry.seq)).toEqual([1, 2, 3]);

  const opened = await Promise.all(Array.from({ length: 20 }, () => handler.open('penalty-ordinary', opening(), { key: 'f-1' })));
  const ids = new Set(opened.flatMap(({ body }) => body.case?.id ?? []));
  expect(ids.size).toBe(1);
});

it('and all invariants hold after all of it', async () => {
  await office.settle();
  await expectInvariants(office.api);
});
