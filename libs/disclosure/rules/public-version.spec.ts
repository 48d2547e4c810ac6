import { digest, type CaseFile, type JsonObject } from '@sanzhi/kernel';
import { readProfile } from '../adapters/law/read-profile';
import { publicVersionBy } from './public-version';

const make = publicVersionBy(readProfile('penalty-public')!);
const item = { id: 'c1/decision', document: 'penalty-decision' };

const organization = { kind: 'organization', name: '示范口腔门诊部', code: '91120104MA06F0YK7U', legalRepresentative: '章海洋', phone: '13812345678' };
const person = { kind: 'person', name: '章海洋', idNumber: '11010519491231002X', phone: '13812345678', address: '天津市南开区幸福路3号院' };
const shop = { kind: 'individual-business', name: '幸福路理发店', code: '92120104MA06F0YK7U', legalRepresentative: '章海洋' };

function file(party: JsonObject, over: { facts?: JsonObject; parameters?: JsonObject } = {}): CaseFile {
  const facts: JsonObject = {
    party,
    clue: { offence: '使用未取得处方权的人员开具处方' },
    draft: { factsFound: '经查属实。', basis: '处方管理办法第五十四条' },
    decision: { kinds: ['警告', '罚款', '没收违法所得'], fineFen: 300050, confiscatedFen: 120000, decidedOn: '2023-03-01' },
    documents: { 'penalty-decision': { number: '示卫医罚〔2023〕1号' } },
    service: { receiver: '王签收' },
    ...over.facts,
  };
  const seen = {
    id: 'c1', organ: 'O', number: '示卫医立〔2023〕1号', procedure: 'p', procedureVersion: 'v', state: 'served', version: 9, facts,
    openedOn: '2023-02-01', lastActedAt: null,
  };
  const at = '2023-03-02T01:00:00.000Z';
  const actor = { person: 'p', organ: 'O', name: '甲', posts: [] };
  return {
    case: seen, duties: [{ person: 'h1', duty: 'handler' }], clocks: [], parameters: over.parameters ?? {},
    slices: { organ: { name: '示范区卫生健康委员会' }, identity: { officers: [{ id: 'h1', name: '赵建国' }] } },
    step: { action: '', form: {}, actor, actedOn: '2023-03-02', actedAt: at, recordedOn: '2023-03-02', recordedAt: at },
  };
}

const facts = (factsFound: string): { facts: JsonObject } => ({ facts: { draft: { factsFound, basis: '处方管理办法第五十四条' } } });

describe('the public version', () => {
  it('shows the eight elements, content and brief facts', () => {
    const { html } = make(file(organization), item);
    const cells = [...html.matchAll(/<tr><th scope="row">(.*?)<\/th><td>(.*?)<\/td><\/tr>/gs)].map(([, name, value]) => [name, value]);
    expect(cells).toEqual([
      ['行政处罚决定书文号', '示卫医罚〔2023〕1号'],
      ['处罚名称', '示范口腔门诊部使用未取得处方权的人员开具处方案'],
      ['处罚类别', '警告、罚款、没收违法所得'],
      ['处罚事由', '使用未取得处方权的人员开具处方'],
      ['行政相对人名称', '示范口腔门诊部'],
      ['统一社会信用代码', '91120104MA06F0YK7U'],
      ['处罚依据', '处方管理办法第五十四条'],
      ['处罚内容', '警告；罚款3000.5元；没收1200元'],
      ['简要事实', '经查属实。'],
      ['处罚单位', '示范区卫生健康委员会'],
      ['处罚决定日期', '2023-03-01'],
    ]);
  });

  it('is the same bytes for the same case, and its digest is theirs', () => {
    const [one, two] = [make(file(organization), item), make(file(organization), item)];
    expect(one).toEqual(two);
    expect(one.sha256).toBe(digest(one.html).sha256);
    expect(one.report).toMatchObject({ clean: true, sha256: one.sha256 });
  });

  it('says that it was changed, since when, and what it is now', () => {
    const decision = { kinds: ['罚款'], fineFen: 100000, confiscatedFen: 0, decidedOn: '2023-03-01', standing: 'changed', standingSince: '2023-05-15' };
    const { html, found } = make(file(organization, { facts: { decision } }), { ...item, id: 'c1/decision-changed' });
    expect(html).toContain('<td>本决定已于2023-05-15依法变更，以上为变更后的内容；变更前公开的信息已撤回。</td>');
    expect(html).toContain('<td>罚款1000元</td>');
    expect(found).toEqual([]);
  });

  it('falls back to the number of the case', () => {
    expect(make(file(organization, { facts: { documents: {} } }), item).number).toBe('示卫医立〔2023〕1号');
  });

  it('takes nothing from the case as markup', () => {
    const { html, found } = make(file({ ...organization, name: '<script>alert("a")</script>&诊所' }), item);
    expect(html).toContain('&lt;script&gt;alert(&quot;a&quot;)&lt;/script&gt;&amp;诊所');
    expect(html).not.toContain('<script');
    expect(found).toEqual([]);
  });
});

describe('persons', () => {
  it('masks a punished person everywhere and removes all that is known', () => {
    const text = '章海洋，身份证号11010519491231002X，电话138 1234 5678，住天津市南开区幸福路3号院。';
    const { html, partyShown, found } = make(file(person, facts(text)), item);
    expect(partyShown).toBe('章**');
    expect(html).not.toMatch(/章海洋|11010519491231002X|1234 5678|幸福路/);
    expect(found).toEqual([]);
  });

  it('shows the name where the pack opens it, and still no number', () => {
    const asked = file(person, { ...facts('章海洋，电话13812345678。'), parameters: { 'publish.person.name': 'shown' } });
    const { html, partyShown } = make(asked, item);
    expect(partyShown).toBe('章海洋');
    expect(html).not.toContain('13812345678');
  });

  it('shows a body and its head, removes third persons and who signed for the paper', () => {
    const text = '法定代表人章海洋在场，证人李卫国证实，王签收收下告知书，执法人员赵建国检查。联系电话13812345678。';
    const { html, partyShown } = make(file(organization, facts(text)), item);
    expect(partyShown).toBe('示范口腔门诊部');
    expect(html).toContain('法定代表人章海洋');
    expect(html).toContain('赵建国');
    expect(html).not.toMatch(/李卫国|王签收|13812345678/);
  });

  it.each([
    ['a shop is shown under its sign, its keeper masked', shop, '幸福路理发店'],
    ['a shop with the name of its keeper is a person', { ...shop, name: '章海洋' }, '章**'],
    ['a shop whose name is as short as a name is a person', { ...shop, name: '李卫国', legalRepresentative: '章海洋' }, '李**'],
  ])('%s', (_what, party, shown) => {
    const { html, partyShown } = make(file(party, facts('经营者章海洋当场承认。')), item);
    expect(partyShown).toBe(shown);
    expect(html).not.toContain('章海洋');
  });

  it('reports what was removed by rule and digest, without any value', () => {
    const { report } = make(file(person, facts('电话13812345678、13812345678，邮箱a.b@example.com。')), item);
    expect(report.rules).toMatchObject({ email: 1 });
    expect(report.removed).toEqual(expect.arrayContaining([{ rule: 'known', digest: digest('c1/decision/13812345678').sha256 }]));
    expect(JSON.stringify(report)).not.toMatch(/13812345678|example/);
  });
});

describe('the last gate', () => {
  it.each([
    ['mobile', { party: { ...organization, name: '示范诊所13812345678' } }],
    ['id-card', { documents: { 'penalty-decision': { number: '11010519491231002X' } } }],
  ])('finds a %s that stands where nothing is removed', (kind, over) => {
    const version = make(file(organization, { facts: over }), item);
    expect(version.found).toEqual([kind]);
    expect(version.report.clean).toBe(false);
  });
});
