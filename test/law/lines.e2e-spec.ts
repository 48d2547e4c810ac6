import type { CaseFile, JsonObject, Rule } from '@sanzhi/kernel';
import type { FileLawBook } from '@sanzhi/casework';
import { openLaw } from '../../apps/cli/src/open-law';

const DAY = '2026-07-06';
const clinic = { code: 'TP-CLINIC', name: '测试机关', region: '000000' };
const elsewhere = { code: 'ELSEWHERE', name: '别处', region: '000000' };

let law: FileLawBook;
beforeAll(async () => void (law = await openLaw()), 60_000);

const rule = (id: string): Rule => law.rules().find((one) => one.id === id)!;
const proposed = (more: JsonObject = {}): JsonObject => ({ kinds: ['罚款'], fineFen: 0, confiscatedFen: 0, ...more });

interface Scene {
  hearing?: JsonObject | null;
  clue?: JsonObject;
  draft?: JsonObject | null;
  party?: string;
  organ?: typeof clinic;
  pack?: JsonObject;
}

function fileOf({ draft = proposed(), party = 'person', organ = clinic, pack = {}, hearing = null, clue = {} }: Scene): CaseFile {
  return {
    case: { facts: { party: { kind: party }, draft, hearing, clue } },
    parameters: { ...law.parameters(organ, DAY), ...pack },
    slices: {},
    step: { form: {}, actedOn: DAY },
  } as unknown as CaseFile;
}

const why = (condition: string, scene: Scene): string | null => law.why(condition)(fileOf(scene));
const HEAVY = ['暂扣许可证件', '降低资质等级', '吊销许可证件', '责令停产停业', '责令关闭', '限制从业'];

describe.each([
  ['review-required', 'review', '不属于：拟处罚款达到法制审核目录的'],
  ['discussion-required', 'discussion', '不属于：拟处罚款达到集体讨论的'],
])('%s', (id, name, unmet) => {
  const line = (party: string): number => law.parameters(clinic, DAY)[`${name}.threshold.${party}Fen`] as number;

  it.each([['person', 'person'], ['individual-business', 'person'], ['organization', 'organization']])('the money line of a %s', (party, of) => {
    const goods = (valueFen: number): JsonObject => proposed({ goods: { items: [], valueFen } });
    expect(why(id, { party, draft: goods(line(of) - 1) })).toBeNull();
    expect(why(id, { party, draft: goods(line(of)) })).toContain('财物价值达到');
    for (const field of ['fineFen', 'confiscatedFen']) {
      expect(why(id, { party, draft: proposed({ [field]: line(of) - 1 }) })).toBeNull();
      expect(why(id, { party, draft: proposed({ [field]: line(of) }) })).toContain(`达到`);
    }
  });

  it.each(HEAVY)('%s with no money at all', (kind) => {
    expect(why(id, { draft: proposed({ kinds: ['警告', kind] }) })).toContain('处罚种类');
  });

  it.each(['警告', '通报批评', '限制开展生产经营活动'])('not %s', (kind) => {
    expect(why(id, { draft: proposed({ kinds: [kind] }) })).toBeNull();
  });

  it('where no line is loaded every sum, and no warning', () => {
    expect(why(id, { organ: elsewhere, draft: proposed({ fineFen: 1 }) })).toContain('未载入法定值，有罚款、没收的一律按达到办理');
    expect(why(id, { organ: elsewhere, draft: proposed({ kinds: ['警告'] }) })).toBeNull();
  });

  it('where no catalogue of kinds is loaded whatever is more than a warning and is not money', () => {
    const pack = { [`${name}.kinds`]: null };
    expect(why(id, { pack, draft: proposed({ kinds: ['限制开展生产经营活动'] }) })).toContain('未载入');
    expect(why(id, { pack, draft: proposed({ kinds: ['警告', '罚款'], fineFen: 1 }) })).toBeNull();
  });

  it('a draft without kinds, as on the spot, proposes nothing', () => {
    expect(why(id, { organ: elsewhere, draft: { factsFound: '事实', fineFen: 100 } })).toBeNull();
    expect(why(id, { draft: null })).toBeNull();
  });

  it('says of what is not met why not, with the line', () => {
    const refusal = rule(id).check(fileOf({}))!;
    expect(refusal.message).toContain(`${unmet} ${line('person') / 100} 元`);
    expect(refusal.cure).toMatch(/^无需/);
  });
});

it('a pack may have every ordinary case reviewed', () => {
  expect(why('review-required', { pack: { 'review.mode': 'all' } })).toContain('一律审核');
  expect(why('review-required', {})).toBeNull();
});

describe('the heads of the Act, beside kinds and money', () => {
  it.each<[string, string[], boolean, boolean]>([
    ['涉及重大公共利益', ['public-interest'], true, false],
    ['疑难复杂', ['complex'], true, true],
    ['情节复杂', ['complex'], true, true],
    ['法律、法规规定', ['by-law'], true, false],
    ['重大社会影响', ['social-effect'], true, false],
    ['电子技术监控设备', ['monitored-evidence'], true, false],
    ['重大违法行为', ['serious'], false, true],
  ])('%s: %j is reviewed %s, discussed %s', (words, gravity, reviewed, discussed) => {
    const scene = { draft: proposed({ kinds: ['警告'], gravity }) };
    const told = { review: why('review-required', scene), discussion: why('discussion-required', scene) };
    expect([told.review !== null, told.discussion !== null]).toEqual([reviewed, discussed]);
    expect(`${told.review}${told.discussion}`).toContain(words);
  });

  it('a case that went through a hearing is reviewed', () => {
    expect(why('review-required', { draft: proposed({ kinds: ['警告'] }), hearing: { heldOn: '2026-07-01', attendance: 'attended' } })).toContain('经过听证程序');
  });

  it('a fine off the scale is reviewed, however small; one within its tier is not', () => {
    const library = law.rules().find(({ id }) => id === 'fine-off-scale')!;
    expect(library.check(fileOf({}))).not.toBeNull();
    expect(law.rules().find(({ id }) => id === 'review-passed-where-required')!.reads).toEqual(expect.arrayContaining(['step', 'review', 'case', 'parameters']));
  });
});
