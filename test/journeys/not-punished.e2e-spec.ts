import type { JsonObject } from '@sanzhi/kernel';
import { Dossier } from '../office/dossier';
import { Office } from '../office/office';
import { steps } from '../office/ordinary-road';

jest.setTimeout(90_000);

let office: Office;
beforeAll(async () => {
  office = await Office.open({ at: '2023-03-01T09:00:00+08:00' });
});
afterAll(() => office.close());

const REPORT: JsonObject = {
  outcome: 'not-punished',
  ground: 'first-offence',
  factsFound: '经查，当事人首次未按规定公示卫生许可证。',
  evidence: [{ title: '现场笔录' }, { title: '整改照片' }],
  basis: '行政处罚法第三十三条第一款',
  reason: '初次违法且危害后果轻微，次日改正。',
  correction: '次日已公示，有照片为证。',
  education: '现场讲解公示要求，当事人表示知悉。',
  waivedFen: 50000,
};

const under = async (report: JsonObject): Promise<Dossier> => {
  const file = await Dossier.register(office);
  await steps.file(file);
  await file.act('handler1', 'report-ending', report);
  return file;
};

const tallies = async (file: Dossier): Promise<unknown[]> => {
  await office.settle();
  const rows = await office.rows('select kind, dims, measures from statistics.tally where case_id = $1 order by kind', [file.id]);
  return rows.filter(({ kind }) => kind !== 'case.filed');
};

describe('a first offence', () => {
  let file: Dossier;

  it('L16: is not reported as such without its ground, its correction and the education given', async () => {
    file = await Dossier.register(office);
    await steps.file(file);
    const bare = Object.fromEntries(Object.entries(REPORT).filter(([field]) => field !== 'correction' && field !== 'education'));
    expect(await file.refusal('handler1', 'report-ending', bare)).toEqual(['ground-fits-ending', 'education-given']);
    expect(await file.refusal('handler1', 'report-ending', { ...REPORT, ground: 'limitation-passed' })).toEqual(['ground-fits-ending']);
    await file.act('handler1', 'report-ending', REPORT);
  });

  it('is decided by the head as reported, and by nobody else', async () => {
    const decision = { outcome: 'not-punished', opinion: '同意不予行政处罚。' };
    expect(await file.refusal('handler1', 'decide-exemption', decision)).toContain('incompatible-duty');
    expect(await file.refusal('head1', 'decide-exemption', { ...decision, outcome: 'not-established' })).toEqual(['ending-follows-report']);
    expect(await file.refusal('head1', 'approve-ending', { outcome: 'dropped', opinion: '同意。' })).toEqual(['ending-follows-report']);
    await file.act('head1', 'decide-exemption', decision);
    const { clocks } = await file.view();
    expect(clocks.filter(({ state }) => state === 'running').map(({ rule }) => rule)).toEqual(['CASE-SERVE-7']);
  });

  it('is told in a decision of its own, that says why and with what education', async () => {
    const [paper] = await office.rows<{ html: string; number: string }>("select html, number from documents.document where case_id = $1 and kind = 'exemption-decision'", [file.id]);
    expect(paper.number).toBe('示卫医不罚〔2023〕1号');
    for (const said of ['不予行政处罚', '次日已公示', '第三十三条第三款', '示范区人民政府', '示范区人民法院', REPORT.factsFound]) expect(paper.html).toContain(said);
  });

  it('T62: is served, closed and archived, and never published', async () => {
    await file.act('handler1', 'serve-exemption', { method: 'direct', receiver: '示例签收人' });
    expect(await file.refusal('publisher', 'scope-publication', { scope: 'open', ground: '依法公开。', secrecyChecked: true })).toContain('item-awaits-scope');
    await steps.close(file);
    await steps.archive(file);
    expect(await office.rows('select 1 from disclosure.item where case_id = $1', [file.id])).toEqual([]);
    expect(await office.verify(file.id)).toMatchObject({ ok: true, entries: 8 });
  });

  it('counts as exempt on its ground, and as no penalty', async () => {
    expect(await tallies(file)).toEqual([
      expect.objectContaining({ kind: 'case.closed', dims: expect.objectContaining({ outcome: 'not-punished' }) }),
      expect.objectContaining({
        kind: 'case.leniency',
        dims: { form: 'exempt', ground: 'first-offence', procedure: 'ordinary', discipline: '医疗卫生' },
        measures: expect.objectContaining({ waivedFen: 50000 }),
      }),
    ]);
  });
});

it('goes back to the handlers when the head does not agree', async () => {
  const file = await under(REPORT);
  await file.act('head1', 'return-ending', { opinion: '危害后果并非轻微，退回。' });
  expect((await file.view()).case).toMatchObject({ state: 'investigating', facts: { ending: null } });
});

it('is dropped where the limitation had passed: no paper, no publication, counted as dropped', async () => {
  const file = await under({ ...REPORT, outcome: 'dropped', ground: 'limitation-passed', basis: '行政处罚法第三十六条' });
  await file.act('head1', 'approve-ending', { outcome: 'dropped', opinion: '同意撤销立案。' });
  await steps.close(file);
  expect(await tallies(file)).toEqual([expect.objectContaining({ kind: 'case.closed', dims: expect.objectContaining({ outcome: 'dropped' }) })]);
});

it('goes to the police within three days of the report and a day of approval, and comes back or stays there', async () => {
  const crime = { ...REPORT, outcome: 'crime', ground: 'suspected-crime', basis: '行政处罚法第二十七条', receiver: '示范区公安机关', receiverKind: 'police', team: ['handler1', 'handler2'].map((login) => office.person(login)) };
  const file = await under(crime);
  expect((await file.view()).clocks).toContainEqual(expect.objectContaining({ rule: 'CASE-CRIME-3', statutoryDue: '2023-03-06' }));
  await file.act('head1', 'approve-crime-transfer', { outcome: 'crime', opinion: '同意移送。' });
  expect((await file.view()).clocks).toContainEqual(expect.objectContaining({ rule: 'CASE-CRIME-24H', state: 'running' }));
  await file.act('handler1', 'send-crime', { papers: ['移送书', '调查报告'], receipt: '公安机关收件人签收。' });
  await file.act('handler1', 'record-crime-answer', { answer: 'returned', paper: '示公不立字〔2023〕1号' });
  expect(await file.state()).toBe('investigating');
  await file.act('handler1', 'report-ending', crime);
  await file.act('head1', 'approve-crime-transfer', { outcome: 'crime', opinion: '补充证据后再次移送。' });
  await file.act('handler1', 'send-crime', { papers: ['移送书'], receipt: '公安机关收件人签收。' });
  await file.act('handler1', 'record-crime-answer', { answer: 'accepted', paper: '示公立字〔2023〕2号' });
  await file.act('handler1', 'hand-over-goods', { list: '无', receipt: '公安机关确认没有涉案物品。' });
  await steps.close(file);
  const kinds = (await tallies(file)).map((row) => (row as { kind: string }).kind);
  expect(kinds).toEqual(['case.closed', 'crime.accepted', 'crime.sent', 'crime.sent']);
});
