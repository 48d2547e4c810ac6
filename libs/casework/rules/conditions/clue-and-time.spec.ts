import type { CaseFile, ClockSeen, Json, JsonObject, Unmet } from '@sanzhi/kernel';
import { caseworkRules } from '.';
import { extensionResolved } from './extension';

interface Scene {
  facts?: JsonObject;
  form?: JsonObject;
  on?: string;
  due?: string | null;
  term?: string;
  region?: string;
  parameters?: Record<string, Json>;
}

const LAW = { 'limitation.years': 2, 'limitation.harmYears': 5 };

function file({ facts = {}, form = {}, on = '2026-06-09', due = null, term = 'CASE-DECIDE-90', region = '120104', parameters = {} }: Scene): CaseFile {
  const clock: Partial<ClockSeen> = { rule: term, state: 'running', statutoryDue: due };
  return {
    case: { state: 'clue', facts }, duties: [], clocks: [clock], slices: { organ: { region } }, parameters: { ...LAW, ...parameters },
    step: { form, actor: { person: 'p', name: '甲' }, actedOn: on },
  } as unknown as CaseFile;
}

/** What a rule answers; its cure is never empty. */
function unmet(id: string, scene: Scene): Unmet | null {
  const answer = caseworkRules.find((rule) => rule.id === id)!.check(file(scene));
  if (answer) expect(answer.cure).not.toBe('');
  return answer;
}

const clue = (over: JsonObject = {}): JsonObject => ({ clue: { discoveredOn: '2026-06-02', conductEndedOn: '2026-06-01', ...over } });
const ended = (conductEndedOn: string, over: JsonObject = {}): Scene => ({ facts: clue({ conductEndedOn, ...over }) });

describe('within-limitation', () => {
  it.each<[string, Scene, boolean]>([
    ['on the last day of two years', ended('2024-06-02'), true],
    ['a day later', ended('2024-06-01'), false],
    ['U26: a tip in time, filed later', { ...ended('2024-06-02'), on: '2026-12-01' }, true],
    ['with harm that is shown, within five years', ended('2023-06-30', { harmful: true, harmEvidence: ['检验报告'] }), true],
    ['shown when the clue was verified', { facts: { ...clue({ conductEndedOn: '2023-06-30', harmful: true }), verification: { result: 'founded', harmEvidence: ['病历'] } } }, true],
    ['shown, after five years', ended('2021-06-01', { harmful: true, harmEvidence: ['检验报告'] }), false],
    ['ticked and not shown, but within two years', ended('2025-06-30', { harmful: true }), true],
    ['end unknown, with its reason', { facts: { clue: { discoveredOn: '2026-06-02', conductEndUnknown: '已停业' } } }, true],
    ['no clue at all', {}, false],
  ])('G017: %s', (_, scene, holds) => {
    expect(unmet('within-limitation', scene) === null).toBe(holds);
  });

  it('U27: a tick without proof gives no five years', () => {
    expect(unmet('within-limitation', ended('2023-06-30', { harmful: true }))?.message).toContain('没有列明证据');
  });
});

describe('conduct-dated', () => {
  it.each<[string, JsonObject, boolean]>([
    ['a date', { conductEndedOn: '2026-06-01' }, true],
    ['a reason why there is none', { conductEndUnknown: '当事人拒不说明。' }, true],
    ['neither', {}, false],
    ['both', { conductEndedOn: '2026-06-01', conductEndUnknown: '不明' }, false],
  ])('G016: %s', (_, said, holds) => {
    expect(unmet('conduct-dated', { form: { clue: { discoveredOn: '2026-06-02', ...said } } }) === null).toBe(holds);
  });
});

describe('clue-not-from-the-future', () => {
  it.each<[JsonObject, RegExp | null]>([
    [clue(), null],
    [clue({ discoveredOn: '2026-06-10' }), /发现日期 2026-06-10/],
    [clue({ conductEndedOn: '2026-06-10' }), /违法行为终了日期/],
    [{ receivedOn: '2026-06-09' }, null],
    [{ receivedOn: '2026-06-10' }, /收到日期/],
  ])('L46: %j', (form, message) => {
    const answer = unmet('clue-not-from-the-future', { form });
    if (message) expect(answer?.message).toMatch(message);
    else expect(answer).toBeNull();
  });
});

describe('not filed', () => {
  it('G005: wants a result, recorded before or now', () => {
    expect(unmet('clue-result-recorded', {})).not.toBeNull();
    expect(unmet('clue-result-recorded', { form: { result: '未见。' } })).toBeNull();
    expect(unmet('clue-result-recorded', { facts: { verification: { result: 'unfounded' } } })).toBeNull();
  });

  it('G005: wants an answer to a named informant, of the clue or of a linked tip', () => {
    const named = clue({ informant: { named: true, registerNumber: '举报2026-17' } });
    expect(unmet('named-informant-answered', { facts: clue({ informant: { named: false } }) })).toBeNull();
    expect(unmet('named-informant-answered', { facts: named })).not.toBeNull();
    expect(unmet('named-informant-answered', { facts: { ...clue(), tips: [{ informant: { named: true } }] } })).not.toBeNull();
    expect(unmet('named-informant-answered', { facts: named, form: { informantReply: '按登记号书面答复。' } })).toBeNull();
  });
});

describe('within-jurisdiction', () => {
  const place = (region: string): JsonObject => clue({ place: { region } });
  const before = { filedElsewhere: { organ: '邻区卫健委', filedOn: '2026-06-01' } };
  it.each<[string, Scene, boolean]>([
    ['place unsaid', { facts: clue() }, true],
    ['in its region', { facts: place('120104') }, true],
    ['in the next one', { facts: place('120105') }, false],
    ['anywhere in its province', { facts: place('370202'), region: '370000' }, true],
    ['in another city of it', { facts: place('370302'), region: '370200' }, false],
    ['no list of fields', { facts: clue({ discipline: '餐饮' }) }, true],
    ['a field on the list', { facts: clue({ discipline: '医疗卫生' }), parameters: { 'jurisdiction.disciplines': ['医疗卫生'] } }, true],
    ['a field off the list', { facts: clue({ discipline: '职业卫生' }), parameters: { 'jurisdiction.disciplines': ['医疗卫生'] } }, false],
    ['another filed first', { facts: clue(before) }, false],
    ['another filed first, named by the superior', { facts: clue({ ...before, assignment: { organ: '市卫健委', instrument: '指〔2026〕1号' } }) }, true],
    ['another filed later', { facts: clue({ filedElsewhere: { organ: '邻区卫健委', filedOn: '2026-06-10' } }) }, true],
  ])('L01: %s', (_, scene, holds) => {
    expect(unmet('within-jurisdiction', scene) === null).toBe(holds);
  });
});

it.each<[string, Scene, boolean]>([
  ['on the last day', { due: '2026-06-09', term: 'CASE-FILE' }, true],
  ['a day later', { due: '2026-06-08', term: 'CASE-FILE' }, false],
  ['while another term has passed', { due: '2026-06-08' }, true],
  ['where no term is loaded', { due: null, term: 'CASE-FILE' }, true],
])('L11: files %s', (_, scene, holds) => {
  expect(unmet('filed-in-time', scene) === null).toBe(holds);
});

describe('a term that has passed', () => {
  const late = { on: '2026-09-08', due: '2026-09-07' };
  it.each<[string, Scene, boolean]>([
    ['in time', { on: '2026-09-07', due: '2026-09-07' }, true],
    ['while the clock stands still', { on: '2026-09-08', due: null }, true],
    ['late, nothing signed', late, false],
    ['late, signed', { ...late, facts: { overdue: { dueOn: '2026-09-07' } } }, true],
    ['late again after an extension', { ...late, facts: { overdue: { dueOn: '2026-08-07' } } }, false],
  ])('G042: %s', (_, scene, holds) => {
    expect(unmet('overdue-signed', scene) === null).toBe(holds);
  });

  it('G042: is signed for once it has, with its own date', () => {
    expect(unmet('term-has-passed', { ...late, form: { dueOn: '2026-09-07' } })).toBeNull();
    expect(unmet('term-has-passed', { ...late, form: { dueOn: '2026-09-06' } })?.message).toContain('2026-09-07');
    expect(unmet('term-has-passed', { on: '2026-09-07', due: '2026-09-07', form: { dueOn: '2026-09-07' } })?.message).toContain('没有届满');
  });
});

describe('an extension by the heads', () => {
  const asked = { extensionAsked: { length: 60, reason: '复杂', on: '2026-09-01' } };
  const votes = (...given: string[]): JsonObject => ({ ...asked, extensionVotes: given.map((vote, at) => ({ person: `h${at}`, vote })) });
  const resolved = (facts: JsonObject, heads: Json = 3, length = 60): boolean => extensionResolved(file({ facts, parameters: { 'discussion.heads': heads } }), length);

  it('U15: counts votes about this extension and this length alone', () => {
    expect(resolved(votes('agree', 'agree'))).toBe(true);
    expect(resolved(votes('agree', 'disagree'))).toBe(false);
    expect(resolved(votes('agree', 'agree'), 3, 30)).toBe(false);
    expect(resolved({ extensionAsked: null, extensionVotes: votes('agree', 'agree').extensionVotes })).toBe(false);
    expect(resolved(votes('agree'), null)).toBe(false);
    expect(resolved(votes('agree', 'agree'), null)).toBe(true);
  });

  it('G041: takes one vote of each, on what was asked for', () => {
    expect(unmet('extension-vote-open', {})?.message).toContain('没有待讨论');
    expect(unmet('extension-vote-open', { facts: asked })).toBeNull();
    expect(unmet('extension-vote-open', { facts: { ...asked, extensionVotes: [{ person: 'p', vote: 'agree' }] } })?.message).toContain('已就本次延长发表意见');
  });
});
