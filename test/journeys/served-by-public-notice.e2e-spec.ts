import { Dossier } from '../office/dossier';
import { LARGE } from '../office/forms';
import { Office } from '../office/office';
import { steps, toDecided } from '../office/ordinary-road';

jest.setTimeout(120_000);

let office: Office;
afterEach(() => office.close());

const ANNOUNCED = { ground: 'whereabouts-unknown', channel: '示例日报第4版', course: '直接、邮寄均未成，多方查找无下落。' };

/** Decided and announced on one day, under the law of that day. */
async function announcedOn(day: string): Promise<Dossier> {
  office = await Office.open({ at: `${day}T09:00:00+08:00` });
  const file = await Dossier.register(office);
  await toDecided(file);
  expect(await file.refusal('handler1', 'announce-decision', ANNOUNCED)).toEqual(['other-service-failed']);
  await file.act('handler1', 'record-failed-service', { method: 'direct', course: '登记的地址已无此单位。' });
  await file.act('handler1', 'record-failed-service', { method: 'post', course: '邮件退回，注明查无此人。', recording: '退件1份' });
  await file.act('handler1', 'announce-decision', ANNOUNCED);
  return file;
}

const running = async (file: Dossier): Promise<[string, string | null][]> =>
  (await file.view()).clocks.filter(({ state }) => state === 'running').map(({ rule, statutoryDue }): [string, string | null] => [rule, statutoryDue]).sort();

it('U14: is served when thirty days have run, rolled over the holiday, and everything counts from that day', async () => {
  const file = await announcedOn('2026-09-01');
  expect(await running(file)).toContainEqual(['CASE-SERVE-PUB', '2026-10-08']);
  const [paper] = await office.rows<{ html: string }>("select html from documents.document where kind = 'service-notice'");
  expect(paper.html).toContain('经过30日，即视为送达');

  await office.passTo('2026-09-02T09:00:00+08:00');
  expect(await file.refusal('handler1', 'close-case', { summary: '结案。' })).toContain('not-in-state');
  await office.passTo('2026-10-08T23:59:59+08:00');
  expect(await file.state()).toBe('announcing');
  expect(await file.refusal('handler1', 'record-payment', { paidFen: 300000, receipt: '示例' })).toContain('not-in-state');
  await office.passTo('2026-10-09T00:00:00+08:00');
  expect((await file.view()).case).toMatchObject({ state: 'served', facts: { service: { method: 'public-notice', servedOn: '2026-10-08' } } });
  const clocks = await running(file);
  expect(clocks).toContainEqual(['CASE-PAY-15', '2026-10-23']);
  expect(clocks).toContainEqual(['REM-SS-6M', '2027-04-08']);
  const served = (await file.record()).find(({ action }) => action === 'serve-by-notice');
  expect(served).toMatchObject({ actor: 'system', payload: { procedure: 'penalty-ordinary@2025-06-01' } });

  const tallies = await office.rows("select to_char(day, 'YYYY-MM-DD') as day, dims from statistics.tally where kind = 'service.completed'");
  expect(tallies).toEqual([{ day: '2026-10-08', dims: { method: 'public-notice', procedure: 'ordinary' } }]);
  const [service] = await office.rows("select method, to_char(served_on, 'YYYY-MM-DD') as on from documents.service");
  expect(service).toEqual({ method: 'public-notice', on: '2026-10-08' });
  expect(await office.verify(file.id)).toMatchObject({ ok: true });
});

it('ran sixty days under the old health rule', async () => {
  const file = await announcedOn('2023-03-01');
  expect(await running(file)).toContainEqual(['CASE-SERVE-PUB-OLD', '2023-05-04']);
  const [paper] = await office.rows<{ html: string }>("select html from documents.document where kind = 'service-notice'");
  expect(paper.html).toContain('经过60日，即视为送达');
  await office.passTo('2023-05-05T00:00:00+08:00');
  expect((await file.view()).case.facts).toMatchObject({ service: { servedOn: '2023-05-04' } });
});

it('U35: tells of the penalty in the same way where nobody can be found, and the right to a hearing runs from then', async () => {
  office = await Office.open({ at: '2026-09-01T09:00:00+08:00' });
  const file = await Dossier.register(office);
  await steps.file(file);
  await steps.report(file, LARGE);
  expect(await file.refusal('handler1', 'announce-notice', ANNOUNCED)).toEqual(['other-service-failed']);
  await file.act('handler1', 'record-failed-service', { method: 'search', course: '向市场监管、物业查找，无下落。' });
  await file.act('handler1', 'announce-notice', ANNOUNCED);
  const [paper] = await office.rows<{ html: string }>("select html from documents.document where kind = 'service-notice'");
  for (const said of ['行政处罚事先告知书', '罚款人民币陆万元整', '五个工作日内要求听证']) expect(paper.html).toContain(said);
  // Announced and not served: no term runs.
  expect((await running(file)).map(([rule]) => rule)).not.toEqual(expect.arrayContaining(['CASE-HEAR-REQ']));
  expect(await file.refusal('handler1', 'record-statement', { kind: 'waived', content: '放弃。' })).toEqual(['not-in-state', 'notice-served']);
  await office.passTo('2026-10-09T00:00:00+08:00');
  expect((await file.view()).case).toMatchObject({ state: 'notified', facts: { notice: { method: 'public-notice', servedOn: '2026-10-08', fineFen: LARGE.fineFen } } });
  // Five working days from 8 October; the 10th is a Saturday on which work is done.
  expect(await running(file)).toContainEqual(['CASE-HEAR-REQ', '2026-10-14']);
});

it('does not come into question for one who refuses: the paper is left, with a witness or a recording', async () => {
  office = await Office.open({ at: '2023-03-01T09:00:00+08:00' });
  const file = await Dossier.register(office);
  await toDecided(file);
  const left = { method: 'left', receiver: '示例拒收人', place: '当事人住所', refusal: '拒绝签收' };
  expect(await file.refusal('handler1', 'serve-decision', left)).toEqual(['service-proof-complete']);
  await file.act('handler1', 'serve-decision', { ...left, recording: '录像 V-2023-001' });
  expect((await file.view()).case.facts).toMatchObject({ service: { method: 'left', servedOn: '2023-03-01', place: '当事人住所' } });
  await steps.pay(file);
});
