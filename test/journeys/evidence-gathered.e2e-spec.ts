import type { JsonObject } from '@sanzhi/kernel';
import { Dossier } from '../office/dossier';
import { asJson, CLINIC, clueForm, decisionOn, digestOf, LARGE, SMALL } from '../office/forms';
import { Office } from '../office/office';
import { steps, toNotified } from '../office/ordinary-road';

jest.setTimeout(150_000);

interface Gathered {
  measures: { id: string; endedAt: string | null }[];
  pieces: { id: string; kind: string; title: string; partyView: string | null }[];
  inquiries: { id: string; begunAt: string; endedAt: string | null }[];
}

let office: Office;
beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office.close());

const filed = async (): Promise<Dossier> => {
  const file = await Dossier.register(office);
  await steps.file(file);
  return file;
};
const gathered = async (file: Dossier): Promise<Gathered> => (await file.view()).slices.evidence as Gathered;
const two = () => [office.person('handler1'), office.person('handler2')];
const BOOK = { kind: '书证', title: '诊疗登记簿复印件', source: '当事人提供，经核对与原件一致。' };
const signed = { how: 'signed', name: '示例签收人' };
const note = (more: JsonObject = {}): JsonObject => ({
  kind: '勘验笔录、现场笔录', title: '现场笔录', officers: two(), certificateShown: true, rightsTold: true, place: '示范区示例路1号', content: '诊室内有处方两张。',
  partySign: signed, ...more,
});
const seizure = (): JsonObject => ({
  kind: 'seizure', reason: '涉案药品。', urgency: '当事人正在转移药品。', power: { level: 'law', citation: '示例法第一条' }, place: '示范区示例路1号', sealedByOthers: false,
  items: [{ name: '药品', quantity: 12, unit: '盒', mark: '批号0001', related: true, necessity: false }],
  officers: two(), certificateShown: true, partyCalled: true, told: true, heard: true, decisionHanded: true, listHanded: true, sceneNote: '清点药品12盒。', partySign: signed,
});
const seize = async (file: Dossier): Promise<void> => {
  await file.act('handler1', 'take-urgent-coercion', seizure());
  await file.act('head1', 'approve-measure', { measure: 'm1', opinion: '同意。' });
};
const lift = { measure: 'm1', ground: 'no-longer-needed', receiver: '示例签收人' };

it('G028: evidence is of one of the eight kinds', async () => {
  const file = await filed();
  expect(await file.refusal('handler1', 'add-evidence', { ...BOOK, kind: '其他材料' })).toEqual(['evidence-kind-allowed']);
  await file.act('handler1', 'add-evidence', BOOK);
  expect((await gathered(file)).pieces).toMatchObject([{ id: 'e1', kind: '书证', title: BOOK.title, partyView: null }]);
});

it('L03, L04: a note is made by two officers who have shown their certificates, and the party signs or it is noted', async () => {
  const file = await filed();
  expect(await file.refusal('handler1', 'record-note', note({ certificateShown: false }))).toEqual(['certificate-shown']);
  expect(await file.refusal('handler1', 'record-note', note({ officers: [office.person('handler1')] }))).toEqual(['note-by-two-officers']);
  expect(await file.refusal('handler1', 'record-note', note({ officers: [office.person('handler1'), office.person('handler3')] }))).toEqual(['note-by-two-officers']);
  expect(await file.refusal('handler1', 'record-note', note({ partySign: { how: 'refused' } }))).toEqual(['party-signed-or-noted']);
  await file.act('handler1', 'record-note', note({ partySign: { how: 'refused', reason: '当事人拒绝签名，未说明理由。' } }));
});

it('L04: whose certificate has run out signs no note', async () => {
  const file = await filed();
  const id = office.person('handler2');
  await office.rows("update identity.officer set certificate_until = '2023-02-28' where id = $1", [id]);
  expect(await file.refusal('handler1', 'record-note', note())).toEqual(['note-by-two-officers']);
  await office.rows("update identity.officer set certificate_until = '2035-12-31' where id = $1", [id]);
  await file.act('handler1', 'record-note', note());
});

it('G033: what the party says of a piece is not blank, and is noted once', async () => {
  const file = await filed();
  await file.act('handler1', 'add-evidence', BOOK);
  const blank = await office.seat('handler1').act(file.id, 'record-party-view', { evidence: 'e1', view: '  ' });
  expect([blank.status, blank.body.errors?.[0].pointer]).toEqual([400, '/form/view']);
  expect(await file.refusal('handler1', 'record-party-view', { evidence: 'e2', view: '无异议。' })).toEqual(['evidence-named']);
  await file.act('handler1', 'record-party-view', { evidence: 'e1', view: '无异议。' });
  expect((await gathered(file)).pieces[0].partyView).toBe('无异议。');
  expect(await file.refusal('handler1', 'record-party-view', { evidence: 'e1', view: '有异议。' })).toEqual(['evidence-named', 'act-has-object']);
});

it('L10: what a device recorded is evidence only when device, place and record were checked', async () => {
  const file = await filed();
  const form = { kind: '电子数据', title: '在线监测记录', device: '设备0001', legallyChecked: true, technicallyChecked: true, placePublished: false, contentChecked: true, partyInformed: true };
  expect(await file.refusal('handler1', 'add-monitoring-evidence', form)).toEqual(['monitoring-lawful']);
  await file.act('handler1', 'add-monitoring-evidence', { ...form, placePublished: true });
});

it('L09: what is tested was sampled by record, by a laboratory that is qualified, and the party is told of the result', async () => {
  const file = await filed();
  const sample = { title: '消毒液', sampleNumber: '样0001', quantity: '2瓶（留样1瓶）', retained: true, place: '示范区示例路1号', officers: two(), certificateShown: true, partySign: signed };
  const test = { ground: '检验', samples: ['样0001'], laboratory: '示例检验中心', qualification: '示例资质0001', qualifiedUntil: '2024-12-31', items: '有效成分含量' };
  expect(await file.refusal('handler1', 'commission-test', test)).toEqual(['samples-taken']);
  expect(await file.refusal('handler1', 'take-sample', { ...sample, officers: [office.person('handler1')] })).toEqual(['note-by-two-officers']);
  await file.act('handler1', 'take-sample', sample);
  expect(await file.refusal('handler1', 'take-sample', sample)).toEqual(['sample-number-new']);
  expect(await file.refusal('handler1', 'commission-test', { ...test, qualifiedUntil: '2023-02-28' })).toEqual(['laboratory-qualified']);
  await file.act('handler1', 'commission-test', test);
  const result = { test: 't1', report: '检验报告（示检0001）', conclusion: '不符合标准。', resultTold: true, retestTold: true };
  expect(await file.refusal('handler1', 'record-test-result', { ...result, retestTold: false })).toEqual(['result-told']);
  await file.act('handler1', 'record-test-result', result);
  expect(await file.refusal('handler1', 'record-test-result', result)).toEqual(['test-open', 'act-has-object']);
  expect((await gathered(file)).pieces.map(({ kind }) => kind)).toEqual(['物证', '鉴定意见']);
});

it('L12, G043: nobody proposes a penalty while a test or an expert is awaited, nor with a blank report', async () => {
  const file = await filed();
  await file.act('handler1', 'open-expert-review', { experts: [{ name: '示例专家', field: '口腔医学' }], question: '是否符合诊疗规范。' });
  expect(await file.refusal('handler1', 'report-findings', { draft: asJson(SMALL) })).toEqual(['facts-clear']);
  await file.act('handler1', 'close-expert-review', { opinion: '不符合诊疗规范。' });
  const blank = await office.seat('handler1').act(file.id, 'report-findings', { draft: { ...asJson(SMALL), factsFound: '' } });
  expect([blank.status, blank.body.errors?.[0].pointer]).toEqual([400, '/form/draft/factsFound']);
  await steps.report(file, SMALL);
  await file.act('handler1', 'notify-party', { receiver: '示例签收人', method: 'direct' });
  await steps.hear(file);
  await steps.decide(file, SMALL);
  expect(await file.refusal('handler1', 'report-findings', { draft: asJson(SMALL) })).toEqual(['not-in-state']);
  const spot = await Dossier.register(office, clueForm([office.seat('handler1'), office.seat('handler2')], CLINIC), 'penalty-summary');
  expect((await office.seat('handler1').act(spot.id, 'report-findings', { draft: asJson(SMALL) })).status).toBe(404);
});

it('G044, T20: an expert review begins when it is opened, one at a time, and ends with an opinion', async () => {
  const file = await filed();
  const opened = { experts: [{ name: '示例专家', field: '口腔医学' }], question: '是否符合诊疗规范。' };
  expect(await file.refusal('handler1', 'close-expert-review', { opinion: '符合。' })).toEqual(['expert-review-open']);
  for (const wrong of [{ ...opened, experts: [] }, { ...opened, begunOn: '2023-02-01' }]) {
    expect((await office.seat('handler1').act(file.id, 'open-expert-review', wrong)).status).toBe(400);
  }
  expect(await file.refusal('handler1', 'open-expert-review', opened, { actedAt: '2023-02-27T09:00:00+08:00', proof: { paper: '评审通知' } })).toEqual(['not-before-cause']);
  expect(await file.refusal('handler1', 'open-expert-review', opened, { actedAt: '2023-04-01T09:00:00+08:00', proof: { paper: '评审通知' } })).toEqual(['not-in-the-future']);
  await file.act('handler1', 'open-expert-review', opened);
  expect(await file.refusal('handler1', 'open-expert-review', opened)).toEqual(['one-expert-review']);
  for (const wrong of [{ opinion: ' ' }, { opinion: '不符合。', begunOn: '2023-02-01' }] as JsonObject[]) {
    expect((await office.seat('handler1').act(file.id, 'close-expert-review', wrong)).status).toBe(400);
  }
  await file.act('handler1', 'close-expert-review', { opinion: '不符合诊疗规范。' });
  expect((await gathered(file)).inquiries).toMatchObject([{ id: 'x1', begunAt: '2023-03-01T01:00:00.000Z', endedAt: '2023-03-01T01:00:00.000Z' }]);
});

it('G029: evidence is added while the case is investigated, reported or told of, and not while it is reviewed or after the decision', async () => {
  const file = await Dossier.register(office);
  expect(await file.refusal('handler1', 'add-evidence', BOOK)).toEqual(['not-in-state']);
  await toNotified(file, LARGE);
  await steps.submit(file);
  expect(await file.refusal('handler1', 'add-evidence', BOOK)).toEqual(['not-in-state']);
  expect(await file.refusal('handler1', 'record-note', note())).toEqual(['not-in-state']);
});

it('evidence that comes after the review was passed enters the proposal and voids it; the reviewer confirms it again', async () => {
  const file = await Dossier.register(office);
  await toNotified(file, LARGE);
  await steps.submit(file);
  await steps.opine(file, LARGE);
  const more = await file.act('handler1', 'add-evidence', BOOK);
  expect(more.case?.state).toBe('reviewed');
  expect(await file.refusal('head1', 'decide-penalty', decisionOn(LARGE))).toContain('review-passed-where-required');
  await office.settle();
  const { body } = await office.seat('reviewer1').get<{ items: { kind: string; caseId: string }[] }>('/messages');
  expect(body.items.filter((told) => told.caseId === file.id).map(({ kind }) => kind)).toContain('sign-off-voided');
  const widened = { ...LARGE, evidence: [...LARGE.evidence, { title: BOOK.title }] };
  expect((await file.view('reviewer1')).slices.review).toMatchObject({ currentDigest: digestOf(widened) });
  await steps.submit(file);
  await steps.opine(file, widened);
  expect(((await file.view()).slices.review as { result: string }).result).toBe('passed');
});

it('L07, U18: no case is closed, dropped or found unproved with something still seized; after the decision it can be lifted', async () => {
  const file = await filed();
  await seize(file);
  await steps.report(file, SMALL);
  await steps.notify(file);
  await steps.hear(file);
  await steps.decide(file, SMALL);
  await steps.serve(file);
  await steps.pay(file, SMALL);
  expect(await file.refusal('handler1', 'close-case', { summary: '已履行。' })).toEqual(['no-open-measure']);
  await file.act('head1', 'lift-coercion', { ...lift, ground: 'decided' });
  await steps.close(file);
  expect((await gathered(file)).measures[0].endedAt).not.toBeNull();
  const other = await filed();
  await seize(other);
  const ending = { outcome: 'dropped', ground: 'other', factsFound: '经查，无违法事实。', evidence: [{ title: '现场笔录' }], basis: '行政处罚法第五十七条', reason: '立案错误。' };
  await other.act('handler1', 'report-ending', ending);
  expect(await other.refusal('head1', 'approve-ending', { outcome: 'dropped', opinion: '同意。' })).toEqual(['no-open-measure']);
  await other.act('head1', 'lift-coercion', { ...lift, ground: 'no-violation' });
  await other.act('head1', 'approve-ending', { outcome: 'dropped', opinion: '同意。' });
});

it('T06: a case that goes to the police takes its seized things along, or they are lifted', async () => {
  const file = await filed();
  await seize(file);
  expect(await file.refusal('head1', 'dispose-items', { measure: 'm1', disposal: 'transferred', reason: '随案移交。', receiver: '示范区公安机关' })).toEqual(['disposal-grounded']);
  const crime = { outcome: 'crime', ground: 'suspected-crime', factsFound: '涉嫌非法行医罪。', evidence: [{ title: '现场笔录' }], basis: '行政处罚法第二十七条', reason: '涉嫌犯罪。', receiver: '示范区公安机关', receiverKind: 'police', team: two() };
  await file.act('handler1', 'report-ending', crime);
  await file.act('head1', 'approve-crime-transfer', { outcome: 'crime', opinion: '同意移送。' });
  await file.act('handler1', 'send-crime', { papers: ['移送书', '涉案物品清单'], receipt: '收件人签收。' });
  await file.act('handler1', 'record-crime-answer', { answer: 'accepted', paper: '示公立字〔2023〕1号' });
  expect(await file.refusal('handler1', 'close-case', { summary: '已移送。' })).toContain('no-open-measure');
  await file.act('head1', 'dispose-items', { measure: 'm1', disposal: 'transferred', reason: '公安机关已立案，随案移交。', receiver: '示范区公安机关' });
  await file.act('handler1', 'hand-over-goods', { list: '药品12盒', receipt: '示范区公安机关接收人签收。' });
  await steps.close(file);
});

it('G035, U19: a closed case takes no more evidence, note, measure, statement, meeting, signature or service', async () => {
  const file = await filed();
  await file.act('handler1', 'add-evidence', BOOK);
  await steps.report(file, SMALL);
  await steps.notify(file);
  await steps.hear(file);
  await steps.decide(file, SMALL);
  await steps.serve(file);
  await steps.pay(file, SMALL);
  await steps.close(file);
  const late: [string, JsonObject][] = [
    ['add-evidence', BOOK], ['record-note', note()], ['record-party-view', { evidence: 'e1', view: '无异议。' }], ['take-urgent-coercion', seizure()],
    ['request-registration', { reason: '可能毁损。', place: '诊所内', items: [{ name: '登记簿', quantity: 1, unit: '本' }] }],
  ];
  for (const [action, form] of late) expect([action, await file.refusal('handler1', action, form)]).toEqual([action, ['not-in-state']]);
  const members = [office.person('head1'), office.person('head2')];
  const others: [string, string, JsonObject][] = [
    ['handler1', 'record-statement', { kind: 'stated', content: '不服。' }],
    ['clerk', 'convene-discussion', { members, chair: members[0], place: '第一会议室' }],
    ['head1', 'cast-vote', { vote: 'agree', view: '同意。', digest: digestOf(SMALL) }],
    ['reviewer1', 'give-opinion', { opinion: 'OP-AGREE', digest: digestOf(SMALL), text: '同意。' }],
    ['handler1', 'serve-decision', { method: 'electronic', recording: 'V-1', confirmation: 'Q-1' }],
  ];
  for (const [login, action, form] of others) expect([action, (await file.refusal(login, action, form))[0]]).toEqual([action, 'not-in-state']);
});

it('L41: what was gathered is shown to who has to know, and each reading leaves a row', async () => {
  const file = await filed();
  await file.act('handler1', 'record-note', note({ content: '患者张三的病历。' }));
  const ways = [`/cases/${file.id}`, `/cases/${file.id}/record`];
  const seenBy = (login: string) => Promise.all(ways.map(async (way) => (await office.seat(login).get(way)).status));
  await office.rows("insert into identity.case_scope (organ, scope, ground) values ('DEMO-DISTRICT', 'own', '案卷含患者信息') on conflict (organ) do update set scope = 'own'");
  expect([await seenBy('handler1'), await seenBy('handler3')]).toEqual([[200, 200], [404, 404]]);
  await office.rows("update identity.case_scope set scope = 'organ'");
  expect(await seenBy('handler3')).toEqual([200, 200]);
  await file.act('handler1', 'ask-recusal', { person: office.person('handler2'), askedBy: 'party', ground: '系近亲属。' });
  await file.act('head1', 'assign-handlers', { handlers: [office.person('handler3')], ground: '原承办人拟回避。' });
  await file.act('head1', 'grant-recusal', { opinion: '同意回避。' });
  expect(await seenBy('handler2')).toEqual([404, 404]);
  const readings = await office.rows<{ code: string }>('select code from platform.reading where subject = $1', [file.id]);
  expect(readings.filter(({ code }) => code === 'not-found')).toHaveLength(4);
  expect(readings.filter(({ code }) => code === 'ok').length).toBeGreaterThan(3);
});

describe('at the same moment', () => {
  it('of two extensions of a measure one holds, and of two liftings one', async () => {
    const file = await filed();
    await seize(file);
    const { version } = (await file.view()).case;
    const both = (action: string, form: JsonObject, at: number) =>
      Promise.all(['head1', 'head2'].map((login) => office.seat(login).act(file.id, action, form, { version: at })));
    const extended = await both('extend-coercion', { measure: 'm1', length: 30, reason: '情况复杂。' }, version);
    expect(extended.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(await file.refusal('head2', 'extend-coercion', { measure: 'm1', length: 30, reason: '情况复杂。' })).toEqual(['clock-change-lawful']);
    const lifted = await both('lift-coercion', lift, version + 1);
    expect(lifted.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(await file.refusal('head2', 'lift-coercion', lift)).toEqual(['coercion-named', 'items-under-measure', 'act-has-object']);
  });

  it('lets nobody rewrite a measure, a thing or a piece, not even the owner', async () => {
    for (const change of ["update evidence.measure set taken_at = now()", "update evidence.measure_item set name = '空盒'", 'delete from evidence.measure_item',
      "update evidence.piece set title = '另一件'", 'delete from evidence.piece', "update evidence.inquiry set begun_at = '2023-01-01'"]) {
      await expect(office.owner.query(change)).rejects.toThrow('never changed');
    }
  });
});
