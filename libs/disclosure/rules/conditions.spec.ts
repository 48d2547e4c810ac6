import type { CaseFile, JsonObject } from '@sanzhi/kernel';
import { blockerAfter, blockerOf, withdrawalBlockerOf, type Standing } from './blocker';
import { disclosureRules, groundBeforeService } from './conditions';
import type { ItemSeen } from './item';
import { blockerIn } from './ladder';
import type { PublicVersion } from './public-version';
import type { PublicWording } from './public-wording';

/** The version as it would be now; its digest is that of the case's one fact. */
const make = ({ case: { facts } }: CaseFile): PublicVersion => ({
  title: '', number: '', partyShown: '', decidedOn: '', indexed: true, html: '', report: {}, sha256: String(facts.text ?? 'now'),
  found: facts.leak ? ['id-card', 'name'] : [],
});
const wording: PublicWording = {
  make,
  notice: (_file, _item, reason) => ({ notice: reason, sha256: reason, report: {} }),
  found: (_file, text) => (text.includes('电话') ? ['mobile'] : []),
};
const rules = new Map(disclosureRules(wording).map((rule) => [rule.id, rule]));

const STATES = ['proposed', 'scoped', 'not-open', 'cleared', 'published', 'withdrawn', 'expired', 'repaired', 'dropped'] as const;
const ENDED = ['withdrawn', 'expired', 'repaired', 'dropped'];

const item = (state: ItemSeen['state'], over: Partial<ItemSeen> = {}): ItemSeen => ({
  id: 'c/decision', item: 'decision', about: 'decision', channel: 'site', document: 'penalty-decision', state, scope: 'open', ground: 'g',
  grade: null, number: 'N', scopedBy: 'publisher', clearedBy: null, sha256: 'now', indexed: true, publishedAt: null, endedAt: null,
  withdrawal: null, correction: null, ...over,
});

interface Asked {
  items?: ItemSeen[];
  facts?: JsonObject;
  form?: JsonObject;
  person?: string;
  parameters?: JsonObject;
}

function file({ items = [], facts = {}, form = {}, person = 'eye', parameters = {} }: Asked): CaseFile {
  const day = '2023-03-01';
  const actor = { person, organ: 'O', name: '甲', posts: [] };
  return {
    case: { id: 'c', organ: 'O', number: null, procedure: 'p', procedureVersion: 'v', state: 's', version: 1, facts, openedOn: day, lastActedAt: null },
    duties: [{ person: 'h1', duty: 'handler' }, { person: 'h2', duty: 'recused' }],
    clocks: [], slices: { disclosure: { items } }, parameters,
    step: { action: 'a', form, actor, actedOn: day, actedAt: day, recordedOn: day, recordedAt: day },
  };
}

const unmet = (rule: string, asked: Asked) => rules.get(rule)!.check(file(asked));
const holds = (rule: string, asked: Asked): boolean => unmet(rule, asked) === null;
const statesIn = (rule: string, asked: Asked = {}): string[] => STATES.filter((state) => holds(rule, { ...asked, items: [item(state)] }));

describe('every condition has title, basis and cure', () => {
  it.each([...rules.values()].map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => {
    expect(rule).toMatchObject({ effect: 'refuse', title: expect.stringMatching(/\p{Script=Han}/u), basis: expect.stringMatching(/\p{Script=Han}/u) });
  });
});

describe('over all states of an item', () => {
  it.each([
    ['item-awaits-scope', {}, ['proposed']],
    ['item-awaits-clearing', {}, ['scoped']],
    ['item-awaits-clearing', { facts: { text: 'changed' } }, ['scoped', 'cleared']],
    ['publication-cleared', { form: { item: 'decision' } }, ['cleared']],
    ['publication-cleared', { form: { item: 'decision' }, facts: { text: 'changed' } }, []],
    ['publication-cleared', { form: { item: 'decision' }, facts: { leak: true } }, []],
    ['publication-cleared', { form: { item: 'other' } }, []],
    ['publication-settled', {}, ['not-open', 'published', ...ENDED]],
    ['redaction-clean', { facts: { leak: true } }, ['proposed', 'not-open', 'published', ...ENDED]],
    ['redaction-clean', { facts: { leak: true, text: 'changed' } }, ['proposed', 'not-open', 'published', ...ENDED]],
    ['redaction-as-seen', { form: { sha256: 'seen' } }, ['proposed', 'not-open', 'cleared', 'published', ...ENDED]],
    ['redaction-as-seen', { form: { sha256: 'now' } }, [...STATES]],
  ])('%s with %j holds in %j', (rule, asked, states) => {
    expect(statesIn(rule, asked as Asked)).toEqual(states);
  });

  it.each(['item-awaits-scope', 'item-awaits-clearing', 'publication-cleared'])('%s without any item does not hold', (rule) => {
    expect(holds(rule, { form: { item: 'decision' } })).toBe(false);
  });

  it('a case that never proposed anything is settled', () => {
    expect(holds('publication-settled', {})).toBe(true);
  });

  it('one open item among settled ones is not settled', () => {
    expect(holds('publication-settled', { items: [item('published'), item('cleared', { item: 'other' })] })).toBe(false);
  });
});

describe('persons', () => {
  it.each([
    ['publisher-not-handler', 'h1', false],
    ['publisher-not-handler', 'h2', true],
    ['publisher-not-handler', 'eye', true],
    ['second-eye-not-publisher', 'publisher', false],
    ['second-eye-not-publisher', 'eye', true],
  ])('%s for %s: %s', (rule, person, expected) => {
    expect(holds(rule, { person, items: [item('scoped')] })).toBe(expected);
  });
});

it('redaction-clean names the kinds', () => {
  expect(unmet('redaction-clean', { items: [item('scoped')], facts: { leak: true } })?.message).toBe('公示稿中仍有不得公开的内容：身份证件号码、姓名。');
});

describe('before service', () => {
  const service = { servedOn: '2023-03-01' };
  it.each([
    [{}, {}, false, null],
    [{ service }, {}, true, null],
    [{}, { 'publish.beforeService': true }, true, 'publish.beforeService'],
    [{}, { 'publish.beforeService': 'true' }, false, null],
    [{ service }, { 'publish.beforeService': true }, true, null],
  ])('facts %j, parameters %j', (facts, parameters, expected, ground) => {
    expect(holds('served-before-publication', { facts, parameters })).toBe(expected);
    expect(groundBeforeService(file({ facts, parameters, person: 'system' }))).toBe(ground);
  });
});

describe('who blocks', () => {
  const standing = (over: Partial<Standing>): Standing => ({ state: 'cleared', served: true, beforeService: false, withdrawal: null, ...over });
  it.each([
    [standing({ state: 'proposed' }), 'publisher'],
    [standing({ state: 'scoped', served: false }), 'second-eye'],
    [standing({ served: false }), 'handler'],
    [standing({ served: false, beforeService: true }), undefined],
    [standing({}), undefined],
    [standing({ state: 'published' }), undefined],
    [standing({ state: 'not-open' }), undefined],
  ])('%j: %s', (at, who) => {
    expect(blockerOf(at)?.blockedBy).toBe(who);
  });

  it.each([
    [standing({ state: 'published', withdrawal: 'due' }), 'publisher'],
    [standing({ state: 'published', withdrawal: 'drafted' }), 'second-eye'],
    [standing({ state: 'published' }), undefined],
    [standing({ state: 'withdrawn', withdrawal: 'drafted' }), undefined],
  ])('of a withdrawal, %j: %s', (at, who) => {
    expect(withdrawalBlockerOf(at)?.blockedBy).toBe(who);
    expect(blockerIn('withdraw', at)?.blockedBy).toBe(who);
  });

  it('after a refusal the messages of the law are the ground', () => {
    const refusals = ['一。', '二。'].map((message) => ({ rule: 'r', title: 't', basis: 'b', message, cure: 'c' }));
    expect(blockerAfter(refusals, standing({ served: false }))).toEqual({ blockedBy: 'handler', ground: '一。二。' });
    expect(blockerAfter(refusals, standing({}))).toEqual({ blockedBy: 'second-eye', ground: '一。二。' });
  });
});
