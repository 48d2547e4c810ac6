import { Clinic, TP_ORGAN } from '../office/clinic-case';
import type { Office } from '../office/office';

jest.setTimeout(300_000);

let office: Office;
let clinic: Clinic;
beforeAll(async () => {
  office = await Clinic.office('2026-06-09T09:00:00+08:00');
  clinic = await (await Clinic.register(office)).filed();
});
afterAll(() => office.close());

const ending = {
  outcome: 'not-punished', ground: 'no-fault', factsFound: '经查，当事人未取得医疗机构执业许可证开展诊疗活动。', evidence: [{ title: '现场笔录' }], basis: '行政处罚法第三十三条第二款',
  reason: '当事人有证据足以证明没有主观过错。', education: '当场讲解许可要求。',
};

it('JB12: an extension asked for on day 91 is refused, whatever the heads say', async () => {
  const { file } = clinic;
  await office.passTo('2026-09-08T09:00:00+08:00');
  expect((await clinic.clock('CASE-DECIDE-90'))?.statutoryDue).toBe('2026-09-07');
  const before = (await file.view()).case;
  const { status, body } = await office.seat('tp-p1').act(file.id, 'extend-decision', { length: 30, reason: '案情复杂。' });
  expect([status, body.refusals?.map(({ rule, message }) => [rule, message])]).toEqual([422, [['clock-change-lawful', expect.stringContaining('已经届满')]]]);
  expect((await file.view()).case).toEqual(before);
  await file.act('tp-a', 'ask-extension', { length: 30, reason: '案情复杂。' });
  for (const login of ['tp-p2', 'tp-p3']) await file.act(login, 'vote-extension', { vote: 'agree', view: '同意。' });
  expect(await file.refusal('tp-p1', 'extend-decision', { length: 30, reason: '案情复杂。' })).toEqual(['clock-change-lawful']);
});

it('JB12: the system notes by itself that it is late, and tells the heads', async () => {
  expect((await clinic.file.record()).filter((entry) => entry.action === 'note-overdue').map((entry) => entry.payload?.form.rule)).toEqual(['CASE-DECIDE-90']);
  await office.settle();
  const { body } = await office.seat('tp-p1').get<{ items: { kind: string }[] }>('/messages');
  expect(body.items.map((one) => one.kind)).toContain('clock-late');
});

it('JB12: nothing is decided before a head has signed for its being late; what is decided then bears the defect', async () => {
  const { file } = clinic;
  await file.act('tp-a', 'report-ending', ending);
  const decide = { outcome: 'not-punished', opinion: '同意不予行政处罚。' };
  expect(await file.refusal('tp-p1', 'decide-exemption', decide)).toContain('overdue-signed');
  expect(await file.refusal('tp-p1', 'sign-overdue', { dueOn: '2026-09-06', reason: '复检。', measures: '检查。' })).toEqual(['term-has-passed']);
  expect(await file.refusal('tp-a', 'sign-overdue', { dueOn: '2026-09-07', reason: '复检。', measures: '检查。' })).toContain('incompatible-duty');
  await file.act('tp-p1', 'sign-overdue', { dueOn: '2026-09-07', reason: '送检物品复检，未在届满前申请扣除。', measures: '承办机构书面检查。' });
  const { defects } = await file.act('tp-p1', 'decide-exemption', decide);
  expect(defects?.map((one) => [one.rule, one.message])).toEqual([['decided-in-time', expect.stringContaining('2026-09-07')]]);
  expect((await file.view()).case.facts.overdue).toMatchObject({ signedBy: '测试负责人一', dueOn: '2026-09-07' });
});

it('JB12: the file says for good that it was late, and who signed for it', async () => {
  const record = await clinic.file.record();
  expect(record.slice(-2).map((entry) => entry.action)).toEqual(['sign-overdue', 'decide-exemption']);
  expect(record.at(-1)?.payload?.defects?.map((one) => one.rule)).toEqual(['decided-in-time']);
  expect(await office.verify(clinic.file.id, TP_ORGAN)).toMatchObject({ ok: true });
});
