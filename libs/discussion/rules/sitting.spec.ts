import type { CaseFile, JsonObject, Rule } from '@sanzhi/kernel';
import type { SittingSeen, VoteCast } from './discussion';
import { minutesText } from './minutes';
import { absenceExplained, absenceOfCalled, chairIsMember, chairSpeaksLast, chairSummedUp, meetingTakesCase } from './sitting';

interface Scene {
  form?: JsonObject;
  actor?: string;
  voted?: string[];
  absent?: string[];
  recused?: string[];
  parameters?: JsonObject;
  sittings?: Partial<SittingSeen>[];
}

const SITTING = { id: 's1', members: ['h1', 'h2', 'h3'], chair: 'h3', place: '第一会议室', cases: 1 };
const vote = (member: string): VoteCast => ({
  member, vote: member === 'h2' ? 'disagree' : 'agree', view: `${member}的意见：\n分两行。`, votedAt: '2023-03-01T02:00:00.000Z',
});

/** Three heads, all called, chaired by h3. */
function fileOf({ form = {}, actor = 'h3', voted = [], absent = [], recused = [], parameters = {}, sittings = [SITTING] }: Scene): CaseFile {
  const meeting = {
    round: 2, members: ['h1', 'h2', 'h3'], chair: 'h3', place: '第一会议室', convenedAt: '2023-03-01T01:00:00.000Z', votes: voted.map(vote),
    absent: absent.map((member) => ({ member, reason: '出差' })), attendees: [{ name: '示范经办甲', role: '承办人' }],
  };
  const officers = ['h1', 'h2', 'h3', 'h4'].map((id) => ({ id, name: `负责人${id}`, posts: ['voter'] }));
  return {
    case: { number: '示立〔2023〕1号', facts: { party: { name: '示例门诊部' } } },
    duties: recused.map((person) => ({ person, duty: 'recused' })),
    slices: { discussion: { meetings: [meeting], convened: {}, sittings }, identity: { officers } },
    parameters: { 'discussion.heads': 3, 'discussion.chairSpeaksLast': true, ...parameters },
    step: { form, actor: { person: actor, name: '示范记录员' } },
  } as unknown as CaseFile;
}

const holds = (rule: Rule, scene: Scene): boolean => rule.check(fileOf(scene)) === null;

const convening = (over: JsonObject = {}): JsonObject => ({ members: ['h1', 'h2', 'h3'], chair: 'h3', place: '第一会议室', ...over });

it('is chaired by a member', () => {
  expect(holds(chairIsMember, { form: convening() })).toBe(true);
  expect(holds(chairIsMember, { form: convening({ chair: 'h4' }) })).toBe(false);
});

it.each<[string, Scene, boolean]>([
  ['all are there', { form: convening() }, true],
  ['one is missing', { form: convening({ members: ['h1', 'h3'] }) }, false],
  ['one is missing with a reason', { form: convening({ members: ['h1', 'h3'], absent: [{ member: 'h2', reason: '出差' }] }) }, true],
  ['the reason is for who is there', { form: convening({ members: ['h1', 'h3'], absent: [{ member: 'h1', reason: '出差' }] }) }, false],
  ['one is recused', { form: convening({ members: ['h1', 'h3'] }), recused: ['h2'] }, true],
  ['the pack does not say how many heads there are', { form: convening({ members: ['h1'] }), parameters: { 'discussion.heads': null } }, true],
])('knows of every head: %s', (_, scene, answer) => {
  expect(holds(absenceExplained, scene)).toBe(answer);
});

it.each<[string, Scene, boolean]>([
  ['no sitting named', { form: convening() }, true],
  ['an open one with the same people', { form: convening({ meeting: 's1' }) }, true],
  ['the people in another order', { form: convening({ meeting: 's1', members: ['h3', 'h1', 'h2'] }) }, true],
  ['one that is closed', { form: convening({ meeting: 's9' }) }, false],
  ['other people', { form: convening({ meeting: 's1', members: ['h1', 'h3'] }) }, false],
  ['another chair', { form: convening({ meeting: 's1', chair: 'h1' }) }, false],
  ['one that is full', { form: convening({ meeting: 's1' }), sittings: [{ ...SITTING, cases: 4 }], parameters: { 'discussion.casesPerMeeting': 4 } }, false],
  ['one with a place left', { form: convening({ meeting: 's1' }), sittings: [{ ...SITTING, cases: 3 }], parameters: { 'discussion.casesPerMeeting': 4 } }, true],
])('takes a case to a sitting: %s', (_, scene, answer) => {
  expect(holds(meetingTakesCase, scene)).toBe(answer);
});

it.each<[string, Scene, boolean]>([
  ['a member before the others', { actor: 'h1' }, true],
  ['the chair first', {}, false],
  ['the chair before the last', { voted: ['h1'] }, false],
  ['the chair last', { voted: ['h1', 'h2'] }, true],
  ['the chair when the other is absent', { voted: ['h1'], absent: ['h2'] }, true],
  ['the chair when the other was recused', { voted: ['h1'], recused: ['h2'] }, true],
  ['the chair first where the pack does not ask', { parameters: { 'discussion.chairSpeaksLast': false } }, true],
])('hears the chair last: %s', (_, scene, answer) => {
  expect(holds(chairSpeaksLast, scene)).toBe(answer);
});

it('resolves after the chair has summed up, and can be broken off without him', () => {
  expect(holds(chairSummedUp, { voted: ['h1', 'h2'], form: { resolution: 'approved' } })).toBe(false);
  expect(holds(chairSummedUp, { voted: ['h1', 'h2', 'h3'], form: { resolution: 'approved' } })).toBe(true);
  expect(holds(chairSummedUp, { form: { resolution: 'returned' } })).toBe(true);
});

it.each<[string, Scene, boolean]>([
  ['h1', {}, true],
  ['h1', { voted: ['h1'] }, false],
  ['h1', { absent: ['h1'] }, false],
  ['h3', {}, false],
  ['h4', {}, false],
])('notes %s as absent: %j', (member, scene, answer) => {
  expect(holds(absenceOfCalled, { ...scene, form: { member } })).toBe(answer);
});

describe('the minutes', () => {
  const text = minutesText(fileOf({ voted: ['h1', 'h2', 'h3'] }), '承办人汇报案情。', 'approved');

  it('hold every view word for word, dissent too', () => {
    for (const member of ['h1', 'h2', 'h3']) expect(text).toContain(vote(member).view);
    expect(text).toContain('负责人h2（不同意）：h2的意见');
    expect(text.indexOf('负责人h3（同意）')).toBeGreaterThan(text.indexOf('负责人h2（不同意）'));
  });

  it('say who was there, who attended, and how it was resolved', () => {
    for (const part of ['示立〔2023〕1号（第2次讨论）', '主持人：负责人h3', '参加人：负责人h1、负责人h2、负责人h3', '列席：示范经办甲（承办人）', '承办人汇报案情。', '讨论决定：通过处罚建议']) {
      expect(text).toContain(part);
    }
  });

  it('say who was away and who was recused, and that his vote does not count', () => {
    const told = minutesText(fileOf({ voted: ['h1'], absent: ['h2'], recused: ['h1'] }), '略。', 'returned');
    for (const part of ['缺席：负责人h2（出差）', '回避：负责人h1', '负责人h1（同意，其后回避，不计入）', '讨论决定：退回']) expect(told).toContain(part);
  });
});
