import { Dossier } from '../office/dossier';
import { LARGE } from '../office/forms';
import { Office } from '../office/office';
import { steps } from '../office/ordinary-road';

jest.setTimeout(90_000);

let office: Office;
let file: Dossier;
beforeAll(async () => {
  // Told on Friday 28 April 2023; Labour Day is off from 29 April to 3 May, Saturday 6 May is worked instead.
  office = await Office.open({ at: '2023-04-25T09:00:00+08:00' });
  file = await Dossier.register(office);
  await steps.file(file);
  await steps.report(file, LARGE);
  await office.passTo('2023-04-28T15:00:00+08:00');
  await steps.notify(file);
});
afterAll(() => office.close());

const hearingRight = async (): Promise<unknown> => (await file.view()).case.facts.hearingRight;

it('counts five working days over the holiday, and explains each day', async () => {
  const clock = (await file.view()).clocks.find((one) => one.rule === 'CASE-HEAR-REQ');
  expect(clock).toMatchObject({ anchorOn: '2023-04-28', statutoryDue: '2023-05-09', state: 'running', provisional: false });
  const id = encodeURIComponent(clock!.id);
  const { body } = await office.seat('handler1').get<{ days: { date: string; counted: boolean; reason: string }[] }>(`/clocks/${id}/explanation`);
  expect(body.days.filter((one) => one.counted).map((one) => one.date)).toEqual(['2023-05-04', '2023-05-05', '2023-05-06', '2023-05-08', '2023-05-09']);
  expect(body.days.find((one) => one.date === '2023-05-06')?.reason).toBe('makeup');
  expect(body.days.find((one) => one.date === '2023-05-01')?.reason).toMatch(/^holiday:/);
});

it('holds the case until the last second of the last day', async () => {
  await office.passTo('2023-05-04T09:00:00+08:00');
  await steps.hear(file);
  expect(await file.refusal('handler1', 'send-to-review', { response: '已按审核意见补充裁量说明。' })).toEqual(['hearing-settled']);
  await office.passTo('2023-05-09T23:59:59.999+08:00');
  expect(await hearingRight()).toBeNull();
  expect(await file.refusal('handler1', 'send-to-review', { response: '已按审核意见补充裁量说明。' })).toEqual(['hearing-settled']);
});

it('lapses by the clock alone, once, and the case goes on', async () => {
  await office.passTo('2023-05-10T00:00:00+08:00');
  expect(await hearingRight()).toBe('lapsed');
  const lapses = (await file.record()).filter((one) => one.action === 'lapse-hearing-right');
  expect(lapses).toEqual([expect.objectContaining({ actor: 'system', actedAt: '2023-05-09T16:00:00.000Z' })]);
  expect((await file.view()).clocks.find((one) => one.rule === 'CASE-HEAR-REQ')?.state).toBe('done');
  await office.passTo('2023-05-10T09:00:00+08:00');
  await steps.submit(file);
  expect(await file.state()).toBe('reviewing');
  expect(await office.verify(file.id)).toMatchObject({ ok: true });
});

it('begins anew when the proposal is made anew', async () => {
  await steps.opine(file, LARGE, 'OP-CORRECT');
  await steps.report(file, { ...LARGE, discretion: '补充裁量说明。' });
  await steps.notify(file);
  await steps.hear(file);
  expect(await hearingRight()).toBeNull();
  const clocks = (await file.view()).clocks.filter((one) => one.rule === 'CASE-HEAR-REQ');
  expect(clocks.map((one) => [one.anchorOn, one.statutoryDue, one.state]).sort()).toEqual([
    ['2023-04-28', '2023-05-09', 'done'],
    ['2023-05-10', '2023-05-17', 'running'],
  ]);
  expect(await file.refusal('handler1', 'send-to-review', { response: '已按审核意见补充裁量说明。' })).toEqual(['hearing-settled']);
});
