import type { JsonObject } from '@sanzhi/kernel';
import { Clinic, TP_ORGAN } from '../office/clinic-case';
import { Dossier } from '../office/dossier';
import { CLINIC } from '../office/forms';
import type { Office } from '../office/office';

jest.setTimeout(300_000);

const AGREE = { opinion: '同意检查。' };
let office: Office;
let visit: Dossier;
beforeAll(async () => {
  office = await Clinic.office('2026-06-09T09:00:00+08:00');
});
afterAll(() => office.close());

const people = (...logins: string[]): string[] => logins.map((login) => office.person(login));
const plan = (handlers: string[], over: JsonObject = {}): JsonObject => ({
  party: CLINIC,
  plan: { source: 'random-city', discipline: '医疗卫生', reason: '双随机抽查任务。', plannedOn: '2026-06-09', planNumber: '抽查2026-17', ...over },
  handlers,
});
const both = () => people('tp-a', 'tp-b');
const planned = (over: JsonObject = {}, party: JsonObject = CLINIC): Promise<Dossier> =>
  Dossier.register(office, { ...plan(both(), over), party }, 'inspection-routine', ['tp-a', 'tp-b']);
const onTheSpot = () => ({ officers: both(), officersPresent: 2, certificateShown: true, scanned: true, device: 'recorder', place: '示范区示例路1号' });
const scene = () => ({ officers: both(), factsFound: '诊室两间；医疗废物暂存间未上锁；处方两张由无处方权人员开具。', partySign: '示例负责人签名。' });
const findings: (JsonObject & { offence: string })[] = [
  { offence: '使用未取得处方权的人员开具处方', text: '处方两张。', violation: true },
  { offence: '医疗废物暂存间未上锁', text: '当场上锁。', violation: false, educated: '当场讲解。' },
  { offence: '未按规定公示收费项目', text: '未公示。', violation: true },
];
async function concluded(file: Dossier, conclusion: JsonObject = { result: 'case', summary: '两项应当立案。', findings }): Promise<void> {
  await file.act('tp-s', 'approve-inspection', AGREE);
  await file.act('tp-a', 'enter-premises', onTheSpot());
  await file.act('tp-a', 'record-scene', scene());
  await file.act('tp-a', 'conclude-inspection', conclusion);
}

it('G010, U29: is planned by two officers with valid certificates, and A twice is one (J03)', async () => {
  const asked = (handlers: string[]) => office.seat('tp-a').open('inspection-routine', plan(handlers));
  for (const handlers of [people('tp-a'), people('tp-a', 'tp-a'), people('tp-a', 'tp-p1')]) {
    const { status, body } = await asked(handlers);
    expect([status, body.refusals?.map(({ rule, cure }) => [rule, cure])]).toEqual([422, [['two-qualified-officers', expect.stringContaining('增加执法证件有效')]]]);
  }
  visit = await planned();
  expect((await visit.view()).case).toMatchObject({ state: 'planned', procedure: 'inspection-routine', procedureVersion: '2025-01-01' });
});

it('is offered beside the penalties where a new case is begun', async () => {
  const { body } = await office.seat('tp-a').get<{ items: { id: string; title: string }[] }>('/procedures');
  expect(body.items.filter(({ id }) => id === 'inspection-routine').map(({ title }) => title)).toEqual(['行政检查（日常监督检查）']);
});

it('is approved, announced, and entered with the certificate shown', async () => {
  expect(await visit.refusal('tp-a', 'enter-premises', onTheSpot())).toEqual(['not-in-state']);
  expect(await visit.refusal('tp-a', 'approve-inspection', AGREE)).toContain('incompatible-duty');
  await visit.act('tp-s', 'approve-inspection', AGREE);
  expect((await visit.view()).case.number).toBe('测卫医检〔2026〕1号');
  await visit.act('tp-b', 'notify-inspection', { way: '电话', content: '告知检查时间和事项。' });
  const unshown = await office.seat('tp-a').act(visit.id, 'enter-premises', { ...onTheSpot(), certificateShown: false });
  expect([unshown.status, unshown.body.errors?.map((error) => error.pointer)]).toEqual([400, ['/form/certificateShown']]);
  expect(await visit.refusal('tp-a', 'enter-premises', { ...onTheSpot(), officers: people('tp-a', 'tp-c') })).toEqual(['note-by-two-officers']);
  await visit.act('tp-a', 'enter-premises', onTheSpot());
});

it('G011: is finished on a record of the scene, with a result, once', async () => {
  const passed = { result: 'passed', summary: '未发现问题。' };
  expect(await visit.refusal('tp-a', 'conclude-inspection', passed)).toEqual(['not-in-state']);
  expect(await visit.refusal('tp-a', 'record-scene', { ...scene(), officers: people('tp-a') })).toEqual(['note-by-two-officers']);
  await visit.act('tp-a', 'record-scene', scene());
  const without = await office.seat('tp-a').act(visit.id, 'conclude-inspection', { summary: '。' });
  expect([without.status, without.body.errors?.map((error) => error.pointer)]).toEqual([400, ['/form/result']]);
  const opinion = { officers: both(), factsFound: '医疗废物暂存间未上锁。', basis: '医疗废物管理条例第十七条', advice: '立即上锁，专人管理。', dueOn: '2026-06-16', receiver: '示例签收人' };
  await visit.act('tp-a', 'issue-opinion', opinion);
  await visit.act('tp-a', 'conclude-inspection', { result: 'case', summary: '两项应当立案，一项已改正。', findings });
  expect(await visit.refusal('tp-a', 'conclude-inspection', passed)).toEqual(['not-in-state']);
});

it('issues the opinion as a numbered paper that reads as one', async () => {
  const facts = (await visit.view()).case.facts.documents as Record<string, { id: string; number: string }>;
  expect(facts['supervision-opinion'].number).toBe('测卫医监督〔2026〕1号');
  const { body } = await office.seat('tp-a').get<string>(`/documents/${facts['supervision-opinion'].id}`);
  for (const said of ['卫生监督意见书', '立即上锁，专人管理。', '整改期限：2026年6月16日。', '测试经办甲', '示范-0901', '本意见书不是行政处罚决定']) expect(JSON.stringify(body)).toContain(said);
});

it('G012, T42: a finding that is a violation becomes one clue, in a penalty case that knows where it comes from', async () => {
  const refer = (finding: number, offence = findings[finding - 1]?.offence ?? '某') => ({ finding, offence, handlers: both() });
  expect(await visit.refusal('tp-a', 'refer-finding', refer(2))).toEqual(['finding-referable']);
  expect(await visit.refusal('tp-a', 'refer-finding', refer(9))).toEqual(['finding-referable']);
  expect(await visit.refusal('tp-a', 'refer-finding', refer(1, '别的案由'))).toEqual(['finding-referable']);
  expect(await visit.refusal('tp-a', 'close-inspection', { summary: '办结。' })).toEqual(['findings-handled']);
  const { version } = (await visit.view()).case;
  const answers = await Promise.all(['tp-a', 'tp-b'].map((login) => office.seat(login).act(visit.id, 'refer-finding', refer(1), { version })));
  expect(answers.map((one) => one.status).sort()).toEqual([200, 412]);
  const opened = answers.find((one) => one.status === 200)!.body as { opened?: { id: string; procedure: string } };
  expect(opened.opened?.procedure).toBe('penalty-ordinary');
  expect(await visit.refusal('tp-a', 'refer-finding', refer(1))).toEqual(['finding-referable']);
  const penalty = new Dossier(office, opened.opened!.id, 'tp-a');
  const { case: seen } = await penalty.view();
  expect(seen).toMatchObject({
    state: 'clue', procedure: 'penalty-ordinary', facts: { origin: { procedure: 'inspection-routine', caseId: visit.id, ref: 1 }, clue: { source: 'random-city', discoveredOn: '2026-06-09' } },
  });
  expect((await visit.view()).case.facts.linked).toEqual([{ caseId: penalty.id, procedure: 'penalty-ordinary', ref: 1 }]);
  expect((await penalty.record())[0].payload?.recorded).toMatchObject({ origin: { caseId: visit.id } });
  await penalty.act('tp-a', 'file-case', { reason: '检查发现，有初步证据。' });
  for (const id of [visit.id, penalty.id]) expect(await office.verify(id, TP_ORGAN)).toMatchObject({ ok: true });
});

it('what the other procedure refuses, refuses the whole and leaves nothing', async () => {
  const before = await office.imprint();
  const strange = { finding: 3, offence: findings[2].offence, offenceId: 'not-in-the-library', handlers: both() };
  expect(await visit.refusal('tp-a', 'refer-finding', strange)).toEqual(['offence-known']);
  const after = await office.imprint();
  expect({ ...after, 'platform.refusal': null }).toEqual({ ...before, 'platform.refusal': null });
});

it('is closed once every violation has its case', async () => {
  expect(await visit.refusal('tp-a', 'close-inspection', { summary: '办结。' })).toEqual(['findings-handled']);
  await visit.act('tp-a', 'refer-finding', { finding: 3, offence: findings[2].offence, handlers: both() });
  await visit.act('tp-a', 'close-inspection', { summary: '两项已形成线索，一项已改正。' });
  expect(await visit.state()).toBe('done');
});

it('a problem that is mended is closed on the re-check', async () => {
  const file = await planned();
  await concluded(file, { result: 'corrected', summary: '责令改正。', findings: [findings[1]] });
  expect(await file.refusal('tp-a', 'close-inspection', { summary: '办结。' })).toEqual(['findings-handled']);
  await file.act('tp-a', 'record-recheck', { officers: both(), result: 'not-mended', finding: '仍未上锁。' });
  expect(await file.refusal('tp-a', 'close-inspection', { summary: '办结。' })).toEqual(['findings-handled']);
  await file.act('tp-a', 'record-recheck', { officers: both(), result: 'mended', finding: '已上锁。' });
  await file.act('tp-a', 'close-inspection', { summary: '复查合格。' });
});

it('premises that are gone are closed and never done', async () => {
  const file = await planned({}, { kind: 'person', name: '示例人员', idNumber: '示例证件1' });
  await file.act('tp-s', 'approve-inspection', AGREE);
  await file.act('tp-a', 'record-gone', { officers: both(), finding: '门店已关闭。' });
  expect(await file.state()).toBe('gone');
});

it('keeps to the yearly cap of the pack, and says where none is loaded', async () => {
  // Two inspections of this clinic count; a complaint is exempt.
  const third = await office.seat('tp-a').open('inspection-routine', plan(both()));
  expect([third.status, third.body.refusals?.map((one) => one.rule)]).toEqual([422, ['inspection-within-cap']]);
  expect((await office.seat('tp-a').open('inspection-routine', plan(both(), { source: 'complaint' }))).status).toBe(201);
  const own = [office.seat('handler1'), office.seat('handler2')];
  const elsewhere = await own[0].open('inspection-routine', plan(own.map((seat) => seat.person)));
  expect([elsewhere.status, elsewhere.body.defects?.map((one) => one.rule)]).toEqual([201, ['inspection-cap-loaded']]);
});

it('stands in the figures of the year as imported inspections do', async () => {
  await office.settle();
  const rows = await office.rows<{ kind: string; dims: JsonObject; count: number; measures: JsonObject }>(
    "select kind, dims, count, measures from statistics.tally where organ = $1 and kind like 'inspection.%' order by kind, day, source_id", [TP_ORGAN],
  );
  expect(rows.map((row) => [row.kind, row.dims.result]).sort()).toEqual([
    ['inspection.closed', 'case'], ['inspection.closed', 'corrected'], ['inspection.closed', 'unit-gone'], ['inspection.done', 'case'], ['inspection.done', 'corrected'],
  ]);
  const first = rows.find((row) => row.kind === 'inspection.done' && row.dims.result === 'case')!;
  expect([first.dims, first.count, first.measures]).toEqual([
    { discipline: '医疗卫生', source: 'random-city', result: 'case', device: 'recorder', partyType: 'organization' }, 1,
    { officers: 2, certificateShown: 1, scanned: 1, opinions: 1 },
  ]);
});
