import { dueDates, hourInstant, type Calendar, type JsonObject } from '@sanzhi/kernel';
import type { CaseView } from '@sanzhi/casework';
import type { OrdinaryPlan } from '@sanzhi/statistics';
import type { Office, Person } from './people';

/** One act of one person at one instant. */
export interface Act {
  at: string;
  by: Person;
  action: string;
  form: JsonObject;
  /** The road goes on by what the case shows after this act. */
  look?: true;
}

/** Where a case stands on its road: acts in turn; one that looks is answered by the case as it is after it, others by null. */
export type Road = Generator<Act, void, CaseView | null>;

/** What every road has at hand. */
export interface RoadSide {
  office: Office;
  calendar: Calendar;
  /** Number of the case, for pairs of handlers and minutes of the day. */
  index: number;
}

const AGREE = '同意。';
const OPINION = '主体适格，事实清楚，证据充分，程序合法，适用法律正确，裁量适当，同意。';

/**
 * The road of an ordinary penalty from clue to archive. What is needed is not decided here: after each act the case
 * itself says what may be done now, and a refusal names the step that has to come first.
 */
export function* road(plan: OrdinaryPlan, side: RoadSide): Road {
  const { handler, second } = pairOf(plan, side);
  const [head] = side.office.heads;
  const at = clockOf(side);
  const handlers = [handler.actor.person, second.actor.person];
  const { party, clue } = { party: partyOf(plan), clue: clueOf(plan) };
  yield { at: at(plan.discoveredOn, 9), by: handler, action: 'register-clue', form: { party, clue, handlers } };
  yield { at: at(plan.filedOn, 9), by: handler, action: 'file-case', form: { reason: '现场检查发现涉嫌违法行为，有初步证据，属于本机关管辖。' } };
  yield { at: at(plan.filedOn, 14), by: head, action: 'approve-filing', form: { opinion: AGREE } };
  yield { at: at(plan.reportedOn, 9), by: handler, action: 'report-findings', form: { draft: draftOf(plan) } };
  yield { at: at(plan.noticedOn, 9), by: handler, action: 'notify-party', form: { receiver: plan.party.name, method: 'direct' } };
  const heardOn = workingDaysAfter(plan.noticedOn, 1, side.calendar);
  const waiver = { kind: 'waived', content: '当事人书面放弃陈述申辩。' };
  const heard = yield { at: at(heardOn, 9), by: handler, action: 'record-statement', form: waiver, look: true };
  if (needs(heard, 'review-passed-where-required')) yield* signOffs(plan, side);
  const { kinds, fineFen, confiscatedFen } = plan;
  yield { at: at(plan.decidedOn, 16), by: head, action: 'decide-penalty', form: { kinds, fineFen, confiscatedFen } };
  yield* afterDecision(plan, side);
}

/** Legal review, and discussion where the law asks for it too; both sign the digest of the proposal. */
function* signOffs(plan: OrdinaryPlan, side: RoadSide): Road {
  const at = clockOf(side);
  const sent = yield { at: at(plan.reviewedOn, 9), by: pairOf(plan, side).handler, action: 'send-to-review', form: {}, look: true };
  const signed = (shown(sent).slices.review as { currentDigest: string }).currentDigest;
  const opinion = { opinion: 'OP-AGREE', digest: signed, text: OPINION };
  const reviewed = yield { at: at(plan.reviewedOn, 11), by: side.office.reviewer, action: 'give-opinion', form: opinion, look: true };
  if (needs(reviewed, 'discussion-resolved-where-required')) yield* discussion(plan.discussedOn, signed, side);
}

function* discussion(day: string, signed: string, side: RoadSide): Road {
  const at = clockOf(side);
  const { heads, clerk } = side.office;
  const members = heads.map((head) => head.actor.person);
  yield { at: at(day, 10), by: clerk, action: 'convene-discussion', form: { members, chair: members[members.length - 1], place: '第一会议室' } };
  for (const [place, head] of heads.entries()) {
    const form = { vote: 'agree', view: '事实清楚、裁量适当，同意处罚建议。', digest: signed };
    yield { at: shifted(at(day, 11), place), by: head, action: 'cast-vote', form };
  }
  const form = { resolution: 'approved', digest: signed, minutes: '经集体讨论，一致同意处罚建议。' };
  yield { at: at(day, 12), by: clerk, action: 'resolve-discussion', form };
}

/** Service, disclosure (the clock publishes), payment, closing, archive. */
function* afterDecision(plan: OrdinaryPlan, side: RoadSide): Road {
  const { office, calendar } = side;
  const { handler } = pairOf(plan, side);
  const at = clockOf(side);
  const served = plan.servedOn === plan.decidedOn ? at(plan.servedOn, 17) : at(plan.servedOn, 9);
  if (plan.publicNotice) yield* announcement(served, handler);
  else yield { at: served, by: handler, action: 'serve-decision', form: { method: 'direct', receiver: plan.party.name } };
  const scope = { scope: 'open', ground: '具有一定社会影响的行政处罚决定，依法公开。', secrecyChecked: true };
  const scoped = yield { at: shifted(served, 30), by: office.publisher, action: 'scope-publication', form: scope, look: true };
  const clear = { sha256: previewOf(scoped), confirmed: true };
  yield { at: shifted(served, 60), by: office.secondEye, action: 'clear-publication', form: clear };
  const paidFen = plan.fineFen + plan.confiscatedFen;
  const receipt = paidFen > 0 ? `示范票据${String(side.index + 1).padStart(4, '0')}` : '无';
  yield { at: at(plan.paidOn, 15), by: handler, action: 'record-payment', form: { paidFen, receipt } };
  yield { at: at(plan.closedOn, 15), by: handler, action: 'close-case', form: { summary: '当事人已履行行政处罚决定，予以结案。' } };
  const publishedOn = workingDaysAfter(plan.decidedOn, 7, calendar);
  const archivedOn = [plan.archivedOn, publishedOn].sort()[1];
  const volume = `${plan.decidedOn.slice(0, 4)}-${side.index + 1}`;
  yield { at: at(archivedOn, 17), by: office.archivist, action: 'archive-case', form: { volume } };
}

/** The party is gone: other ways are tried and recorded, then a newspaper announces it; the clock serves when its days are over. */
function* announcement(at: string, by: Person): Road {
  const failed = { method: 'direct', course: '登记的地址已无此单位，邻近商户称已搬离。' };
  yield { at, by, action: 'record-failed-service', form: failed };
  yield { at: shifted(at, 5), by, action: 'record-failed-service', form: { method: 'search', course: '查询登记信息并走访社区，未找到负责人的下落。' } };
  const notice = { ground: 'whereabouts-unknown', channel: '示例日报第4版', course: '直接送达未成，多方查找无下落，依法公告送达。' };
  yield { at: shifted(at, 10), by, action: 'announce-decision', form: notice };
}

function partyOf({ party }: OrdinaryPlan): JsonObject {
  const { kind, name, code, idNumber, legalRepresentative, address } = party;
  const known = Object.entries({ code, idNumber, legalRepresentative }).filter(([, value]) => value !== undefined);
  return { kind, name, address, ...Object.fromEntries(known) } as JsonObject;
}

function clueOf({ source, discipline, offence, discoveredOn, conductEndedOn }: OrdinaryPlan): JsonObject {
  return { source, discipline, offence, discoveredOn, conductEndedOn };
}

function draftOf(plan: OrdinaryPlan): JsonObject {
  const { party, offence, basis, kinds, fineFen, confiscatedFen } = plan;
  const factsFound = `经查，${party.name}${offence}，以上事实有现场笔录、询问笔录等证据证实。`;
  const evidence = [{ title: '现场笔录' }, { title: '询问笔录' }, { title: '现场照片' }];
  const discretion = '当事人初次违法，积极配合调查并及时改正，适用相应裁量档次。';
  return { factsFound, evidence, basis, discretion, kinds, fineFen, confiscatedFen, grading: { factors: ['corrected'] }, ...namedIn(plan) };
}

/** What a penalty on goods or on a licence is about. */
function namedIn({ kinds }: OrdinaryPlan): JsonObject {
  const goods = { items: [{ name: '涉案物品', quantity: '一批' }], valueFen: 0 };
  const onLicence = kinds.some((kind) => ['暂扣许可证件', '降低资质等级', '吊销许可证件'].includes(kind));
  return { ...(kinds.includes('没收非法财物') ? { goods } : {}), ...(onLicence ? { licence: { title: '卫生许可证' } } : {}) };
}

/** What an act that looks was answered. */
function shown(view: CaseView | null): CaseView {
  if (view === null) throw new Error('the act before does not look at the case');
  return view;
}

/** Whether the decision is refused for want of this. */
function needs(view: CaseView | null, rule: string): boolean {
  const offer = shown(view).allowedActions.find((one) => one.action === 'decide-penalty');
  return offer?.refusals.some((refusal) => refusal.rule === rule) ?? false;
}

/** Digest of the public version as it would be shown now: what the second pair of eyes confirms. */
function previewOf(view: CaseView | null): string {
  const { items } = shown(view).slices.disclosure as { items: { preview: { sha256: string } | null }[] };
  return items[0].preview!.sha256;
}

function pairOf({ handlers }: OrdinaryPlan, { office }: RoadSide): { handler: Person; second: Person } {
  const [first, other] = handlers.map((place) => office.handlers[place]);
  return { handler: first, second: other };
}

/** An hour of a legal day, a few minutes apart from case to case. */
const clockOf = ({ index }: RoadSide) => (day: string, hour: number): string => shifted(hourInstant(day, hour), index % 50);

const shifted = (instant: string, minutes: number): string => new Date(Date.parse(instant) + minutes * 60_000).toISOString();

function workingDaysAfter(day: string, count: number, calendar: Calendar): string {
  return dueDates({ start: day, length: count, unit: 'working-day' }, calendar).statutoryDue;
}
