import { randomUUID } from 'node:crypto';
import { RecomputeClocks } from '@sanzhi/casework';
import { Dossier } from '../office/dossier';
import { clueForm } from '../office/forms';
import { Office } from '../office/office';
import { toDecided } from '../office/ordinary-road';
import type { CalendarProposal } from '@sanzhi/casework';

jest.setTimeout(90_000);

/** A notice for a year that has none; the days are made up, its form is that of the real ones. */
const NOTICE = `关于2027年部分节假日安排的通知
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（周五）至11日（周四）放假调休，共7天。1月30日（周六）、2月20日（周六）上班。
三、清明节：4月3日（周六）至5日（周一）放假，共3天。
四、劳动节：5月1日（周六）至3日（周一）放假，共3天。
五、端午节：6月9日（周三）放假，共1天。
六、中秋节：9月15日（周三）放假，共1天。
七、国庆节：10月1日（周五）至5日（周二）放假调休，共5天。10月9日（周六）上班。
`;
const given = { text: NOTICE, notice: '示例文号' };

let office: Office;
let proposal: CalendarProposal;
beforeAll(async () => {
  office = await Office.open({ at: '2026-12-28T09:00:00+08:00' });
});
afterAll(() => office.close());

const post = (login: string, path: string, json: unknown, key = randomUUID()) =>
  office.seat(login).post<CalendarProposal & { code: string; errors: { message: string }[] }>(path, json, { key });
const running = () =>
  office.rows<{ rule: string; due: string; provisional: boolean; revision: string }>(
    `select rule, to_char(statutory_due, 'YYYY-MM-DD') as due, provisional, calendar_revision as revision from casework.clock where state = 'running' order by rule`,
  );

it('a clock that reaches into a year without notice is provisional', async () => {
  const file = await Dossier.register(office, clueForm([office.seat('handler1'), office.seat('handler2')], undefined, '2026-12-27'));
  await toDecided(file);
  expect(await running()).toEqual([
    { rule: 'CASE-SERVE-7', due: '2027-01-06', provisional: true, revision: expect.stringMatching(/2026r1$/) },
    { rule: 'PUB-CF-7', due: '2027-01-06', provisional: true, revision: expect.stringMatching(/2026r1$/) },
  ]);
});

it('takes no notice that contradicts itself, and none from who may not propose', async () => {
  const wrong = await post('reviewer1', '/calendars', { ...given, text: NOTICE.replace('1月1日（周五）', '1月1日（周四）') });
  expect(wrong).toMatchObject({ status: 400, body: { code: 'invalid' } });
  expect(wrong.body.errors[0].message).toContain('2027-01-01 是周五，原文写周四');
  expect((await post('handler1', '/calendars', given)).status).toBe(403);
  expect(await office.rows('select 1 from casework.calendar_proposal')).toEqual([]);
});

it('keeps a proposal with every day, once however often it is sent', async () => {
  const key = randomUUID();
  const { status, body } = await post('reviewer1', '/calendars', given, key);
  expect(status).toBe(201);
  expect(body).toMatchObject({ year: 2027, state: 'proposed', notice: '示例文号', proposedBy: office.person('reviewer1'), decidedBy: null });
  expect(body.days).toHaveLength(26);
  expect(body.days[0]).toEqual({ date: '2027-01-01', name: '元旦', kind: 'off', weekday: 5, before: 'work' });
  expect((await post('reviewer1', '/calendars', given, key)).body.id).toBe(body.id);
  expect(await post('head1', '/calendars', given)).toMatchObject({ status: 409, body: { code: 'proposed' } });
  proposal = body;
});

it('is confirmed by a second person only, and once', async () => {
  const road = `/calendars/${proposal.id}/decision`;
  expect(await post('reviewer1', road, { decision: 'confirm' })).toMatchObject({ status: 422, body: { code: 'second-person' } });
  expect((await post('handler1', road, { decision: 'confirm' })).status).toBe(403);
  expect((await running()).every((clock) => clock.provisional)).toBe(true);
  expect(await post('head1', road, { decision: 'confirm' })).toMatchObject({ status: 200, body: { state: 'confirmed', decidedBy: office.person('head1') } });
  expect(await post('head2', road, { decision: 'confirm' })).toMatchObject({ status: 409, body: { code: 'decided' } });
  expect(await post('head2', `/calendars/${randomUUID()}/decision`, { decision: 'confirm' })).toMatchObject({ status: 404 });
});

it('recomputes what was provisional, keeps what it was, and does so once', async () => {
  const clocks = office.worker.get(RecomputeClocks, { strict: false });
  await Promise.all([clocks.run(), clocks.run()]);
  expect(await clocks.run()).toBe(0);
  expect(await running()).toEqual([
    { rule: 'CASE-SERVE-7', due: '2027-01-07', provisional: false, revision: expect.stringMatching(/2026r1\+2027r1$/) },
    { rule: 'PUB-CF-7', due: '2027-01-07', provisional: false, revision: expect.stringMatching(/2026r1\+2027r1$/) },
  ]);
  const { body } = await office.seat('handler1').get<{ items: Record<string, unknown>[] }>('/calendars/changes');
  expect(body.items).toHaveLength(2);
  expect(body.items).toContainEqual(
    expect.objectContaining({
      rule: 'PUB-CF-7',
      before: expect.objectContaining({ statutoryDue: '2027-01-06', provisional: true }),
      after: expect.objectContaining({ statutoryDue: '2027-01-07', provisional: false }),
    }),
  );
});

it('tells whoever has a task in the case, and its approver', async () => {
  await office.settle();
  const told = await office.rows<{ kind: string; persons: number }>(`select kind, count(distinct person)::int as persons from messages.message where kind = 'clock-recomputed' group by kind`);
  expect(told).toEqual([{ kind: 'clock-recomputed', persons: expect.any(Number) }]);
  expect(told[0].persons).toBeGreaterThanOrEqual(2);
});

it('rungs ring by the new dates, and the api counts by the new calendar', async () => {
  const rungs = await office.rows<{ rungs: { id: string; at: string }[] }>(`select rungs from casework.clock where rule = 'CASE-SERVE-7'`);
  expect(rungs[0].rungs.at(-1)).toEqual({ id: 'late', at: '2027-01-07T16:00:00.000Z' });
  const { body } = await office.seat('handler1').get<{ items: { year: number; coverage: string }[] }>('/calendars');
  expect(body.items.slice(-2)).toMatchObject([{ year: 2027, coverage: 'confirmed', notices: ['示例文号'] }, { year: 2028, coverage: 'none' }]);
});

it('nobody writes a year past the two, not even into the tables', async () => {
  const asApi = `set role sanzhi_api; set sanzhi.organ = 'DEMO-DISTRICT'; set sanzhi.organs = '{DEMO-DISTRICT}';`;
  const said = async (text: string): Promise<string> => {
    const client = await office.owner.connect();
    try {
      for (const one of `${asApi} ${text}`.split(';').filter((part) => part.trim() !== '')) await client.query(one);
      return 'done';
    } catch (cause) {
      return (cause as { code: string }).code;
    } finally {
      await client.query('reset role').catch(() => undefined);
      client.release(true);
    }
  };
  expect(await said(`insert into casework.calendar_year (year, revision, notice, days, organ, proposal) values (2028, 1, 'x', '[]', 'DEMO-DISTRICT', '${randomUUID()}')`)).toBe('42501');
  expect(await said(`update casework.calendar_proposal set state = 'confirmed', decided_by = 'somebody'`)).toBe('42501');
});
