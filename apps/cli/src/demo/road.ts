import { canonicalJson, digest, dueDates, hourInstant, type Calendar, type JsonObject } from '@sanzhi/kernel';
import type { CaseView } from '@sanzhi/casework';
import type { Office, Person } from './people';

/** What the generator plans for one ordinary case; days are legal days, money in fen. */
export interface RoadPlan {
  party: JsonObject;
  clue: JsonObject;
  draft: JsonObject & { kinds: string[]; fineFen: number; confiscatedFen: number };
  discoveredOn: string;
  filedOn: string;
  reportedOn: string;
  noticedOn: string;
  decidedOn: string;
}

/** One act of one person at one instant. */
export interface Act {
  at: string;
  by: Person;
  action: string;
  form: JsonObject;
}

/** Where a case stands on its road: acts in turn, each answered by the case as it is after it. */
export type Road = Generator<Act, void, CaseView>;

/** What every road has at hand. */
export interface RoadSide {
  office: Office;
  calendar: Calendar;
  /** Number of the case, for pairs of handlers and minutes of the day. */
  index: number;
}

const AGREE = '同意。';

/**
 * The road of an ordinary penalty from clue to archive. What is needed is not decided here: after each act the case
 * itself says what may be done now, and a refusal names the step that has to come first.
 */
export function* road(plan: RoadPlan, side: RoadSide): Road {
  const [handler, second] = pairOf(side);
  const [head] = side.office.heads;
  const at = clockOf(side);
  const handlers = [handler.actor.person, second.actor.person];
  yield { at: at(plan.discoveredOn, 9), by: handler, action: 'register-clue', form: { party: plan.party, clue: plan.clue, handlers } };
  yield { at: at(plan.filedOn, 9), by: handler, action: 'file-case', form: { reason: '现场检查发现涉嫌违法行为，有初步证据，属于本机关管辖。' } };
  yield { at: at(plan.filedOn, 14), by: head, action: 'approve-filing', form: { opinion: AGREE } };
  yield { at: at(plan.reportedOn, 9), by: handler, action: 'report-findings', form: { draft: plan.draft } };
  yield { at: at(plan.noticedOn, 9), by: handler, action: 'notify-party', form: { receiver: String(plan.party.name), method: 'direct' } };
  const heard = workingDaysAfter(plan.noticedOn, 1, side.calendar);
  const view = yield { at: at(heard, 9), by: handler, action: 'record-statement', form: { kind: 'waived', content: '当事人书面放弃陈述申辩。' } };
  const decidedOn = yield* decision(plan, side, view);
  yield* afterDecision(decidedOn, plan, side);
}

/** Review and discussion where the law asks for them, then the decision. Returns its day. */
function* decision(plan: RoadPlan, side: RoadSide, heard: CaseView): Generator<Act, string, CaseView> {
  const [head] = side.office.heads;
  const at = clockOf(side);
  const { kinds, fineFen, confiscatedFen } = plan.draft;
  const decide = (day: string): Act => ({ at: at(day, 16), by: head, action: 'decide-penalty', form: { kinds, fineFen, confiscatedFen } });
  if (!needs(heard, 'review-passed-where-required')) {
    yield decide(plan.decidedOn);
    return plan.decidedOn;
  }
  const over = lastDue(heard) ?? plan.noticedOn;
  const reviewOn = workingDaysAfter(over, 1, side.calendar);
  const [handler] = pairOf(side);
  yield { at: at(reviewOn, 9), by: handler, action: 'send-to-review', form: {} };
  const signed = digest(canonicalJson(plan.draft)).sha256;
  const opinion = { opinion: 'OP-AGREE', digest: signed, text: '主体适格，事实清楚，证据充分，程序合法，适用法律正确，裁量适当，同意。' };
  const reviewed = yield { at: at(reviewOn, 11), by: side.office.reviewer, action: 'give-opinion', form: opinion };
  const meetingOn = workingDaysAfter(reviewOn, 1, side.calendar);
  if (needs(reviewed, 'discussion-resolved-where-required')) yield* discussion(meetingOn, signed, side);
  const day = [plan.decidedOn, meetingOn].sort()[1];
  yield decide(day);
  return day;
}

function* discussion(day: string, signed: string, { office, index }: RoadSide): Generator<Act, void, CaseView> {
  const minute = (hour: number, plus: number): string => shifted(hourInstant(day, hour), (index % 50) + plus);
  const members = office.heads.map((head) => head.actor.person);
  const convene = { members, chair: members[0], place: '第一会议室' };
  yield { at: minute(10, 0), by: office.clerk, action: 'convene-discussion', form: convene };
  for (const [place, head] of office.heads.entries()) {
    const form = { vote: 'agree', view: '事实清楚、裁量适当，同意处罚建议。', digest: signed };
    yield { at: minute(11, place), by: head, action: 'cast-vote', form };
  }
  const form = { resolution: 'approved', digest: signed, minutes: '经集体讨论，一致同意处罚建议。' };
  yield { at: minute(12, 0), by: office.clerk, action: 'resolve-discussion', form };
}

/** Service, disclosure (the clock publishes), payment, closing, archive. */
function* afterDecision(decidedOn: string, plan: RoadPlan, side: RoadSide): Road {
  const { office, calendar } = side;
  const [handler] = pairOf(side);
  const at = clockOf(side);
  const day = (count: number): string => workingDaysAfter(decidedOn, count, calendar);
  const receiver = String(plan.party.name);
  yield { at: at(day(1), 9), by: handler, action: 'serve-decision', form: { method: 'direct', receiver } };
  const scope = { scope: 'open', ground: '具有一定社会影响的行政处罚决定，依法公开。', secrecyChecked: true };
  const scoped = yield { at: at(day(2), 9), by: office.publisher, action: 'scope-publication', form: scope };
  const clear = { sha256: previewOf(scoped), confirmed: true };
  yield { at: at(day(3), 9), by: office.secondEye, action: 'clear-publication', form: clear };
  const paidFen = plan.draft.fineFen + plan.draft.confiscatedFen;
  const receipt = paidFen > 0 ? `示范票据${String(side.index + 1).padStart(4, '0')}` : '无';
  yield { at: at(day(4), 9), by: handler, action: 'record-payment', form: { paidFen, receipt } };
  yield { at: at(day(5), 9), by: handler, action: 'close-case', form: { summary: '当事人已履行行政处罚决定，予以结案。' } };
  yield { at: at(day(9), 9), by: office.archivist, action: 'archive-case', form: { volume: `${decidedOn.slice(0, 4)}-${side.index + 1}` } };
}

/** Whether the decision is refused for want of this. */
function needs(view: CaseView, rule: string): boolean {
  const offer = view.allowedActions.find((one) => one.action === 'decide-penalty');
  return offer?.refusals.some((refusal) => refusal.rule === rule) ?? false;
}

/** The day the last term of the party that still runs is over. */
function lastDue({ clocks }: CaseView): string | null {
  const terms = clocks.filter((clock) => clock.state === 'running' && ['CASE-HEAR-REQ', 'CASE-NOTICE'].includes(clock.rule));
  return terms.map((clock) => clock.statutoryDue ?? '').sort().at(-1) || null;
}

/** Digest of the public version as it would be shown now: what the second pair of eyes confirms. */
function previewOf(view: CaseView): string {
  const { items } = view.slices.disclosure as { items: { preview: { sha256: string } | null }[] };
  return items[0].preview!.sha256;
}

function pairOf({ office, index }: RoadSide): [Person, Person] {
  const first = index % office.handlers.length;
  return [office.handlers[first], office.handlers[(first + 1) % office.handlers.length]];
}

/** An hour of a legal day, a few minutes apart from case to case. */
const clockOf = ({ index }: RoadSide) => (day: string, hour: number): string => shifted(hourInstant(day, hour), index % 50);

const shifted = (instant: string, minutes: number): string => new Date(Date.parse(instant) + minutes * 60_000).toISOString();

function workingDaysAfter(day: string, count: number, calendar: Calendar): string {
  return dueDates({ start: day, length: count, unit: 'working-day' }, calendar).statutoryDue;
}
