import type { JsonObject } from '@sanzhi/kernel';
import { Dossier } from '../office/dossier';
import { clueForm, SMALL, asJson, decisionOn } from '../office/forms';
import { Office } from '../office/office';
import { steps } from '../office/ordinary-road';

jest.setTimeout(90_000);

/** A person who ran a clinic without licence; illegal income 12,000 yuan, so 60,000 to 240,000 (健康促进法第九十九条). */
const PERSON: JsonObject = { kind: 'person', name: '示例甲', idNumber: '11010519491231002X' };
const proposal = (fineFen: number) => ({ ...SMALL, fineFen, kinds: ['罚款', '没收违法所得'], confiscatedFen: 1200000 });
const grading = { incomeFen: 1200000, incomeBasis: '按收费记录计算。', tier: 'light' };

let office: Office;
beforeAll(async () => {
  office = await Office.open({ at: '2023-03-01T09:00:00+08:00' });
});
afterAll(() => office.close());

const clue = (more: JsonObject = {}, party = PERSON): JsonObject => {
  const form = clueForm([office.seat('handler1'), office.seat('handler2')], party);
  return { ...form, clue: { ...(form.clue as JsonObject), offence: '未取得医疗机构执业许可证擅自执业', offenceId: 'unlicensed-institution', ...more } };
};
const refused = async (form: JsonObject): Promise<string[]> => {
  const { body } = await office.seat('handler1').open('penalty-ordinary', form);
  return (body.refusals ?? []).map((refusal) => refusal.rule);
};
const reportOf = (fineFen: number, more: JsonObject = grading): JsonObject => ({ draft: { ...asJson(proposal(fineFen)), grading: more } });

it('takes an offence of the library, and a party that can commit it', async () => {
  expect(await refused(clue({ offenceId: 'nothing-of-it' }))).toEqual(['offence-known']);
  const body = { kind: 'organization', name: '示例口腔门诊部（001号）', code: '91120104MA0000001P' };
  expect(await refused(clue({ offenceId: 'unlicensed-physician' }, body))).toEqual(['party-fits-offence']);
});

it('checks the sum against the range, shows it in the case, and sends what is off the scale to review', async () => {
  const file = await Dossier.register(office, clue());
  await steps.file(file);
  expect(await file.refusal('handler1', 'report-findings', reportOf(5999900))).toEqual(['penalty-in-range']);
  expect(await file.refusal('handler1', 'report-findings', reportOf(6000000, { tier: 'light' }))).toEqual(['penalty-in-range']);
  await file.act('handler1', 'report-findings', reportOf(20000000));
  const { offences } = (await file.view()).slices as { offences: { bounds: object; offScale: string; tiers: object[]; ground: string; warning: null } };
  expect(offences).toMatchObject({ bounds: { minFen: 6000000, maxFen: 24000000 }, ground: 'at-conduct', warning: null });
  expect(offences.tiers).toHaveLength(3);
  expect(offences.offScale).toContain('不在“从轻”阶次');
  await steps.notify(file);
  await steps.hear(file);
  await steps.waiveHearing(file);
  expect(await file.refusal('head1', 'decide-penalty', decisionOn(proposal(20000000)))).toEqual(expect.arrayContaining(['off-scale-reviewed']));
});

it('L16: decides nothing that the law says must not be punished', async () => {
  const file = await Dossier.register(office, clue({ offence: '示例', offenceId: undefined as never, conductEndedOn: '2023-02-20' }));
  await steps.file(file);
  await file.act('handler1', 'report-findings', { draft: { ...asJson(SMALL), grading: { factors: ['minor', 'corrected', 'no-harm'] } } });
  await steps.notify(file);
  await steps.hear(file);
  expect(await file.refusal('head1', 'decide-penalty', decisionOn(SMALL))).toEqual(['penalty-not-barred']);
});

it('L15: fines one act once, and calls nobody a first offender twice', async () => {
  const body = { kind: 'organization', name: '示例口腔门诊部（001号）', code: '91120104MA0000001P' };
  const act = { offence: '未按规定填写、保管病历资料', offenceId: 'medical-records' };
  const first = await Dossier.register(office, clue(act, body));
  await steps.file(first);
  await steps.report(first);
  await steps.notify(first);
  await steps.hear(first);
  await steps.decide(first);
  const second = await Dossier.register(office, clue(act, body));
  await steps.file(second);
  expect(await second.refusal('handler1', 'report-findings', { draft: { ...asJson(SMALL), grading: { factors: ['first'] } } })).toEqual(['first-offence-true']);
  await steps.report(second);
  await steps.notify(second);
  await steps.hear(second);
  expect(await second.refusal('head1', 'decide-penalty', decisionOn(SMALL))).toEqual(['one-act-one-fine']);
  const { offences } = (await second.view()).slices as { offences: { earlier: object[] } };
  expect(offences.earlier).toEqual([expect.objectContaining({ caseId: first.id, offenceId: 'medical-records', fineFen: SMALL.fineFen })]);
});
