import { Dossier } from '../office/dossier';
import { Office } from '../office/office';
import { steps, toDecided } from '../office/ordinary-road';

jest.setTimeout(120_000);

let office: Office;
let file: Dossier;
beforeAll(async () => {
  office = await Office.open({ at: '2023-03-09T09:00:00+08:00' });
  file = await Dossier.register(office);
  await toDecided(file);
  await steps.serve(file);
});
afterAll(() => office.close());

const at = (day: string): Promise<void> => office.passTo(`${day}T09:00:00+08:00`);
const part = (paidFen: number) => ({ paidFen, receipt: `示范票据${paidFen}` });
const PLAN = { reason: '停业整改，资金周转困难。', plan: [{ dueOn: '2023-04-30', amountFen: 100000 }, { dueOn: '2023-05-31', amountFen: 150000 }], endsOn: '2023-05-31' };

it('takes a part, and leaves the rest to a plan that covers it to the fen', async () => {
  await file.act('handler1', 'record-part-payment', part(50000));
  expect(await file.refusal('handler1', 'record-part-payment', part(250000))).toEqual(['part-of-debt']);
  expect(await file.refusal('handler1', 'record-payment', part(249999))).toEqual(['paid-in-full']);
  const short = { ...PLAN, plan: [PLAN.plan[0]], endsOn: '2023-05-31' };
  expect(await file.refusal('handler1', 'request-deferral', short)).toEqual(['plan-covers-fine', 'plan-end-named']);
  expect(await file.refusal('head1', 'grant-deferral', { opinion: '同意。' })).toEqual(['deferral-asked']);
  await file.act('handler1', 'request-deferral', PLAN);
  expect(await file.refusal('handler1', 'grant-deferral', { opinion: '同意。' })).toContain('incompatible-duty');
  await file.act('head1', 'grant-deferral', { opinion: '同意分期缴纳。' });
  const clocks = (await file.view()).clocks.filter(({ state }) => state === 'running');
  expect(clocks).toContainEqual(expect.objectContaining({ rule: 'CASE-COURT-3M', anchorOn: '2023-05-31', statutoryDue: '2023-08-31' }));
  expect(clocks.map(({ rule }) => rule)).not.toContain('CASE-PAY-15');
});

it('adds nothing while the plan is kept, and three per cent a day of what is overdue once it is broken', async () => {
  await at('2023-04-30');
  expect(await file.refusal('head1', 'impose-surcharge', { opinion: '同意。' })).toEqual(['payment-overdue']);
  await at('2023-05-04');
  await file.act('head1', 'impose-surcharge', { opinion: '逾期未缴，加处罚款。' });
  expect(await file.refusal('head1', 'impose-surcharge', { opinion: '同意。' })).toEqual(['surcharge-not-imposed']);
  // 1 to 4 May: 4 days, 3 % of 1,000 yuan each. Everything now would be 2,500 and 120 yuan.
  expect(await file.refusal('handler1', 'record-payment', part(250000))).toEqual(['paid-in-full']);
  await file.act('handler1', 'record-part-payment', part(100000));
});

it('is settled by the rest with what had accrued, stopped while a court has it', async () => {
  await at('2023-06-02');
  await file.act('handler1', 'record-remedy', { kind: 'litigation', body: '示范区人民法院', paper: '（2023）示0000行初1号' });
  await at('2023-06-30');
  await file.act('handler1', 'reply-to-remedy', { papers: '答辩状、证据一套。' });
  await file.act('handler1', 'remedy-outcome', { kind: 'litigation', result: 'withdrawn', arrivedOn: '2023-06-30', paper: '（2023）示0000行初1号裁定' });
  await at('2023-07-01');
  // 1 June and 1 July: 2 days of 1,500 yuan; the suit's 2 to 30 June are not counted. With May: 120 + 90 yuan.
  expect(await file.refusal('handler1', 'record-payment', part(150000))).toEqual(['paid-in-full']);
  await file.act('handler1', 'record-payment', part(150000 + 12000 + 9000));
  await steps.close(file);
  const tallies = await office.rows<{ paid: number }>("select (measures->>'paidFen')::int as paid from statistics.tally where kind = 'payment.received' order by day, 1");
  expect(tallies.map(({ paid }) => paid)).toEqual([50000, 100000, 171000]);
  const others = await office.rows("select kind, dims from statistics.tally where kind like 'remedy.%' or kind like 'coercion.%' order by kind");
  expect(others).toEqual([
    { kind: 'coercion.applied', dims: { measure: 'surcharge' } },
    { kind: 'remedy.concluded', dims: { remedy: 'litigation', role: 'defendant', outcome: 'withdrawn' } },
    { kind: 'remedy.received', dims: { remedy: 'litigation', role: 'defendant' } },
  ]);
  expect(await office.verify(file.id)).toMatchObject({ ok: true });
});
