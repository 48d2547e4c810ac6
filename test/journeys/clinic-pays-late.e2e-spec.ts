import type { JsonObject } from '@sanzhi/kernel';
import { decidedClinic } from '../office/clinic-road';
import type { Dossier } from '../office/dossier';
import { Office } from '../office/office';
import { steps } from '../office/ordinary-road';

jest.setTimeout(180_000);

let office: Office;
let file: Dossier;
beforeAll(async () => {
  office = await Office.open({ at: '2026-08-17T09:00:00+08:00' });
  file = await decidedClinic(office, '2026-08-17');
  await office.passTo('2026-08-20T09:00:00+08:00');
  await file.act('handler1', 'serve-decision', { method: 'left', receiver: '欧阳示例', refusal: '当事人拒收', place: '住所', recording: '录像0001' });
});
afterAll(() => office.close());

const at = (day: string): Promise<void> => office.passTo(`${day}T09:00:00+08:00`);
const due = async (rule: string) => (await file.view()).clocks.find((clock) => clock.rule === rule && clock.state === 'running');
const quoteOn = async (day: string) => (await office.seat('handler1').get<{ accruedFen: number; sentence: string; spans: JsonObject[]; standsStill: string | null }>(`/cases/${file.id}/surcharge?on=${day}`)).body;
const PAPERS = ['强制执行申请书', '行政决定书及作出决定的事实、理由和依据', '当事人的意见及行政机关催告情况', '申请强制执行标的情况'];
const APPLICATION = { court: '示范区人民法院', view: '当事人申请分期。', papers: PAPERS };
const plan = (...parts: [string, number][]) => ({ reason: '经济困难。', plan: parts.map(([dueOn, amountFen]) => ({ dueOn, amountFen })), endsOn: parts[parts.length - 1][0] });

it('J47: 100 yuan of cash are not taken in an ordinary case', async () => {
  await at('2026-08-24');
  const cash = { paidFen: 10000, ground: 'at-most-limit', receipt: '专用票据0001' };
  expect(await file.refusal('handler1', 'collect-cash', cash)).toEqual(['cash-grounded']);
});

it('J48: the last day to pay is 4 September, and nothing accrues on it', async () => {
  expect((await due('CASE-PAY-15'))?.statutoryDue).toBe('2026-09-04');
  await at('2026-09-04');
  expect(await file.refusal('head1', 'impose-surcharge', { opinion: '同意。' })).toEqual(['payment-overdue']);
  expect((await quoteOn('2026-09-04')).accruedFen).toBe(0);
  expect((await quoteOn('2026-09-05')).accruedFen).toBe(216_000);
});

it('J49: the quote of 13 September is 9 days of 2,160 yuan: 19,440', async () => {
  await at('2026-09-07');
  await file.act('head1', 'impose-surcharge', { opinion: '逾期未缴，加处罚款。' });
  await at('2026-09-13');
  const quote = await quoteOn('2026-09-13');
  expect(quote).toMatchObject({ accruedFen: 1_944_000, spans: [{ from: '2026-09-05', to: '2026-09-13', days: 9, baseFen: 7_200_000, perDayFen: 216_000 }] });
  expect(quote.sentence).toContain('2026-09-05 至 2026-09-13 共 9 日，每日 2,160 元；合计 19,440 元，以罚款 72,000 元为限');
  const { money } = (await file.view()).slices as { money: { ledger: JsonObject } };
  expect(money.ledger).toMatchObject({ asOf: '2026-09-13', owedFen: 7_200_000 + 1_200_000 + 1_944_000 });
});

it('J50: the surcharge stands still from the day the copy of the application arrives, with ten working days to reply', async () => {
  await at('2026-09-14');
  await file.act('handler1', 'record-remedy', { kind: 'reconsideration', body: '示范区人民政府', paper: '示府复〔2026〕1号' });
  expect((await due('REM-FY-REPLY-10'))?.statutoryDue).toBe('2026-09-28');
  expect(await quoteOn('2026-11-09')).toMatchObject({ accruedFen: 1_944_000, standsStill: 'remedy' });
});

it('U31: J51: no court is asked while the review runs, whatever was urged', async () => {
  await at('2026-09-15');
  expect(await file.refusal('head1', 'apply-to-court', APPLICATION)).toEqual(['remedy-period-over', 'no-remedy-open', 'urged-ten-days']);
});

it('J54: no suit is brought, and the court may be asked until a provisional 25 February 2027', async () => {
  await at('2026-09-28');
  await file.act('handler1', 'reply-to-remedy', { papers: '行政复议答复书、证据材料一套。' });
  await at('2026-11-10');
  await file.act('handler1', 'remedy-outcome', { kind: 'reconsideration', result: 'upheld', arrivedOn: '2026-11-10', paper: '示府复决〔2026〕1号' });
  expect((await due('REM-SS-15'))?.statutoryDue).toBe('2026-11-25');
  await at('2026-11-26');
  expect((await file.view()).case.facts.remedyPeriod).toEqual({ endedOn: '2026-11-25', rule: 'REM-SS-15' });
  expect(await due('CASE-COURT-3M')).toMatchObject({ statutoryDue: '2027-02-25', provisional: true });
});

it('J55: the urging served on 27 November ends on 11 December', async () => {
  await at('2026-11-27');
  await file.act('handler1', 'urge-performance', { method: 'left', receiver: '欧阳示例', refusal: '当事人拒收', place: '住所', recording: '录像0002' });
  expect((await due('CASE-URGE-10'))?.statutoryDue).toBe('2026-12-11');
});

it('U30: J56, J57: what the party says is answered; a plan of 70,000 is refused, one of the whole debt granted by the head', async () => {
  await at('2026-12-01');
  await file.act('handler1', 'record-urging-view', { view: '经济困难，申请分期缴纳。' });
  expect(await file.refusal('head1', 'apply-to-court', APPLICATION)).toContain('urging-view-answered');
  await file.act('handler1', 'answer-urging-view', { adopted: true, answer: '情况属实，可以申请分期。' });
  expect(await file.refusal('handler1', 'request-deferral', plan(['2026-12-14', 3_500_000], ['2027-01-15', 3_500_000]))).toEqual(['plan-covers-fine']);
  await file.act('handler1', 'request-deferral', plan(['2026-12-14', 3_600_000], ['2027-01-15', 3_600_000]));
  await file.act('head1', 'grant-deferral', { opinion: '同意分期缴纳。' });
  expect((await file.view()).clocks.filter(({ rule, state }) => rule === 'CASE-INSTALMENT' && state === 'running').map(({ statutoryDue }) => statutoryDue).sort()).toEqual(['2026-12-14', '2027-01-15']);
});

it('U31, U37: J56: the court is not asked while the plan is kept, though the urging has run out', async () => {
  await at('2026-12-11');
  expect(await file.refusal('head1', 'apply-to-court', APPLICATION)).toEqual(['deferral-over', 'urged-ten-days']);
  await at('2026-12-14');
  expect(await file.refusal('head1', 'apply-to-court', APPLICATION)).toEqual(['deferral-over']);
  // 11 to 30 November have counted, the days of the plan have not.
  expect(await quoteOn('2026-12-14')).toMatchObject({ accruedFen: (9 + 20) * 216_000, standsStill: 'deferral' });
});

it('J58: the first part is missed: everybody is told, and the court has three months from the end of the plan', async () => {
  await at('2026-12-15');
  expect((await file.record()).some(({ action, payload }) => action === 'note-overdue' && payload?.form.rule === 'CASE-INSTALMENT')).toBe(true);
  const { body } = await office.seat('head1').get<{ items: { kind: string; text: string }[] }>('/messages');
  expect(body.items).toContainEqual(expect.objectContaining({ kind: 'clock-late', text: expect.stringContaining('分期（暂缓）缴纳罚款的一期') }));
  const { money } = (await file.view()).slices as { money: { ledger: { plan: JsonObject[] } } };
  expect(money.ledger.plan).toEqual([{ dueOn: '2026-12-14', amountFen: 3_600_000, state: 'missed' }, { dueOn: '2027-01-15', amountFen: 3_600_000, state: 'open' }]);
  expect(await due('CASE-COURT-3M')).toMatchObject({ anchorOn: '2027-01-15', statutoryDue: '2027-04-15', provisional: true });
});

it('J59: all is paid, the surcharge reduced by agreement, and together never more than 144,000', async () => {
  await at('2026-12-18');
  // 29 days of 2,160 and four of 1,080 for the part that was missed.
  const accrued = 29 * 216_000 + 4 * 108_000;
  expect((await quoteOn('2026-12-18')).accruedFen).toBe(accrued);
  expect(await file.refusal('head1', 'agree-performance', { remittedFen: accrued + 1, terms: '当日缴清。' })).toEqual(['remission-within-surcharge']);
  await file.act('head1', 'agree-performance', { remittedFen: accrued - 1_000_000, terms: '当事人已关停诊所，当日缴清。' });
  const of = [{ kind: 'fine', amountFen: 7_200_000 }, { kind: 'confiscated', amountFen: 1_200_000 }, { kind: 'surcharge', amountFen: 1_000_000 }];
  await file.act('handler1', 'record-payment', { paidFen: 9_400_000, receipt: '示范票据0001', of });
  const { money } = (await file.view()).slices as { money: { ledger: { lines: { kind: string; paidFen: number; openFen: number }[]; owedFen: number } } };
  expect(money.ledger.owedFen).toBe(0);
  expect(money.ledger.lines.map(({ kind, paidFen, openFen }) => [kind, paidFen, openFen])).toEqual([['fine', 7_200_000, 0], ['confiscated', 1_200_000, 0], ['surcharge', 1_000_000, 0]]);
  expect(money.ledger.lines.filter(({ kind }) => kind !== 'confiscated').reduce((so, { paidFen }) => so + paidFen, 0)).toBeLessThanOrEqual(14_400_000);
  expect(await due('CASE-INSTALMENT')).toBeUndefined();
});

it('U18: J60: it is not closed before the goods are gone, with proof', async () => {
  expect(await file.refusal('handler1', 'close-case', { summary: '结案。' })).toEqual(['goods-disposed']);
  await file.act('handler1', 'list-goods', { goods: [{ no: 1, name: '一次性注射器', quantity: '40支' }], place: '机关涉案物品库' });
  await file.act('head1', 'approve-goods-way', { nos: [1], way: 'destruction', opinion: '同意依法销毁。' });
  expect(await file.refusal('handler1', 'close-case', { summary: '结案。' })).toEqual(['goods-disposed']);
  expect(await file.refusal('handler1', 'dispose-goods', { nos: [1], way: 'destruction', ground: '医疗废物管理条例' })).toEqual(['goods-disposal-proved']);
  await file.act('handler1', 'dispose-goods', { nos: [1], way: 'destruction', ground: '医疗废物管理条例', record: '录像0003', witness: '示例监销人' });
  await steps.close(file);
  expect(await file.state()).toBe('closed');
  expect(await office.verify(file.id)).toMatchObject({ ok: true });
});
