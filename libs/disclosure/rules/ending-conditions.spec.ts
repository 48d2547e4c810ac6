import type { CaseFile, ClockSeen, JsonObject } from '@sanzhi/kernel';
import { readProfile } from '../adapters/law/read-profile';
import { CREDIT_CLOCKS, creditRules, gradeGiven } from './credit-conditions';
import { endingRules, isPeriodOfDisplay } from './ending-conditions';
import { itemAsked, type ItemSeen } from './item';
import { dutiesTold, rungDoes, termOf } from './ladder';
import type { PublicVersion } from './public-version';
import { wordingBy, type PublicWording } from './public-wording';
import { GROUND_TITLES, withdrawalNotice } from './withdrawal-notice';

const make = ({ case: { facts } }: CaseFile): PublicVersion => ({
  title: '', number: '', partyShown: '', decidedOn: '', indexed: true, html: '', report: {}, sha256: String(facts.text ?? 'now'), found: facts.leak ? ['mobile'] : [],
});
const wording: PublicWording = {
  make,
  notice: (_file, _item, reason) => ({ notice: reason, sha256: 'n', report: {} }),
  found: (_file, text) => (text.includes('电话') ? ['mobile'] : []),
};
const rules = new Map([...endingRules(wording), ...creditRules].map((rule) => [rule.id, rule]));

const due = { ground: 'annulled' as const, arrivedOn: '2023-06-01', notice: null, sha256: null, draftedBy: null, withdrawnAt: null };
const drafted = { ...due, notice: '说明', sha256: 'n', draftedBy: 'publisher' };

const item = (over: Partial<ItemSeen> = {}): ItemSeen => ({
  id: 'c/decision', item: 'decision', about: 'decision', channel: 'site', document: 'penalty-decision', state: 'published', scope: 'open',
  ground: 'g', grade: null, number: 'N', scopedBy: 'publisher', clearedBy: 'eye', sha256: 'now', indexed: true, publishedAt: 'x', endedAt: null,
  withdrawal: null, correction: null, ...over,
});
const credit = (over: Partial<ItemSeen> = {}): ItemSeen => item({ id: 'c/decision-credit', item: 'decision-credit', channel: 'credit', ...over });

const clock = (rule: string, statutoryDue: string, over: Partial<ClockSeen> = {}): ClockSeen => ({
  id: rule, rule, subjectKind: 'publication', subjectId: 'c/decision', state: 'running', anchorOn: '2023-01-01', statutoryDue, safeDue: statutoryDue, provisional: false, ...over,
});

interface Asked {
  items?: ItemSeen[];
  facts?: JsonObject;
  form?: JsonObject;
  person?: string;
  parameters?: JsonObject;
  clocks?: ClockSeen[];
  procedure?: string;
}

function file({ items = [], facts = {}, form = {}, person = 'eye', parameters = {}, clocks = [], procedure = 'penalty-ordinary' }: Asked): CaseFile {
  const day = '2023-06-05';
  const actor = { person, organ: 'O', name: '甲', posts: [] };
  return {
    case: { id: 'c', organ: 'O', number: null, procedure, procedureVersion: 'v', state: 's', version: 1, facts, openedOn: '2023-03-01', lastActedAt: null },
    duties: [], clocks, slices: { disclosure: { items } }, parameters,
    step: { action: 'a', form, actor, actedOn: day, actedAt: day, recordedOn: day, recordedAt: day },
  };
}

const holds = (rule: string, asked: Asked): boolean => rules.get(rule)!.check(file(asked)) === null;

describe('withdrawal', () => {
  it.each([
    ['withdrawal-due', {}, false],
    ['withdrawal-due', { items: [item()] }, false],
    ['withdrawal-due', { items: [item({ withdrawal: due })] }, true],
    ['withdrawal-due', { items: [item({ withdrawal: due, state: 'withdrawn' })] }, false],
    ['withdrawal-due', { items: [item({ withdrawal: due })], form: { item: 'decision-credit' } }, false],
    ['withdrawal-drafted', { items: [item({ withdrawal: due })] }, false],
    ['withdrawal-drafted', { items: [item({ withdrawal: drafted })] }, true],
    ['withdrawal-as-seen', { items: [item({ withdrawal: drafted })], form: { sha256: 'n' } }, true],
    ['withdrawal-as-seen', { items: [item({ withdrawal: drafted })], form: { sha256: 'other' } }, false],
    ['second-eye-not-drafter', { items: [item({ withdrawal: drafted })], person: 'publisher' }, false],
    ['second-eye-not-drafter', { items: [item({ withdrawal: drafted })] }, true],
    ['decision-disclosed', { items: [item()] }, true],
    ['decision-disclosed', { items: [item({ state: 'cleared' })] }, true],
    ['decision-disclosed', { items: [item({ withdrawal: due }), credit({ state: 'not-open' })] }, false],
    ['public-reason-clean', { form: { reason: '决定被撤销。' } }, true],
    ['public-reason-clean', { form: { reason: '电话见附件' } }, false],
  ])('%s with %j: %s', (rule, asked, expected) => {
    expect(holds(rule, asked as Asked)).toBe(expected);
  });

  it.each([['2023-02-28', false], ['2023-03-01', true], ['2023-06-05', true], ['2023-06-06', false]])('paper-arrived on %s: %s', (arrivedOn, expected) => {
    expect(holds('paper-arrived', { form: { arrivedOn } })).toBe(expected);
  });

  it('takes the item that is named, and the first that fits where none is', () => {
    const items = [item({ withdrawal: due }), credit({ withdrawal: due })];
    const fits = (one: ItemSeen): boolean => one.withdrawal !== null;
    expect(itemAsked(file({ items }), fits)?.item).toBe('decision');
    expect(itemAsked(file({ items, form: { item: 'decision-credit' } }), fits)?.item).toBe('decision-credit');
    expect(itemAsked(file({ items: [item()], form: { item: 'decision' } }), fits)).toBeUndefined();
  });
});

describe('correction', () => {
  const asked = item({ correction: { reason: 'r', askedBy: 'publisher' } });
  it.each([
    ['item-shown', { items: [item()] }, true],
    ['item-shown', { items: [asked] }, false],
    ['item-shown', { items: [item({ withdrawal: due })] }, false],
    ['item-shown', { items: [item({ state: 'expired' })] }, false],
    ['correction-asked', { items: [item()] }, false],
    ['correction-asked', { items: [asked] }, true],
    ['second-eye-not-drafter', { items: [asked], person: 'publisher' }, false],
    ['correction-as-seen', { items: [asked], form: { sha256: 'now' } }, false],
    ['correction-as-seen', { items: [asked], facts: { text: 'new' }, form: { sha256: 'now' } }, false],
    ['correction-as-seen', { items: [asked], facts: { text: 'new' }, form: { sha256: 'new' } }, true],
    ['correction-as-seen', { items: [asked], facts: { text: 'new', leak: true }, form: { sha256: 'new' } }, false],
  ])('%s with %j: %s', (rule, given, expected) => {
    expect(holds(rule, given as Asked)).toBe(expected);
  });
});

describe('the end of display', () => {
  it.each([
    [clock('PUB-LOCAL-KEEP', '2023-06-04'), true],
    [clock('PUB-LOCAL-KEEP', '2023-06-05'), false],
    [clock('PUB-CF-7', '2023-06-04'), false],
    [clock('PUB-LOCAL-KEEP', '2023-06-04', { state: 'done' }), false],
    [clock('PUB-LOCAL-KEEP', '2023-06-04', { subjectId: 'c/other' }), false],
  ])('%j: %s', (running, expected) => {
    expect(holds('display-over', { items: [item()], clocks: [running], form: { item: 'decision' } })).toBe(expected);
  });

  it('waits for a withdrawal, which explains itself', () => {
    expect(holds('display-over', { items: [item({ withdrawal: due })], clocks: [clock('PUB-LOCAL-KEEP', '2023-06-04')] })).toBe(false);
  });
});

describe('the credit channel', () => {
  const facts = (kinds: string[]): JsonObject => ({ decision: { kinds }, performance: {} });
  it.each([
    [['警告'], 'penalty-ordinary', 'minor'],
    [['警告', '通报批评'], 'penalty-ordinary', 'minor'],
    [['罚款'], 'penalty-summary', 'minor'],
    [['罚款'], 'penalty-ordinary', null],
    [['警告', '罚款'], 'penalty-ordinary', null],
    [['罚款', '吊销许可证件'], 'penalty-ordinary', 'severe'],
    [['限制从业'], 'penalty-ordinary', 'severe'],
  ])('%j by %s is %s', (kinds, procedure, grade) => {
    expect(gradeGiven(file({ facts: facts(kinds), procedure }))).toBe(grade);
  });

  const waiting = credit({ state: 'proposed', scope: null });
  it.each([
    ['credit-grade-given', { form: { scope: 'open' } }, false],
    ['credit-grade-given', { form: { scope: 'open', grade: 'general' } }, true],
    ['credit-grade-given', { form: { scope: 'not-open' } }, true],
    ['credit-grade-given', { form: { scope: 'open', grade: 'general' }, facts: facts(['吊销许可证件']) }, false],
    ['credit-minor-not-shown', { form: { scope: 'open', grade: 'minor' }, parameters: { 'publish.credit.minor': false } }, false],
    ['credit-minor-not-shown', { form: { scope: 'open', grade: 'minor' }, parameters: { 'publish.credit.minor': true } }, true],
    // Before 1 April 2026 no text says so.
    ['credit-minor-not-shown', { form: { scope: 'open', grade: 'minor' } }, true],
    ['credit-minor-not-shown', { form: { scope: 'open', grade: 'general' }, parameters: { 'publish.credit.minor': false } }, true],
  ])('%s with %j: %s', (rule, asked, expected) => {
    expect(holds(rule, { items: [waiting], ...(asked as Asked) })).toBe(expected);
  });

  it.each([[true, true], [null, false], [false, false]])('is used where the pack says so: %s', (value, expected) => {
    expect(holds('credit-channel-used', { parameters: { 'publish.credit': value } })).toBe(expected);
  });

  it('is repaired after performance and the shortest period', () => {
    const shown = credit({ grade: 'general' });
    const min = (on: string) => [clock('PUB-CREDIT-GEN-MIN', on, { subjectId: shown.id })];
    expect(holds('credit-repairable', { items: [shown], facts: facts(['罚款']), clocks: min('2023-06-04') })).toBe(true);
    expect(holds('credit-repairable', { items: [shown], facts: facts(['罚款']), clocks: min('2023-06-05') })).toBe(false);
    expect(holds('credit-repairable', { items: [shown], clocks: min('2023-06-04') })).toBe(false);
    expect(holds('credit-repairable', { items: [item()], facts: facts(['罚款']) })).toBe(false);
  });

  it('ends by clocks that are periods of display', () => {
    expect(Object.values(CREDIT_CLOCKS).every(({ max }) => isPeriodOfDisplay(max))).toBe(true);
    expect(Object.values(CREDIT_CLOCKS).some(({ min }) => min !== null && isPeriodOfDisplay(min))).toBe(false);
  });
});

describe('the ladder', () => {
  it.each([['PUB-CF-7', 'show'], ['PUB-XK-7', 'show'], ['PUB-WITHDRAW-3', 'withdraw'], ['PUB-LOCAL-KEEP-PERSON', 'display'], ['PUB-CREDIT-SEV-MAX', 'display']])('%s is of the term %s', (rule, term) => {
    expect(termOf(rule)).toBe(term);
  });

  it('tells, acts, and says that it is late', () => {
    expect(['remind', 'press', 'supervise', 'act', 'act-2', 'expire', 'late'].map(rungDoes)).toEqual([
      { tells: 'reminded' }, { tells: 'pressed' }, { tells: 'supervised' }, 'acts', 'acts', 'acts', 'is-late',
    ]);
  });

  it('tells the head too from supervision on', () => {
    const blocker = { blockedBy: 'publisher' as const, ground: 'g' };
    expect((['reminded', 'pressed', 'blocked', 'supervised'] as const).map((kind) => dutiesTold(kind, blocker).length)).toEqual([1, 1, 1, 2]);
  });
});

describe('the notice of a withdrawal', () => {
  const profile = readProfile('penalty-public')!;
  const known = { persons: [{ name: '章海洋', phone: '13812345678', role: 'party' as const }] };
  it.each(Object.keys(GROUND_TITLES) as (keyof typeof GROUND_TITLES)[])('says number, ground and reason: %s', (ground) => {
    const { notice, report, sha256 } = withdrawalNotice({ number: '示卫医罚〔2023〕1号', ground, reason: '复议机关认为程序违法。' }, profile, known);
    expect(notice).toContain(`示卫医罚〔2023〕1号行政处罚决定已被${GROUND_TITLES[ground]}`);
    expect(notice).toContain('复议机关认为程序违法。');
    expect(report).toMatchObject({ clean: true, sha256 });
  });

  it.each(['章海洋不服，申请复议。', '请致电13912345678。', '身份证11010519491231002X。'])('is not clean with %s', (reason) => {
    const { report } = withdrawalNotice({ number: 'N', ground: 'annulled', reason }, profile, known);
    expect(report.clean).toBe(false);
    expect(JSON.stringify(report)).not.toMatch(/章海洋|139|1949/);
  });

  it('comes from the case’s own wording', () => {
    const whole = { ...file({ facts: { party: { kind: 'person', name: '章海洋' } } }), slices: { organ: { name: '示范机关' }, identity: { officers: [] } } };
    expect(wordingBy(profile).found(whole, '章海洋申请复议')).toEqual(expect.arrayContaining([expect.any(String)]));
  });
});
