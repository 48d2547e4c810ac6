import type { Answer, Seat } from '@sanzhi/testing';
import { Dossier } from '../office/dossier';
import { SMALL } from '../office/forms';
import { Office } from '../office/office';
import { toCleared, toNotified } from '../office/ordinary-road';
import { expectInvariants } from './invariants';

jest.setTimeout(120_000);

let office: Office;
beforeAll(async () => {
  office = await Office.open({ at: '2023-03-09T09:00:00+08:00' });
});
afterAll(() => office.close());

const request = (n: number) => ({ seq: 1, fact: 'party.name', value: `示例口腔门诊部（${n}号）`, reason: `第${n}次` });

/** Acts until nobody was faster: what a person does who is told to look again. */
async function untilTaken(seat: Seat, file: Dossier, n: number): Promise<number> {
  for (let tries = 1; ; tries += 1) {
    const { status, body } = await seat.act(file.id, 'request-correction', request(n));
    if (status === 200) return tries;
    if (status !== 412 && status !== 503) throw new Error(`${status} ${JSON.stringify(body)}`);
  }
}

it('takes one of fifty acts on the same version, and tells the others that they are late', async () => {
  const file = await Dossier.register(office);
  await toNotified(file, SMALL);
  const { version } = (await file.view()).case;
  const act = (n: number): Promise<Answer> => office.seat(n % 2 ? 'handler1' : 'handler2').act(file.id, 'request-correction', request(n), { version });
  const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => act(n)));
  const statuses = answers.map(({ status }) => status).sort();
  expect(statuses).toEqual([200, ...Array<number>(49).fill(412)]);
  expect((await file.view()).case.version).toBe(version + 1);
});

it('takes fifty acts at once in some order, without gap and without fork', async () => {
  const file = await Dossier.register(office);
  await toNotified(file, SMALL);
  const before = (await file.view()).case.version;
  await Promise.all(Array.from({ length: 50 }, (_, n) => untilTaken(office.seat(n % 2 ? 'handler1' : 'handler2'), file, n)));
  const record = await file.record();
  expect(record.map((entry) => entry.seq)).toEqual(Array.from({ length: before + 50 }, (_, index) => index + 1));
  const reasons = record.slice(before).map((entry) => entry.payload?.form.reason);
  expect(new Set(reasons).size).toBe(50);
  expect(await office.verify(file.id)).toEqual({ ok: true, entries: before + 50, cases: 1, problems: [] });
});

it('T03: gives numbers without gap and without double to acts of many cases at once', async () => {
  const files = await Promise.all(Array.from({ length: 50 }, () => Dossier.register(office)));
  await Promise.all(files.map((file) => file.act('handler1', 'file-case', { reason: '有初步证据。' })));
  await Promise.all(files.map((file) => file.act('head1', 'approve-filing', { opinion: '同意。' })));
  const rows = await office.rows<{ n: number }>(`select substring(number from '([0-9]+)号')::int as n from casework.case where number is not null order by 1`);
  expect(rows.map(({ n }) => n)).toEqual(rows.map((_, index) => index + 1));
});

it('F-12: publishes once, however often the rung comes: fifty rows of one key, fifty of others, and both clocks of the ladder', async () => {
  const file = await Dossier.register(office);
  await toCleared(file);
  await office.passTo('2023-03-15T12:00:00+08:00');
  const payload = `jsonb_build_object('clock', k.id, 'rule', k.rule, 'rung', 'act', 'subjectKind', k.subject_kind, 'subjectId', k.subject_id, 'caseId', k.case_id)`;
  const send = (key: string): Promise<unknown> =>
    office.rows(`insert into platform.outbox (organ, topic, key, payload) select k.organ, 'rung.publication', ${key}, ${payload}
      from casework.clock k cross join generate_series(1, 50) n where k.rule = 'PUB-CF-7' and k.case_id = $1`, [file.id]);
  await Promise.all([send(`k.id || '/act'`), send(`k.id || '/again-' || n`)]);
  await office.passTo('2023-03-21T09:00:00+08:00');
  expect(await office.rows('select 1 from platform.outbox')).toEqual([]);
  expect(await office.rows('select 1 from pub.item where id = $1', [`${file.id}/decision`])).toHaveLength(1);
  expect((await file.actions()).filter((action) => action === 'publish-decision')).toHaveLength(1);
  expect((await file.actions()).filter((action) => action === 'note-publication-late')).toHaveLength(0);
  const tallies = await office.rows("select 1 from statistics.tally where kind = 'publication.published' and case_id = $1", [file.id]);
  expect(tallies).toHaveLength(1);
});

it('and all invariants hold after all of it', async () => {
  await office.settle();
  await expectInvariants(office.api, { looked: ['I2', 'I3', 'I4', 'I5', 'I6', 'I7', 'I8', 'I9', 'I10'] });
});
