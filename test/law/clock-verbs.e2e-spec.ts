import type { ClockExplained } from '../../libs/casework/app/explain-clock';
import { Dossier } from '../office/dossier';
import { Office } from '../office/office';
import { steps } from '../office/ordinary-road';

jest.setTimeout(90_000);

let office: Office;
let file: Dossier;
beforeAll(async () => {
  office = await Office.open({ at: '2023-03-01T09:00:00+08:00' });
  file = await Dossier.register(office);
  await steps.file(file);
});
afterAll(() => office.close());

const tested = { from: '2023-03-06', to: '2023-03-16', ground: '检验', reason: '送检样品至收到检验报告期间。' };
const decision = async () => {
  const [clock] = await office.rows<{ id: string; due: string | null; unstopped: string | null; ledger: object[] }>(
    `select id, to_char(statutory_due, 'YYYY-MM-DD') as due, to_char(unstopped_due, 'YYYY-MM-DD') as unstopped, ledger
     from casework.clock where rule = 'CASE-DECIDE-90' and state = 'running'`,
  );
  return clock;
};
const explanation = async (): Promise<ClockExplained> => {
  const { id } = await decision();
  const { status, body } = await office.seat('handler1').get<ClockExplained>(`/clocks/${encodeURIComponent(id)}/explanation`);
  expect(status).toBe(200);
  return body;
};

it('a head leaves out the time of a test; the handler may not', async () => {
  expect((await decision()).due).toBe('2023-05-30');
  await office.passTo('2023-03-20T09:00:00+08:00');
  expect(await file.refusal('handler1', 'exclude-time', tested)).toEqual(['incompatible-duty']);
  expect(await file.refusal('head1', 'exclude-time', { ...tested, ground: '承办人出差' })).toEqual(['clock-change-lawful']);
  expect(await file.refusal('head1', 'exclude-time', { ...tested, to: '2023-03-21' })).toEqual(['clock-change-lawful']);
  await file.act('head1', 'exclude-time', tested);
  expect(await decision()).toMatchObject({ due: '2023-06-09', unstopped: '2023-05-30', ledger: [{ verb: 'exclude', from: '2023-03-06', to: '2023-03-16', ground: '检验' }] });
});

it('T54: a second stop over the same days is merged, not doubled', async () => {
  await file.act('head1', 'exclude-time', { ...tested, from: '2023-03-10', to: '2023-03-16', ground: '鉴定' });
  expect((await decision()).due).toBe('2023-06-09');
});

it('explains every day and says it in a sentence', async () => {
  const body = await explanation();
  expect(body.days.filter((day) => day.reason === 'stopped:检验')).toHaveLength(10);
  expect(body.days.filter((day) => day.counted)).toHaveLength(90);
  expect(body.sentence).toBe(
    '“作出行政处罚决定”自2023-03-01起算（当日不计入），依行政处罚法第六十条为90日（自然日），2023-03-06起因检验扣除至2023-03-16恢复，2023-03-10起因鉴定扣除至2023-03-16恢复，于2023-06-09届满；不计中止、扣除则于2023-05-30届满，催办从严按此日。',
  );
});

it('stands still while it is suspended, and nothing is late then', async () => {
  await file.act('head1', 'suspend-decision', { ground: '鉴定', reason: '委托鉴定。' });
  expect((await decision()).due).toBeNull();
  expect(await file.refusal('head1', 'suspend-decision', { ground: '鉴定', reason: '再次。' })).toEqual(['clock-change-lawful']);
  expect(await explanation()).toMatchObject({ running: false, statutoryDue: null, sentence: expect.stringContaining('中止至今，现未计算') });
  await office.passTo('2023-07-10T09:00:00+08:00');
  const rungs = await office.rows<{ rung: string }>('select rung from casework.rung order by fired_at');
  // Warnings keep to the count without stops.
  expect(rungs.map(({ rung }) => rung)).toEqual(['remind', 'press', 'supervise']);
  await file.act('head1', 'resume-decision', { reason: '已收到鉴定意见。' });
  // The last day is 2023-09-29, in a holiday that ends before a working Saturday.
  expect((await decision()).due).toBe('2023-10-07');
});

it('is extended once, before it ends', async () => {
  expect(await file.refusal('head1', 'extend-decision', { length: 31, reason: '案情复杂。' })).toEqual(['clock-change-lawful']);
  await file.act('head1', 'extend-decision', { length: 30, reason: '案情复杂。' });
  expect((await decision()).due).toBe('2023-10-30');
  expect(await file.refusal('head1', 'extend-decision', { length: 1, reason: '案情复杂。' })).toEqual(['clock-change-lawful']);
});

it('a new case on day 91 gets no extension, and its file says late', async () => {
  const late = await Dossier.register(office);
  await steps.file(late);
  await office.passTo('2023-10-09T09:00:00+08:00');
  expect(await late.refusal('head1', 'extend-decision', { length: 30, reason: '案情复杂。' })).toEqual(['clock-change-lawful']);
  expect(await late.actions()).toContain('note-overdue');
});

it('keeps each change in the record, which still verifies', async () => {
  const entries = (await file.record()).filter((entry) => ['exclude-time', 'suspend-decision', 'resume-decision', 'extend-decision'].includes(entry.action));
  expect(entries.map((entry) => entry.action)).toEqual(['exclude-time', 'exclude-time', 'suspend-decision', 'resume-decision', 'extend-decision']);
  const { ledger } = (entries.at(-1)!.payload!.recorded as unknown as { ledger: { clocks: { ledger: object[] }[] } }).ledger.clocks[0];
  expect(ledger.at(-1)).toMatchObject({ verb: 'extend', on: '2023-07-10', length: 30 });
  expect((await office.verify(file.id)).ok).toBe(true);
});
