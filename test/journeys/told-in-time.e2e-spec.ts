import type { MessageLine } from '@sanzhi/messages';
import { Dossier } from '../office/dossier';
import { asJson, LARGE } from '../office/forms';
import { Office } from '../office/office';
import { steps } from '../office/ordinary-road';

jest.setTimeout(120_000);

let office: Office;
let file: Dossier;
beforeAll(async () => {
  office = await Office.open();
  file = await Dossier.register(office);
});
afterAll(() => office.close());

async function messages(login: string, query = ''): Promise<MessageLine[]> {
  await office.settle();
  const { status, body } = await office.seat(login).get<{ items: MessageLine[] }>(`/messages${query}`);
  expect(status).toBe(200);
  return body.items;
}
const kinds = async (login: string): Promise<string[]> => (await messages(login)).map((one) => one.kind);

it('tells who holds a duty of a task, and of an open duty everybody who may take it up', async () => {
  expect((await messages('handler2')).map((one) => one.text)).toEqual(['案件有经办待办：提请立案。']);
  expect(await messages('handler3')).toEqual([]);
  await file.act('handler1', 'file-case', { reason: '有初步证据，属于本机关管辖。' });
  // Before one of them takes it up: who holds the duty is then told alone.
  for (const login of ['head1', 'head2', 'head3']) expect(await kinds(login)).toEqual(['task-arrived']);
  await file.act('head1', 'approve-filing', { opinion: '同意。' });
  await steps.report(file, LARGE);
  await steps.notify(file);
  await steps.hear(file);
  await steps.waiveHearing(file);
  await steps.submit(file);
  const [first] = await messages('reviewer1');
  expect(first).toMatchObject({ kind: 'task-arrived', title: '新待办', text: '示卫医立〔2023〕1号有法制审核待办：出具法制审核意见。', caseId: file.id, readAt: null });
});

it('is read once, by nobody else, and page by page', async () => {
  const [newest, ...older] = await messages('handler1');
  expect(older.length).toBeGreaterThan(2);
  expect((await office.seat('handler2').post(`/messages/${newest.id}/read`, {})).status).toBe(404);
  for (const id of ['0', 'x', '999999999']) expect((await office.seat('handler1').post(`/messages/${id}/read`, {})).status).toBe(404);
  for (const again of [1, 2]) expect([again, (await office.seat('handler1').post(`/messages/${newest.id}/read`, {})).status]).toEqual([again, 204]);
  expect((await messages('handler1', '?unread=true')).map((one) => one.id)).toEqual(older.map((one) => one.id));
  const page = await office.seat('handler1').get<{ items: MessageLine[]; cursor: string }>('/messages?limit=2');
  expect(page.body.items.map((one) => one.id)).toEqual([newest.id, older[0].id]);
  const next = await messages('handler1', `?limit=2&cursor=${encodeURIComponent(page.body.cursor)}`);
  expect(next.map((one) => one.id)).toEqual(older.slice(1, 3).map((one) => one.id));
});

it('tells reviewer and heads that what they signed is void', async () => {
  await steps.opine(file, LARGE);
  await steps.convene(file);
  await steps.vote(file, LARGE);
  await steps.resolve(file, LARGE);
  await file.act('handler1', 'report-findings', { draft: asJson(LARGE) });
  expect(await kinds('reviewer1')).not.toContain('sign-off-voided');
  await file.act('handler1', 'report-findings', { draft: asJson({ ...LARGE, fineFen: 7000000 }) });
  const [reviewer] = await messages('reviewer1');
  expect(reviewer).toMatchObject({ kind: 'sign-off-voided', text: '示卫医立〔2023〕1号的处罚建议已改动，原法制审核意见不再有效。' });
  for (const login of ['head1', 'head2', 'head3']) expect(await kinds(login)).toContain('sign-off-voided');
});

it('climbs the ladder of a clock: who has a task first, the heads at last', async () => {
  const { clocks } = await file.view();
  const decide = clocks.find((clock) => clock.rule === 'CASE-DECIDE-90')!;
  await office.passTo(`${decide.statutoryDue}T23:00:00+08:00`);
  const own = (await kinds('handler1')).filter((kind) => kind.startsWith('clock-'));
  expect(own).toEqual(expect.arrayContaining(['clock-remind', 'clock-press', 'clock-supervise']));
  const heads = (await messages('head1')).filter((one) => one.kind.startsWith('clock-'));
  expect(heads.map((one) => one.kind)).not.toContain('clock-remind');
  expect(heads.map((one) => one.text)).toContain('示卫医立〔2023〕1号的“作出行政处罚决定”将于下一工作日到期，请督促办理。');
  expect((await kinds('head2')).filter((kind) => kind.startsWith('clock-'))).toEqual([]);
});

it('tells who was recused, without the number of the case he may no longer see', async () => {
  await file.act('head1', 'order-recusal', { person: office.person('reviewer1'), ground: '有直接利害关系。' });
  const [newest] = await messages('reviewer1');
  expect(newest).toMatchObject({ kind: 'recusal-decided', text: '案件已作出回避决定。' });
});

it('delivers once, however often it is handed over, and says no name in the queue', async () => {
  const [{ organ, source, count }] = await office.rows<{ organ: string; source: string; count: number }>(
    "select organ, source, (select count(*)::int from messages.message) as count from messages.message where kind = 'task-arrived' limit 1",
  );
  const payload = { organ, caseId: file.id, duty: 'handler', kind: 'task-arrived', item: 'file-case' };
  await office.rows("delete from platform.inbox where consumer = 'message.to-duty' and key = $1", [source]);
  await office.rows("insert into platform.outbox (organ, topic, key, payload) values ($1, 'message.to-duty', $2, $3)", [organ, source, payload]);
  await office.settle();
  expect(await office.rows('select count(*)::int as count from messages.message')).toEqual([{ count }]);
});
