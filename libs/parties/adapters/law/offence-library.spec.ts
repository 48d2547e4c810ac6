import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { CaseFile, Rule } from '@sanzhi/kernel';
import { ConfigFileError, configDir } from '@sanzhi/platform/config';
import { readOffences } from './read-offences';
import { firstOffenceTrue, oneActOneFine, type EarlierPenalty } from '../../rules/offence/history-rules';
import { boundsOf, offenceLaw, tierBounds, type Offence, type OffenceLaw } from '../../rules/offence/offence';
import { offenceRules, whyOffScale } from '../../rules/offence/offence-rules';

const shipped = readOffences(configDir());
const clinic = shipped.get('unlicensed-institution')!;

/** An offence with two versions: the later one is lighter. */
const changed: Offence = {
  ...{ id: 'changed', title: '示例违法', discipline: '示例', parties: ['organization'], tiers: clinic.tiers, tiersBasis: '示例' },
  laws: [
    { validFrom: '2010-01-01', validTo: '2020-12-31', basis: '旧规第一条', status: 'SEEN', kinds: ['警告', '罚款'], fine: { minFen: 100000, maxFen: 1000000 } },
    { validFrom: '2021-01-01', basis: '新规第一条', status: 'SEEN', kinds: ['警告', '罚款'], fine: { minFen: 0, maxFen: 500000 } },
  ],
};
const book = (id: string): Offence | undefined => (id === 'changed' ? changed : shipped.get(id));
const rules = new Map(offenceRules(book).map((rule) => [rule.id, rule]));
const rule = (id: string): Rule => rules.get(id)!;

interface Given {
  offenceId?: string;
  conductEndedOn?: string;
  kind?: string;
  fineFen?: number;
  kinds?: string[];
  mitigation?: object;
  grading?: object;
  review?: string;
  earlier?: EarlierPenalty[];
  actedOn?: string;
}
const usual = {
  ...{ offenceId: 'unlicensed-institution', conductEndedOn: '2026-06-01', kind: 'person', fineFen: 15000000, kinds: ['罚款'] },
  ...{ grading: { incomeFen: 1200000, tier: 'normal' }, review: 'none', earlier: [], actedOn: '2026-07-06' },
};
function file(given: Given = {}): CaseFile {
  const { offenceId, conductEndedOn, kind, fineFen, kinds, mitigation, grading, review, earlier, actedOn } = { ...usual, ...given };
  const facts = { party: { kind }, clue: { offenceId, offence: '示例', conductEndedOn }, draft: { kinds, fineFen, mitigation, grading } };
  return { case: { facts }, step: { form: { fineFen }, actedOn }, slices: { review: { result: review }, offences: { earlier } } } as unknown as CaseFile;
}
const message = (id: string, given?: Given): string | null => rule(id).check(file(given))?.message ?? null;

describe('the library as shipped', () => {
  it('has no number from memory, and says so', () => {
    for (const { laws } of shipped.values()) {
      for (const law of laws.filter(({ status }) => status !== 'SEEN')) expect([law.fine, law.warning]).toEqual([null, expect.stringContaining('未读到')]);
    }
  });

  it('counts an illegal income below ten thousand yuan as ten thousand (健康促进法第九十九条)', () => {
    const [law] = clinic.laws;
    expect(boundsOf(law, 1200000)).toEqual({ minFen: 6000000, maxFen: 24000000 });
    expect(boundsOf(law, 0)).toEqual({ minFen: 5000000, maxFen: 20000000 });
    expect(boundsOf(law, undefined)).toBeNull();
  });

  it('cuts a range into tiers without a gap', () => {
    const amount = fc.integer({ min: 0, max: 1_000_000_00 });
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        const bounds = { minFen: Math.min(a, b), maxFen: Math.max(a, b) };
        const parts = clinic.tiers.map((tier) => tierBounds(bounds, tier));
        expect([parts[0].minFen, parts.at(-1)!.maxFen]).toEqual([bounds.minFen, bounds.maxFen]);
        parts.slice(1).forEach((part, index) => expect(part.minFen).toBe(parts[index].maxFen));
      }),
    );
  });
});

describe('rules of the library', () => {
  it('hold where a case names no offence of it', () => {
    const plain = { ...file(), case: { facts: { party: { kind: 'person' }, clue: { offence: '示例', conductEndedOn: '2026-06-01' }, draft: { kinds: ['罚款'], fineFen: 1 } } } } as unknown as CaseFile;
    const demands = [...rules.values()].filter(({ id }) => id !== 'fine-off-scale');
    expect(demands.map((one) => one.check(plain))).toEqual([null, null, null, null, null]);
    expect(rules.get('fine-off-scale')!.check(plain)).not.toBeNull();
  });

  it.each<[string, string, Given, RegExp | null]>([
    ['an unknown offence', 'offence-known', { offenceId: 'nothing-of-it' }, /没有编号为“nothing-of-it”/],
    ['a party that cannot commit it', 'party-fits-offence', { offenceId: 'unlicensed-physician', kind: 'organization' }, /应为自然人，现为法人/],
    ['a party that can', 'party-fits-offence', { offenceId: 'unlicensed-physician' }, null],
    ['a fine at the bottom of the range', 'penalty-in-range', { fineFen: 6000000 }, null],
    ['a fen below', 'penalty-in-range', { fineFen: 5999999 }, /不在基本医疗卫生与健康促进法第九十九条第一款规定的/],
    ['a fen below, reduced on a ground of the law', 'penalty-in-range', { fineFen: 5999999, mitigation: { form: 'reduced' }, grading: { incomeFen: 1200000, tier: 'light' } }, null],
    ['the same, which is off the scale', 'off-scale-reviewed', { fineFen: 5999999, mitigation: { form: 'reduced' }, grading: { incomeFen: 1200000, tier: 'light' } }, /不在“从轻”阶次/],
    ['a fen below for another factor', 'penalty-in-range', { fineFen: 5999999, grading: { incomeFen: 1200000, tier: 'light', factors: ['first'] } }, /不在/],
    ['a fen above', 'penalty-in-range', { fineFen: 24000001 }, /不在/],
    ['a kind the article does not give', 'penalty-in-range', { kinds: ['罚款', '吊销许可证件'] }, /没有规定“吊销许可证件”/],
    ['a multiple of an income that is not filled in', 'penalty-in-range', { grading: { tier: 'light' } }, /没有填写违法所得/],
    ['a version without numbers', 'penalty-in-range', { offenceId: 'medical-records', kinds: ['罚款'], kind: 'organization', fineFen: 1 }, null],
    ['the lighter law of later', 'penalty-in-range', { offenceId: 'changed', conductEndedOn: '2020-06-01', fineFen: 600000 }, /新规第一条/],
    ['conduct before it was an offence', 'offence-still-punished', { offenceId: 'changed', conductEndedOn: '2009-12-31' }, /行为发生时不予处罚/],
    ['a fine in its tier', 'off-scale-reviewed', {}, null],
    ['a fine outside its tier', 'off-scale-reviewed', { grading: { incomeFen: 1200000, tier: 'light' } }, /不在“从轻”阶次/],
    ['the same after review', 'off-scale-reviewed', { grading: { incomeFen: 1200000, tier: 'light' }, review: 'passed' }, null],
    ['a fine without a tier', 'off-scale-reviewed', { grading: { incomeFen: 1200000 } }, /没有选择裁量阶次/],
  ])('%s', (_, id, given, expected) => {
    const said = message(id, given);
    if (expected === null) expect(said).toBeNull();
    else expect(said).toMatch(expected);
  });

  it('L18: judge by the law of the conduct, and by the new one where it is lighter', () => {
    const conduct = { offenceId: 'changed', conductEndedOn: '2020-06-01' };
    expect(message('penalty-in-range', { ...conduct, fineFen: 600000 })).toMatch(/新规第一条/);
    expect(message('penalty-in-range', { ...conduct, fineFen: 400000 })).toBeNull();
    expect(message('offence-still-punished', { ...conduct, conductEndedOn: '2009-12-31' })).toMatch(/行为发生时不予处罚/);
    expect(message('offence-still-punished', conduct)).toBeNull();
  });

  it('L18: apply the law of the conduct where the new one is heavier', () => {
    const heavier = { ...changed, laws: [changed.laws[0], { ...changed.laws[1], kinds: ['罚款', '吊销许可证件'] }] as OffenceLaw[] };
    expect(offenceLaw(heavier, { conductOn: '2020-06-01', decidedOn: '2022-01-01' }).law?.basis).toBe('旧规第一条');
  });

  it('say why a fine is off the scale', () => {
    expect(whyOffScale(file({ fineFen: 24000000 }), book)).toContain('拟处罚款 240000 元，不在“一般”阶次的 114000 元至 186000 元 之内');
  });
});

const before = (more: Partial<EarlierPenalty> = {}): EarlierPenalty => ({
  ...{ caseId: 'x', number: '示罚〔2026〕1号', offence: '示例', offenceId: 'unlicensed-institution', conductEndedOn: '2026-06-01', decidedOn: '2026-06-20', kinds: ['罚款'], fineFen: 100 },
  ...more,
});

describe('earlier penalties', () => {
  it.each<[string, Partial<EarlierPenalty>, boolean]>([
    ['the same act', {}, true],
    ['the same act, warned only', { fineFen: 0 }, false],
    ['another act', { conductEndedOn: '2026-05-01' }, false],
    ['another offence', { offenceId: 'medical-records' }, false],
    ['one known by its words alone', { offenceId: null }, false],
  ])('%s: fined twice is refused %#', (_, more, refused) => {
    expect(oneActOneFine.check(file({ earlier: [before(more)] })) !== null).toBe(refused);
  });

  it('another kind than a fine is no second fine', () => {
    expect(oneActOneFine.check(file({ earlier: [before()], fineFen: 0 }))).toBeNull();
  });

  it('nobody is a first offender twice', () => {
    const asked = (earlier: EarlierPenalty[]): CaseFile => {
      const one = file({ earlier });
      return { ...one, step: { ...one.step, form: { draft: { grading: { factors: ['first'] } } } } } as unknown as CaseFile;
    };
    expect(firstOffenceTrue.check(asked([]))).toBeNull();
    expect(firstOffenceTrue.check(asked([before({ conductEndedOn: '2025-01-01' })]))?.message).toContain('不是初次违法');
  });
});

describe('a library with mistakes', () => {
  let copy: string;
  beforeEach(() => {
    copy = mkdtempSync(join(tmpdir(), 'sanzhi-offences-'));
    cpSync(join(configDir(), 'offences'), join(copy, 'offences'), { recursive: true });
  });
  afterEach(() => rmSync(copy, { recursive: true }));

  it.each([
    ['a number from memory', 'fine: null\n        warning', 'fine: {minFen: 0, maxFen: 1}\n        warning', 0, /./],
    ['an id twice', 'id: medical-records', 'id: unlicensed-physician', 0, /案由编号重复/],
    ['an unknown word', 'parties: [person]', 'party: [person]', 0, /party/],
    ['a range that runs backwards', 'timesMin: 5, timesMax: 20', 'timesMin: 20, timesMax: 5', -4, /下限高于上限/],
    ['tiers with a gap', 'from: 0.3, to: 0.7', 'from: 0.4, to: 0.7', -2, /首尾相接/],
    ['a fine that is no kind', 'kinds: [没收违法所得, 没收非法财物, 罚款]\n        fine: {', 'kinds: [没收违法所得]\n        fine: {', -3, /种类中没有罚款/],
  ])('%s: file and line', (_, from, to, off, expected) => {
    const path = join(copy, 'offences/medical.yaml');
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(from);
    const line = text.slice(0, text.indexOf(from)).split('\n').length;
    writeFileSync(path, text.replace(from, to));
    let problems: readonly { file: string; line: number; message: string }[] = [];
    try {
      readOffences(copy);
    } catch (cause) {
      problems = (cause as ConfigFileError).problems;
    }
    expect(problems.some((problem) => expected.test(problem.message))).toBe(true);
    expect(problems.every((problem) => problem.file === path)).toBe(true);
    expect(Math.min(...problems.map((problem) => Math.abs(problem.line - line - off)))).toBeLessThanOrEqual(2);
  });
});
