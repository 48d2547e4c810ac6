import type { JsonObject } from '@sanzhi/kernel';
import { CLINIC_ORGAN, openClinicOffice } from '../office/clinic';
import { CLINIC_DRAFT, digestNow, filedClinic } from '../office/clinic-penalty';
import type { Dossier } from '../office/dossier';
import type { Office } from '../office/office';

jest.setTimeout(120_000);

let office: Office;
let file: Dossier;
let second: Dossier;
beforeAll(async () => {
  office = await openClinicOffice('2026-06-09T09:00:00+08:00');
  file = await filedClinic(office, '2026-06-09');
  second = await filedClinic(office, '2026-06-08', { kind: 'person', name: '上官示例', address: '测试区示例路9号' });
  await office.passTo('2026-07-06T09:00:00+08:00');
});
afterAll(() => office.close());

const DECISION: JsonObject = { kinds: CLINIC_DRAFT.kinds, fineFen: 7_200_000, confiscatedFen: 1_200_000 };
const told: JsonObject = { receiver: '欧阳示例', method: 'direct' };
const clockOf = async (rule: string) => (await file.view('a')).clocks.filter((one) => one.rule === rule).at(-1);
const stateOf = async (of: Dossier): Promise<string> => (await of.view('a')).case.state;
const factsNow = async () => (await file.view('a')).case.facts as Record<string, Record<string, unknown> | string | null>;

it('G051: J19, nobody is told before the investigation is ended', async () => {
  expect(await file.refusal('a', 'notify-party', told)).toEqual(['not-in-state']);
  expect(await stateOf(file)).toBe('investigating');
});

it('G073: J20, the report has its six parts, with factors, tier and reasons', async () => {
  expect(await file.refusal('a', 'report-findings', { draft: { ...CLINIC_DRAFT, discretion: ' ' } })).toEqual(['discretion-reasoned']);
  expect(await file.refusal('a', 'report-findings', { draft: { ...CLINIC_DRAFT, grading: { incomeFen: 1_200_000, incomeBasis: '按收费记录逐笔相加。' } } })).toEqual(['discretion-reasoned']);
  await file.act('a', 'report-findings', { draft: CLINIC_DRAFT });
  expect((await factsNow()).draft).toMatchObject({ ...CLINIC_DRAFT, law: { procedure: 'penalty-ordinary', version: '2025-06-01' } });
  await second.act('a', 'report-findings', { draft: CLINIC_DRAFT });
  await file.act('a', 'send-to-early-review');
  expect(await clockOf('CASE-REVIEW')).toMatchObject({ statutoryDue: '2026-07-20', state: 'running' });
});

const opinionOn = async (of: Dossier, opinion: string): Promise<JsonObject> => ({ opinion, digest: await digestNow(of), text: '审核意见。' });

it('J22, J23: review before the notice asks for proof of the income, gets it, and agrees', async () => {
  await office.passTo('2026-07-09T09:00:00+08:00');
  await file.act('r', 'give-early-opinion', await opinionOn(file, 'OP-CORRECT'));
  expect(await file.refusal('a', 'notify-party', told)).toEqual(['review-passed-before-notice']);
  await office.passTo('2026-07-13T09:00:00+08:00');
  expect(await file.refusal('a', 'send-to-early-review')).toEqual(['review-answered']);
  await file.act('a', 'send-to-early-review', { response: '已补充收费记录逐笔明细。' });
  await second.act('a', 'send-to-early-review');
  await office.passTo('2026-07-16T09:00:00+08:00');
  for (const one of [file, second]) await one.act('r', 'give-early-opinion', await opinionOn(one, 'OP-AGREE'));
});

it('L20, G054: J25, the notice tells the whole penalty, its facts, grounds, basis and rights, and opens the hearing right', async () => {
  await office.passTo('2026-07-17T09:00:00+08:00');
  expect(await file.refusal('a', 'record-statement', { kind: 'waived', content: '放弃。' })).toEqual(expect.arrayContaining(['not-in-state', 'notice-served']));
  await file.act('a', 'notify-party', told);
  await second.act('a', 'notify-party', { receiver: '上官示例', method: 'direct' });
  expect((await factsNow()).notice).toMatchObject({ servedOn: '2026-07-17', fineFen: 7_200_000, confiscatedFen: 1_200_000, goods: CLINIC_DRAFT.goods, basis: CLINIC_DRAFT.basis });
  expect(await clockOf('CASE-HEAR-REQ')).toMatchObject({ statutoryDue: '2026-07-24', state: 'running' });
  const [paper] = await office.rows<{ html: string }>("select html from documents.document where case_id = $1 and kind = 'penalty-notice'", [file.id]);
  for (const said of ['72,000.00', '12,000.00', '药品 12盒', '听诊器 1个', CLINIC_DRAFT.basis, '有权进行陈述和申辩', '有权要求听证', '立即停止执业活动']) expect(paper.html).toContain(said);
});

it('G059, T15: J26, is not decided at once', async () => {
  const refusals = await file.refusal('p1', 'decide-penalty', DECISION);
  expect(refusals).toEqual(expect.arrayContaining(['statement-settled', 'hearing-settled', 'discussion-resolved-where-required']));
});

it('L22: J28, each of three points is answered, by another than who handles', async () => {
  await office.passTo('2026-07-22T09:00:00+08:00');
  await file.act('a', 'record-statement', { kind: 'stated', content: '书面申辩。', points: ['没有违法所得', '处罚过重', '已经停业'] });
  expect(await file.refusal('a', 'record-statement', { kind: 'waived', content: '放弃。' })).toEqual(['statement-not-undone']);
  await file.act('a', 'answer-statement', { answers: [1, 2, 3].map((point) => ({ point, adopted: false, reason: '不成立。' })) });
  expect(await file.refusal('a', 'send-to-review')).toEqual(['statement-answered', 'hearing-settled']);
  expect(await file.refusal('r', 'recheck-statement', { answers: [{ point: 4, adopted: false, reason: '不成立。' }] })).toEqual(['answers-to-points']);
  await file.act('r', 'recheck-statement', { answers: [{ point: 1, adopted: false, reason: '收费记录逐笔可查。' }, { point: 2, adopted: false, reason: '已适用从轻阶次。' }] });
  expect(await file.refusal('a', 'send-to-review')).toEqual(['statement-answered', 'hearing-settled']);
  await file.act('r', 'recheck-statement', { answers: [{ point: 3, adopted: true, reason: '停业属实，已作为从轻考虑。' }] });
  expect(await file.refusal('a', 'send-to-review')).toEqual(['hearing-settled']);
});

it('G057: J29, asks for a hearing on the day before the last', async () => {
  await office.passTo('2026-07-23T15:00:00+08:00');
  expect(await file.refusal('a', 'request-hearing', { receivedOn: '2026-07-16', paper: '申请书' })).toEqual(['hearing-request-dated']);
  await file.act('a', 'request-hearing', { receivedOn: '2026-07-23', paper: '当事人签名的听证申请书。' });
  expect(await stateOf(file)).toBe('hearing');
});

it('J30: a late request is refused, and the head may admit it with a reason', async () => {
  await office.passTo('2026-07-27T09:00:00+08:00');
  expect((await second.view('a')).case.facts.hearingRight).toBe('lapsed');
  const late = { receivedOn: '2026-07-27', paper: '当事人签名的听证申请书。' };
  expect(await second.refusal('a', 'request-hearing', late)).toEqual(['hearing-asked-in-time']);
  await second.act('p1', 'admit-hearing', { ...late, reason: '住院至7月26日，有正当理由。' });
  expect(await stateOf(second)).toBe('hearing');
});

it('G063, G064: J31, J32, seven full working days lie ahead, and nobody who handled or reviewed it chairs', async () => {
  const plan = (on: string, chair: string): JsonObject => ({ on, time: '9时30分', place: '听证室', hearingChair: office.person(chair), open: true });
  for (const early of ['2026-08-03', '2026-08-05']) expect(await file.refusal('p1', 'schedule-hearing', plan(early, 'h'))).toEqual(['hearing-notice-ahead']);
  expect(await file.refusal('p1', 'schedule-hearing', plan('2026-08-06', 'a'))).toEqual(['incompatible-duty']);
  expect(await file.refusal('p1', 'schedule-hearing', plan('2026-08-06', 'r'))).toEqual(['incompatible-duty']);
  expect(await file.refusal('p1', 'schedule-hearing', { ...plan('2026-08-06', 'h'), open: false })).toEqual(['hearing-public']);
  await file.act('p1', 'schedule-hearing', plan('2026-08-06', 'h'));
  expect(await file.refusal('h', 'hold-hearing', { attendance: 'attended', record: '笔录', signed: true })).toEqual(['hearing-notified', 'hearing-not-early']);
});

it('U13: J33, a notice is not dated before what it rests on', async () => {
  await file.act('a', 'notify-hearing', { method: 'direct', receiver: '欧阳示例' });
  const proof = { paper: '送达回证1号' };
  const back = await file.refusal('a', 'notify-hearing', { method: 'direct', receiver: '欧阳示例' }, { actedAt: '2026-07-15T09:00:00+08:00', proof });
  expect(back).toContain('not-before-cause');
});

it('G065, T60: J34, is not held before its day', async () => {
  await office.passTo('2026-08-05T09:00:00+08:00');
  expect(await file.refusal('h', 'hold-hearing', { attendance: 'attended', record: '笔录', signed: true })).toEqual(['hearing-not-early']);
});

it('G061, T14, U01: J35, is held with an agent there and the record signed, and its time is no time for the decision', async () => {
  await office.passTo('2026-08-06T09:30:00+08:00');
  expect(await clockOf('CASE-DECIDE-90')).toMatchObject({ statutoryDue: '2026-09-07' });
  expect(await file.refusal('h', 'hold-hearing', { attendance: 'attended', record: '笔录' })).toEqual(['hearing-record-signed']);
  expect(await file.refusal('r', 'hold-hearing', { attendance: 'attended', record: '笔录', signed: true })).toEqual(['incompatible-duty', 'hearing-chaired-by-appointed']);
  // A date typed beside a statement is no hearing.
  expect((await office.seat('a').act(file.id, 'record-statement', { kind: 'stated', content: '补充意见。', hearingHeldOn: '2026-08-06' })).status).toBe(400);
  await file.act('h', 'hold-hearing', { attendance: 'attended', agents: ['示例代理人'], record: '双方到场，举证、质证、申辩。', signed: true });
  expect(await clockOf('CASE-DECIDE-90')).toMatchObject({ statutoryDue: '2026-09-21' });
  expect(await clockOf('CASE-HEAR-OPINION')).toMatchObject({ statutoryDue: '2026-08-10', state: 'running' });
  expect(await file.refusal('p1', 'decide-penalty', DECISION)).toEqual(expect.arrayContaining(['not-in-state', 'hearing-settled']));
});

it('G066: J36, the chair gives an opinion with reasons', async () => {
  await office.passTo('2026-08-10T09:00:00+08:00');
  expect(await file.refusal('h', 'give-hearing-opinion', { view: 'maintain', text: ' ' })).toEqual(['hearing-opinion-reasoned']);
  await file.act('h', 'give-hearing-opinion', { view: 'maintain', text: '违法事实清楚，申辩意见不成立，建议维持。' });
  expect(await stateOf(file)).toBe('notified');
  expect(await clockOf('CASE-HEAR-OPINION')).toMatchObject({ state: 'done' });
});

it('G047, G048: J21, J22, J37, is reviewed by who is qualified and never handled it, corrected, and reviewed again', async () => {
  await office.passTo('2026-08-11T09:00:00+08:00');
  await file.act('a', 'send-to-review');
  const opinion = async (kind: string): Promise<JsonObject> => ({ opinion: kind, digest: await digestNow(file), text: '审核意见。' });
  expect(await file.refusal('a', 'give-opinion', await opinion('OP-AGREE'))).toContain('incompatible-duty');
  const qualified = (yes: boolean) => office.rows("update identity.officer set legal_qualification = $1 where id = $2", [yes, office.person('r')]);
  await qualified(false);
  expect(await file.refusal('r', 'give-opinion', await opinion('OP-AGREE'))).toEqual(['reviewer-qualified']);
  await qualified(true);
  await office.passTo('2026-08-13T09:00:00+08:00');
  await file.act('r', 'give-opinion', await opinion('OP-AGREE'));
  expect(await stateOf(file)).toBe('reviewed');
});

it('G069: J38, is not decided without the heads, as 72,000 reaches their line', async () => {
  expect(await file.refusal('p1', 'decide-penalty', DECISION)).toEqual(['discussion-resolved-where-required']);
});

it('G067, G068, U07, L26: J39, the interested head leaves, dissent stays, and the clerk signs for nobody', async () => {
  await office.passTo('2026-08-14T09:00:00+08:00');
  const members = ['p1', 'p2', 'p3'].map((login) => office.person(login));
  const meeting: JsonObject = { members, chair: members[0], place: '会议室' };
  const tomorrow = { actedAt: '2026-08-15T09:00:00+08:00', proof: { paper: '会议记录' } };
  expect(await file.refusal('k', 'convene-discussion', meeting, tomorrow)).toContain('not-in-the-future');
  expect(await file.refusal('a', 'convene-discussion', meeting)).toContain('not-your-duty');
  await file.act('k', 'convene-discussion', meeting);
  await file.act('p1', 'order-recusal', { person: members[2], ground: '与当事人有近亲属关系。' });
  const digest = await digestNow(file);
  const vote = (kind: string, view: string): JsonObject => ({ vote: kind, view, digest });
  expect(await file.refusal('k', 'cast-vote', vote('agree', '同意。'))).toEqual(['not-your-duty', 'vote-by-member']);
  expect(await file.refusal('k', 'cast-vote', vote('agree', '同意。'), { onBehalfOf: members[1] })).toContain('no-delegation');
  const { version } = (await file.view('a')).case;
  expect(await file.refusal('p3', 'cast-vote', vote('agree', '同意。'), { version })).toContain('recused');
  const resolution: JsonObject = { resolution: 'approved', digest, minutes: '承办人汇报案情。' };
  expect(await file.refusal('k', 'resolve-discussion', resolution)).toEqual(['quorum-reached', 'chair-summed-up', 'resolution-follows-votes']);
  await file.act('p2', 'cast-vote', vote('disagree', '罚款过重，应为六万元。'));
  await file.act('p1', 'cast-vote', vote('agree', '同意处罚建议。'));
  await file.act('k', 'resolve-discussion', resolution);
  expect((await file.record('a')).at(-1)?.payload?.recorded).toMatchObject({
    discussion: { votes: { agree: 1, disagree: 1 }, dissent: [{ member: members[1], view: '罚款过重，应为六万元。' }] },
  });
});

it('G060, U11: J40, is decided neither heavier than told nor otherwise than discussed', async () => {
  await office.passTo('2026-08-17T09:00:00+08:00');
  expect(await file.refusal('p1', 'decide-penalty', { ...DECISION, fineFen: 8_000_000 })).toEqual(['decision-follows-draft', 'decision-not-above-notice']);
  expect(await file.refusal('p1', 'decide-penalty', { ...DECISION, kinds: [...(DECISION.kinds as string[]), '吊销许可证件'] })).toEqual(['decision-follows-draft', 'decision-not-above-notice']);
  expect((await office.seat('p1').act(file.id, 'decide-penalty', { ...DECISION, fineFen: -1 })).status).toBe(400);
});

it('L24, L27, G070: J41, the decision has its number, rests on the hearing, and states what the law asks for', async () => {
  const { defects } = await file.act('p1', 'decide-penalty', DECISION);
  expect(defects).toEqual([]);
  const [paper] = await office.rows<{ html: string; number: string }>("select html, number from documents.document where case_id = $1 and kind = 'penalty-decision'", [file.id]);
  expect(paper.number).toMatch(/^测卫医罚〔2026〕\d+号$/);
  const said = ['欧阳示例', '收费记录', '72,000.00', '12,000.00', '药品 12盒', '十五日内', '六十日内', '六个月内', '2026年8月17日', '2026年8月6日', '听证笔录', '第1项意见：没有违法所得', '第1项意见，经复核不予采纳', '于2026年8月31日前改正'];
  for (const words of said) expect(paper.html).toContain(words);
  expect(await file.refusal('p1', 'decide-penalty', DECISION)).toContain('not-in-state');
  expect(await file.refusal('k', 'convene-discussion', { members: ['p1', 'p2'].map((login) => office.person(login)), chair: office.person('p1'), place: '会议室' })).toContain('not-in-state');
  expect(await office.verify(file.id, CLINIC_ORGAN)).toMatchObject({ ok: true });
});
