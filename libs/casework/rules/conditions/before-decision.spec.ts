import type { CaseFile, ClockSeen, JsonObject } from '@sanzhi/kernel';
import { caseworkRules } from '.';
import { hearingEntitled, hearingSettled } from './hearing-line';

interface Scene {
  facts?: JsonObject;
  form?: JsonObject;
  on?: string;
  clocks?: Partial<ClockSeen>[];
  parameters?: JsonObject;
  actor?: string;
}

function file({ facts = {}, form = {}, on = '2026-07-23', clocks = [], parameters = {}, actor = 'h' }: Scene): CaseFile {
  const step = { form, actor: { person: actor, name: '甲' }, actedOn: on, actedAt: `${on}T01:00:00.000Z` };
  return { case: { facts }, clocks, parameters, slices: {}, duties: [], step } as unknown as CaseFile;
}

/** A line that is reached, or not. */
const line = (met: boolean) => () => (met ? '达到' : null);
const rules = [...caseworkRules, hearingSettled(line(true)), hearingEntitled(line(false))];
const holds = (id: string, scene: Scene): boolean => rules.find((rule) => rule.id === id)!.check(file(scene)) === null;

const draft = { kinds: ['罚款'], fineFen: 100, confiscatedFen: 0 };
const told = { ...draft, servedOn: '2026-07-17' };
const renewed = { ground: 'new-evidence', reason: '补充检验报告。' };
const stated = (points: string[] | null, handling: string | null = null): JsonObject => ({ kind: 'stated', content: '不服。', points, handling });
const answer = (duty: string, ...points: number[]): JsonObject => ({ duty, by: 'x', answers: points.map((point) => ({ point, adopted: false, reason: '不成立。' })) });
const HANDLER = { 'statement.recheckBy': 'handler' };
const request = { receivedOn: '2026-07-23', paper: '申请书' };
const hearClock = { rule: 'CASE-HEAR-REQ', state: 'done' as const, anchorOn: '2026-07-17', statutoryDue: '2026-07-24' };

/** [what, scene, holds] of each rule. */
const CASES: Record<string, [string, Scene, boolean][]> = {
  'renotice-grounded': [
    ['the first notice', { facts: { draft } }, true],
    ['the same again', { facts: { draft, notices: [told] } }, true],
    ['G052, T16: a higher sum without a reason', { facts: { draft: { ...draft, fineFen: 101 }, notices: [told] } }, false],
    ['a higher sum for new evidence', { facts: { draft: { ...draft, fineFen: 101 }, notices: [told] }, form: { renewed } }, true],
    ['G052: another kind without a reason', { facts: { draft: { ...draft, kinds: ['罚款', '吊销许可证件'] }, notices: [told] } }, false],
    ['more confiscated', { facts: { draft: { ...draft, confiscatedFen: 1 }, notices: [told] } }, false],
    ['more goods', { facts: { draft: { ...draft, goods: { items: [], valueFen: 1 } }, notices: [told] } }, false],
    ['lighter', { facts: { draft: { ...draft, fineFen: 99 }, notices: [told] } }, true],
    ['heavier than the last, lighter than the first', { facts: { draft, notices: [{ ...told, fineFen: 200 }, { ...told, fineFen: 50 }] } }, false],
  ],
  'statement-dated': [
    ['today', { facts: { notice: told } }, true],
    ['U25: received in time, entered late', { facts: { notice: told }, form: { receivedOn: '2026-07-20' } }, true],
    ['before the notice', { facts: { notice: told }, form: { receivedOn: '2026-07-16' } }, false],
    ['tomorrow', { facts: { notice: told }, form: { receivedOn: '2026-07-24' } }, false],
  ],
  'statement-not-undone': [
    ['a waiver', { form: { kind: 'waived' } }, true],
    ['a waiver over a statement', { form: { kind: 'waived' }, facts: { statement: { kind: 'stated' } } }, false],
    ['more to say', { form: { kind: 'stated' }, facts: { statement: { kind: 'stated' } } }, true],
  ],
  'answers-to-points': [
    ['one of two', { form: { answers: [{ point: 2 }] }, facts: { statements: [stated(['一', '二'])] } }, true],
    ['one that nobody made', { form: { answers: [{ point: 3 }] }, facts: { statements: [stated(['一', '二'])] } }, false],
  ],
  'statement-answered': [
    ['nothing said', { parameters: HANDLER }, true],
    ['waived', { facts: { statements: [{ kind: 'waived', content: '放弃' }] }, parameters: HANDLER }, true],
    ['L22: said, not answered', { facts: { statements: [stated(null)] }, parameters: HANDLER }, false],
    ['answered as a whole', { facts: { statements: [stated(null, '已复核。')] }, parameters: HANDLER }, true],
    ['L22: points, answered as a whole', { facts: { statements: [stated(['一', '二'], '已复核。')] }, parameters: HANDLER }, false],
    ['one of two', { facts: { statements: [stated(['一', '二'])], statementAnswers: [answer('handler', 1)] }, parameters: HANDLER }, false],
    ['both, in two goes', { facts: { statements: [stated(['一', '二'])], statementAnswers: [answer('handler', 1), answer('reviewer', 2)] }, parameters: HANDLER }, true],
    ['by the handler where the pack asks for another', { facts: { statements: [stated(['一'])], statementAnswers: [answer('handler', 1)] }, parameters: { 'statement.recheckBy': 'reviewer' } }, false],
    ['by the reviewer', { facts: { statements: [stated(['一'])], statementAnswers: [answer('reviewer', 1)] }, parameters: { 'statement.recheckBy': 'reviewer' } }, true],
    ['U22: a value that is none is the stricter one', { facts: { statements: [stated(null, '已复核。')] }, parameters: { 'statement.recheckBy': 'abc' } }, false],
  ],
  'hearing-settled': [
    ['open', {}, false],
    ...['lapsed', 'waived', 'withdrawn', 'absent'].map((hearingRight): [string, Scene, boolean] => [hearingRight, { facts: { hearingRight } }, true]),
    ['G061, T14: asked and not held', { facts: { hearingRight: 'requested', hearingRequest: request } }, false],
    ['T59: asked, then told anew, and lapsed', { facts: { hearingRight: 'lapsed', hearingRequest: request } }, false],
    ['held, no opinion yet', { facts: { hearingRight: 'held', hearing: {} } }, false],
    ['held, with the opinion', { facts: { hearingRight: 'held', hearing: {}, hearingOpinion: { on: '2026-08-10' } } }, true],
  ],
  'hearing-entitled': [['G056: below the line', {}, false]],
  'hearing-asked-in-time': [
    ['the last day, entered later', { form: { receivedOn: '2026-07-24' }, clocks: [hearClock], on: '2026-07-28' }, true],
    ['G057: a day late', { form: { receivedOn: '2026-07-25' }, clocks: [hearClock] }, false],
    ['after a second notice', { form: { receivedOn: '2026-08-05' }, clocks: [{ ...hearClock, anchorOn: '2026-08-01', statutoryDue: '2026-08-07' }, hearClock] }, true],
    ['no right was told', { form: { receivedOn: '2026-08-05' } }, true],
  ],
  'hearing-not-asked-yet': [['none', {}, true], ['one', { facts: { hearingRequest: request } }, false]],
  'hearing-not-over': [['not held', {}, true], ['held', { facts: { hearingRight: 'held', hearing: { heldOn: '2026-08-06' } } }, false]],
  'hearing-asked': [['G062, G058: none', {}, false], ['one', { facts: { hearingRequest: request } }, true]],
  'hearing-request-dated': [
    ['in between', { form: { receivedOn: '2026-07-20' }, facts: { notice: told } }, true],
    ['before the notice', { form: { receivedOn: '2026-07-16' }, facts: { notice: told } }, false],
    ['tomorrow', { form: { receivedOn: '2026-07-24' }, facts: { notice: told } }, false],
  ],
  'hearing-public': [
    ['open', { form: { open: true } }, true],
    ['closed without a ground', { form: { open: false } }, false],
    ['closed for privacy', { form: { open: false, closedGround: '个人隐私' } }, true],
  ],
  'hearing-planned': [['no', {}, false], ['yes', { facts: { hearingPlan: { on: '2026-08-06', chair: 'h' } } }, true]],
  'hearing-notified': [
    ['planned only', { facts: { hearingPlan: { on: '2026-08-06', chair: 'h' } } }, false],
    ['told', { facts: { hearingPlan: { on: '2026-08-06', chair: 'h', notifiedOn: '2026-07-27' } } }, true],
  ],
  'hearing-not-early': [
    ['the day before', { facts: { hearingPlan: { on: '2026-08-06' } }, on: '2026-08-05' }, false],
    ['the day', { facts: { hearingPlan: { on: '2026-08-06' } }, on: '2026-08-06' }, true],
  ],
  'hearing-chaired-by-appointed': [
    ['the chair', { facts: { hearingPlan: { chair: 'h' } } }, true],
    ['another', { facts: { hearingPlan: { chair: 'h' } }, actor: 'k' }, false],
  ],
  'hearing-record-signed': [
    ['signed', { form: { attendance: 'attended', signed: true } }, true],
    ['neither signed nor refused', { form: { attendance: 'attended' } }, false],
    ['refused, and noted', { form: { attendance: 'attended', refusal: '拒绝签字。' } }, true],
    ['nobody came', { form: { attendance: 'absent' } }, true],
  ],
  'hearing-held': [['no', { facts: { hearingRight: 'absent', hearing: {} } }, false], ['yes', { facts: { hearingRight: 'held', hearing: {} } }, true]],
  'hearing-opinion-reasoned': [['blank', { form: { text: ' ' } }, false], ['said', { form: { text: '维持。' } }, true]],
  'hearing-attended': [['yes', { form: { attendance: 'attended' } }, true], ['left in between', { form: { attendance: 'left' } }, false]],
  'hearing-time-excluded': [
    ['by the pack', { form: { attendance: 'attended' }, clocks: [{ rule: 'CASE-DECIDE-90', state: 'running' }], parameters: { 'clock.CASE-DECIDE-90.stops': ['听证'] } }, true],
    ['not by the pack', { form: { attendance: 'attended' }, clocks: [{ rule: 'CASE-DECIDE-90', state: 'running' }], parameters: { 'clock.CASE-DECIDE-90.stops': null } }, false],
    ['nobody came', { form: { attendance: 'absent' }, clocks: [{ rule: 'CASE-DECIDE-90', state: 'running' }], parameters: { 'clock.CASE-DECIDE-90.stops': ['听证'] } }, false],
    ['under the old term', { form: { attendance: 'attended' }, clocks: [{ rule: 'CASE-DECIDE-OLD', state: 'running' }], parameters: { 'clock.CASE-DECIDE-90.stops': ['听证'] } }, false],
  ],
};

describe.each(Object.entries(CASES))('%s', (id, scenes) => {
  it.each(scenes)('%s', (_, scene, expected) => {
    expect(holds(id, scene)).toBe(expected);
  });
});
