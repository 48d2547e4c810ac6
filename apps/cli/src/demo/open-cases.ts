import { creditCodeCheck, dayNumber, formatDay, hourInstant, weekdayOf, type JsonObject } from '@sanzhi/kernel';
import type { CaseView } from '@sanzhi/casework';

/** A case of the demo that is still open: how far it got, and how many days ago. */
export interface OpenCasePlan {
  /** The last act that was taken. */
  until: string;
  /** Calendar days since that act. */
  rest: number;
  /** Above the lines of the demo pack: reviewed and discussed. */
  large?: boolean;
}

/** One act of one case: who, when, what. `form` sees the case as it stands before it. */
export interface PlannedAct {
  by: string;
  at: string;
  action: string;
  form(view: CaseView | null): JsonObject;
}

/** Twenty-five open cases in every state there is; two are overdue, one decision is not published because nobody scoped it. */
export const openCases: readonly OpenCasePlan[] = [
  { until: 'register-clue', rest: 2 },
  { until: 'register-clue', rest: 6 },
  { until: 'file-case', rest: 1 },
  { until: 'file-case', rest: 3 },
  { until: 'approve-filing', rest: 2 },
  { until: 'approve-filing', rest: 9 },
  { until: 'approve-filing', rest: 33 },
  { until: 'approve-filing', rest: 101 },
  { until: 'report-findings', rest: 2 },
  { until: 'report-findings', rest: 5, large: true },
  { until: 'notify-party', rest: 1 },
  { until: 'notify-party', rest: 2, large: true },
  { until: 'record-statement', rest: 75 },
  { until: 'record-statement', rest: 2 },
  { until: 'send-to-review', rest: 1, large: true },
  { until: 'send-to-review', rest: 4, large: true },
  { until: 'give-opinion', rest: 2, large: true },
  { until: 'convene-discussion', rest: 1, large: true },
  { until: 'cast-vote-2', rest: 1, large: true },
  { until: 'resolve-discussion', rest: 2, large: true },
  { until: 'decide-penalty', rest: 1 },
  { until: 'serve-decision', rest: 20, large: true },
  { until: 'clear-publication', rest: 3 },
  { until: 'record-payment', rest: 5, large: true },
  { until: 'close-case', rest: 2 },
];

const DISCIPLINES = ['医疗卫生', '公共场所卫生', '生活饮用水卫生', '学校卫生', '职业卫生', '放射卫生', '传染病防治', '消毒产品'];
const OFFENCES = ['使用未取得处方权的人员开具处方', '未按规定对公共场所空气质量进行检测', '供应的饮用水不符合卫生标准', '未按规定处置医疗废物'];
const SMALL_FEN = 300_000;
const LARGE_FEN = 6_000_000;
const CODE_HEAD = '91990101MA';
const CODE_DIGITS = 7;

/** What is handed to a planned act to fill in its form. */
interface Side {
  index: number;
  plan: OpenCasePlan;
  /** Officer id of a login. */
  person(login: string): string;
  /** Legal day. */
  today: string;
}

/** Working days (Monday to Friday, the demo knows no holidays) between the first act and each one, its hour and actor. */
type Step = [action: string, weekday: number, hour: number, by: string, form: (side: Side, view: CaseView | null) => JsonObject, onlyLarge?: true];

const digestIn = (view: CaseView | null): string => (view?.slices.review as { currentDigest: string }).currentDigest;
const HEADS = ['head1', 'head2', 'head3'];
const vote = (_: Side, view: CaseView | null): JsonObject => ({ vote: 'agree', view: '事实清楚、裁量适当，同意处罚建议。', digest: digestIn(view) });

const ROAD: readonly Step[] = [
  ['register-clue', 0, 9, 'pair', (side) => clueOf(side)],
  ['file-case', 1, 9, 'pair', () => ({ reason: '现场检查发现涉嫌违法行为，有初步证据，属于本机关管辖。' })],
  ['approve-filing', 1, 14, 'head1', () => ({ opinion: '同意立案。' })],
  ['report-findings', 12, 9, 'pair', (side) => ({ draft: draftOf(side) })],
  ['notify-party', 13, 9, 'pair', () => ({ receiver: '示例签收人', method: 'direct' })],
  ['record-statement', 15, 9, 'pair', () => ({ kind: 'waived', content: '当事人书面放弃陈述申辩。' })],
  ['waive-hearing', 15, 10, 'pair', () => ({ waiver: '当事人签署放弃听证声明。' }), true],
  ['send-to-review', 16, 9, 'pair', () => ({}), true],
  ['give-opinion', 18, 9, 'reviewer1', (_, view) => ({ opinion: 'OP-AGREE', digest: digestIn(view), text: '事实清楚，程序合法，裁量适当，同意。' }), true],
  ['convene-discussion', 20, 9, 'clerk', (side) => ({ members: HEADS.map(side.person), chair: side.person('head3'), place: '第一会议室' }), true],
  ['cast-vote-1', 20, 10, 'head1', vote, true],
  ['cast-vote-2', 20, 11, 'head2', vote, true],
  ['cast-vote-3', 20, 12, 'head3', vote, true],
  ['resolve-discussion', 20, 14, 'clerk', (_, view) => ({ resolution: 'approved', digest: digestIn(view), minutes: '承办人汇报案情，法制机构说明审核意见。' }), true],
  ['decide-penalty', 21, 9, 'head1', ({ plan }) => ({ kinds: ['罚款'], fineFen: fineOf(plan), confiscatedFen: 0 })],
  ['serve-decision', 22, 9, 'pair', () => ({ method: 'direct', receiver: '示例签收人' })],
  ['scope-publication', 23, 9, 'publisher', () => ({ scope: 'open', ground: '具有一定社会影响的行政处罚决定，依法公开。', secrecyChecked: true })],
  ['clear-publication', 23, 15, 'second-eye', (_, view) => ({ sha256: previewIn(view), confirmed: true })],
  ['record-payment', 25, 9, 'pair', ({ plan, index }) => ({ paidFen: fineOf(plan), receipt: `示范票据${index + 1}` })],
  ['close-case', 27, 9, 'pair', () => ({ summary: '当事人已履行行政处罚决定，予以结案。' })],
];

/** The acts of one open case up to where it stands, each on a working day of the past. `cast-vote-2` is `cast-vote` of the second head. */
export function actsOf(side: Side): PlannedAct[] {
  const { plan, index } = side;
  const last = ROAD.findIndex(([action]) => action === plan.until);
  const taken = ROAD.slice(0, last + 1).filter(([, , , , , onlyLarge]) => plan.large || !onlyLarge);
  const first = weekdaysBefore(dayNumber(side.today) - plan.rest, ROAD[last][1]);
  return taken.map(([action, weekday, hour, by, form]) => ({
    by: by === 'pair' ? pairOf(index)[0] : by,
    at: minutesLater(hourInstant(formatDay(weekdaysAfter(first, weekday)), hour), index),
    action: action.replace(/-[123]$/, ''),
    form: (view) => form(side, view),
  }));
}

/** Two handlers, of the organ's own staff or both of the entrusted body. */
function pairOf(index: number): [string, string] {
  const own: [string, string][] = [['handler1', 'handler2'], ['handler3', 'handler4'], ['handler2', 'handler4']];
  const place = 2 * (index % 13);
  return index % 2 === 0 ? own[(index / 2) % own.length] : [`team${place + 1}`, `team${(place + 1) % 26 + 1}`];
}

function clueOf({ index, person, plan, today }: Side): JsonObject {
  const found = formatDay(weekdaysBefore(dayNumber(today) - plan.rest, 40));
  const body = `${CODE_HEAD}${String(1000 + index).padStart(CODE_DIGITS, '0')}`;
  const party = { kind: 'organization', name: `示例单位（${String(index + 1).padStart(3, '0')}号）`, code: `${body}${creditCodeCheck(body)}`, address: `示范区示例路${index + 1}号` };
  const clue = { source: 'routine', discipline: DISCIPLINES[index % DISCIPLINES.length], offence: OFFENCES[index % OFFENCES.length], discoveredOn: found, conductEndedOn: found };
  return { party, clue, handlers: pairOf(index).map(person) };
}

const fineOf = ({ large }: OpenCasePlan): number => (large ? LARGE_FEN : SMALL_FEN);

function draftOf({ index, plan }: Side): JsonObject {
  return {
    factsFound: `经查，当事人${OFFENCES[index % OFFENCES.length]}，以上事实有现场笔录、询问笔录证实。`,
    evidence: [{ title: '现场笔录' }, { title: '询问笔录' }],
    basis: '示例管理办法第五十四条',
    discretion: '初次违法，积极配合调查并及时改正，适用相应裁量档次。',
    kinds: ['罚款'],
    grading: { factors: ['corrected'] },
    fineFen: fineOf(plan),
    confiscatedFen: 0,
  };
}

function previewIn(view: CaseView | null): string {
  const { items } = view?.slices.disclosure as { items: { preview: { sha256: string } | null }[] };
  return items[0].preview!.sha256;
}

const FRIDAY = 5;
const isWeekend = (day: number): boolean => weekdayOf(day) > FRIDAY;

/** The day itself, or the working day before it; then so many working days back. */
function weekdaysBefore(day: number, count: number): number {
  if (isWeekend(day)) return weekdaysBefore(day - 1, count);
  return count === 0 ? day : weekdaysBefore(day - 1, count - 1);
}

function weekdaysAfter(day: number, count: number): number {
  if (isWeekend(day)) return weekdaysAfter(day + 1, count);
  return count === 0 ? day : weekdaysAfter(day + 1, count - 1);
}

const minutesLater = (instant: string, minutes: number): string => new Date(Date.parse(instant) + minutes * 60_000).toISOString();
