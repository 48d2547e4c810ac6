import { digest } from '@sanzhi/kernel';
import { DocumentsModule } from '@sanzhi/documents';
import { ReadDocument } from '../../libs/documents/app/read-document';
import { CODE, House, largeDraft, smallDraft } from './house';

jest.setTimeout(60_000);

interface DocumentFact {
  id: string;
  number: string;
  sha256: string;
}

describe('documents', () => {
  let house: House;
  beforeAll(async () => {
    house = await House.start(DocumentsModule);
  });
  afterAll(() => house.close());

  const factOf = async (caseId: string, kind: string): Promise<DocumentFact> => {
    const facts = (await house.read('handler1', caseId)).case.facts as unknown as { documents: Record<string, DocumentFact> };
    return facts.documents[kind];
  };
  const htmlOf = async (caseId: string, kind: string): Promise<string> =>
    house.app.get(ReadDocument, { strict: false }).run(house.who('handler1'), (await factOf(caseId, kind)).id);
  const decide = async (draft: typeof smallDraft): Promise<string> => {
    const caseId = await house.notified(draft);
    await house.all(caseId, [['head1', 'decide-penalty', { kinds: draft.kinds, fineFen: draft.fineFen, confiscatedFen: draft.confiscatedFen }]]);
    return caseId;
  };

  it('L27: writes a decision with every element of 行政处罚法第五十九条', async () => {
    const html = await htmlOf(await decide(smallDraft), 'penalty-decision');
    for (const element of [
      '示例口腔门诊部（001号）', '示范区示例路1号', CODE,
      '使用未取得处方权的人员开具处方', '<li>现场笔录</li>',
      '罚款人民币叁仟元整（¥3,000.00）', '处方管理办法第五十四条',
      '十五日内', '百分之三',
      '六十日内向示范区人民政府申请行政复议', '六个月内依法向示范区人民法院提起行政诉讼',
      '示范区卫生健康委员会', '2023年3月1日',
    ]) expect(html).toContain(element);
    expect(html).not.toMatch(/\{\{|undefined|null|未载入/);
  });

  it('numbers papers by year and series, and keeps their digests in facts and record', async () => {
    const first = await decide(smallDraft);
    const second = await decide(smallDraft);
    const [one, other] = [await factOf(first, 'penalty-decision'), await factOf(second, 'penalty-decision')];
    const n = (fact: DocumentFact): number => Number(/^示卫医罚〔2023〕(\d+)号$/.exec(fact.number)?.[1]);
    expect(n(other)).toBe(n(one) + 1);
    const html = await htmlOf(first, 'penalty-decision');
    const { sha256, sm3 } = digest(html);
    expect(one.sha256).toBe(sha256);
    const recorded = await house.owner.query(
      "select p.body::jsonb->'recorded'->'documents' as documents from record.entry e join record.payload p using (organ, case_id, seq) where case_id = $1 and action = 'decide-penalty'",
      [first],
    );
    expect(recorded.rows[0].documents).toEqual({ 'penalty-decision': { number: one.number, sha256, sm3 } });
    expect(html).toContain(`（${(await factOf(first, 'penalty-notice')).number}）`);
  });

  it('tells of the right to a hearing only where the line is reached', async () => {
    expect(await htmlOf(await house.notified(largeDraft), 'penalty-notice')).toContain('五个工作日内提出');
    const small = await htmlOf(await house.notified(smallDraft), 'penalty-notice');
    expect(small).not.toContain('要求听证');
    expect(small).toContain('3个工作日内');
  });

  it('says what the party said, and what became of it', async () => {
    const caseId = await house.notified(smallDraft);
    await house.all(caseId, [
      ['handler1', 'record-statement', { kind: 'stated', content: '我单位已整改。', handling: '经复核，整改情况属实，已作为从轻情节。' }],
      ['head1', 'decide-penalty', { kinds: ['罚款'], fineFen: 300000, confiscatedFen: 0 }],
    ]);
    expect(await htmlOf(caseId, 'penalty-decision')).toMatch(/你单位提出陈述、申辩[\s\S]*我单位已整改。[\s\S]*已作为从轻情节/);
  });

  it('T35: escapes what a form brings', async () => {
    const html = await htmlOf(await decide({ ...smallDraft, factsFound: '<script>alert(1)</script>' }), 'penalty-decision');
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;');
  });

  it('notes to whom a decision was handed over', async () => {
    const caseId = await decide(smallDraft);
    await house.all(caseId, [['handler2', 'serve-decision', { method: 'direct', receiver: '示例签收人' }]]);
    const { id } = await factOf(caseId, 'penalty-decision');
    const served = await house.owner.query('select method, receiver, served_on from documents.service where document_id = $1', [id]);
    expect(served.rows).toEqual([{ method: 'direct', receiver: '示例签收人', served_on: expect.anything() }]);
  });

  it('writes an on-the-spot decision with the elements of 行政处罚法第五十二条', async () => {
    const party = { kind: 'organization', name: '示例理发店（001号）', code: CODE, address: '示范区示例路2号' };
    const { taken } = await house.open(party, 'penalty-summary');
    const form = { factsFound: '现场未公示卫生许可证。', basis: '公共场所卫生管理条例实施细则第三十七条', kinds: ['警告', '罚款'], fineFen: 50000, rightsTold: true, receiver: '示例签收人' };
    await house.all(taken!.case.id, [['handler1', 'decide-on-the-spot', form]]);
    const html = await htmlOf(taken!.case.id, 'summary-decision');
    for (const element of [
      '示例理发店（001号）', '现场未公示卫生许可证。', '第三十七条', '<p>警告</p>', '罚款人民币伍佰元整（¥500.00）', '2023年3月1日9时0分，示范区示例路2号',
      '申请行政复议', '提起行政诉讼', '示范区卫生健康委员会', '示范经办甲（执法证号：示范-0001）', '示范经办乙（执法证号：示范-0002）',
    ]) expect(html).toContain(element);
    expect(html).not.toContain('先向');
  });

  it('U36: sends who is punished on the spot to reconsideration first, from 2024', async () => {
    await house.standAt('2024-03-01T09:00:00+08:00');
    const { taken } = await house.open({ kind: 'organization', name: '示例理发店（002号）', code: CODE, address: '示范区示例路3号' }, 'penalty-summary');
    const form = { factsFound: '现场未公示卫生许可证。', basis: '公共场所卫生管理条例实施细则第三十七条', kinds: ['警告'], fineFen: 0, rightsTold: true, receiver: '示例签收人' };
    await house.act('handler1', taken!.case.id, 'decide-on-the-spot', form);
    const html = await htmlOf(taken!.case.id, 'summary-decision');
    for (const said of ['六十日内先向示范区人民政府申请行政复议', '十五日内依法向示范区人民法院提起行政诉讼']) expect(html).toContain(said);
    expect(html).not.toContain('六个月');
  });

  it('gives the processes no right to change a paper', async () => {
    const granted = await house.owner.query(
      "select distinct privilege_type from information_schema.table_privileges where table_schema = 'documents' and grantee in ('sanzhi_api', 'sanzhi_worker') order by 1",
    );
    expect(granted.rows.map((row) => row.privilege_type)).toEqual(['INSERT', 'SELECT']);
  });
});
