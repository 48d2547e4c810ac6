import { Dossier } from '../office/dossier';
import { Office } from '../office/office';
import { steps, toDecided } from '../office/ordinary-road';

jest.setTimeout(120_000);

let office: Office;
let file: Dossier;
beforeAll(async () => {
  // Served on Thursday 9 March 2023: to be paid by 24 March, to be sued by 9 September (a Saturday: 11 September).
  office = await Office.open({ at: '2023-03-09T09:00:00+08:00' });
  file = await Dossier.register(office);
  await toDecided(file);
  await steps.serve(file);
});
afterAll(() => office.close());

const at = (day: string): Promise<void> => office.passTo(`${day}T09:00:00+08:00`);
const URGED = { method: 'direct', receiver: '示例签收人' };
const PAPERS = ['强制执行申请书', '行政决定书及作出决定的事实、理由和依据', '当事人的意见及行政机关催告情况', '申请强制执行标的情况'];
const APPLICATION = { court: '示范区人民法院', view: '催告期满，当事人未履行，也未陈述意见。', papers: PAPERS };
const due = async (rule: string) => (await file.view()).clocks.find((clock) => clock.rule === rule && clock.state === 'running')?.statutoryDue;

it('L35: urges only what is overdue, and says term, way, amount and the right to be heard', async () => {
  await at('2023-03-24');
  expect(await file.refusal('handler1', 'urge-performance', URGED)).toEqual(['payment-overdue']);
  await at('2023-03-27');
  await file.act('handler1', 'urge-performance', URGED);
  expect(await due('CASE-URGE-10')).toBe('2023-04-11');
  const [paper] = await office.rows<{ html: string; number: string }>("select html, number from documents.document where kind = 'urging-letter'");
  expect(paper.number).toBe('示卫医催〔2023〕1号');
  for (const said of ['尚应缴纳人民币叁仟元整', '十个工作日内缴清', '缴款通知书载明的银行', '有权进行陈述和申辩']) expect(paper.html).toContain(said);
});

it('G090, T63: goes to no court before the terms of reconsideration and suit are over, whatever was urged', async () => {
  const unserved = await Dossier.register(office);
  await toDecided(unserved);
  expect(await unserved.refusal('head1', 'apply-to-court', APPLICATION)).toEqual(['not-in-state', 'remedy-period-over', 'urged-ten-days']);
  expect(await file.refusal('head1', 'apply-to-court', APPLICATION)).toEqual(['remedy-period-over', 'urged-ten-days']);
  await at('2023-09-11');
  expect(await file.refusal('head1', 'apply-to-court', APPLICATION)).toEqual(['remedy-period-over']);
  await at('2023-09-12');
  expect((await file.view()).case.facts.remedyPeriod).toEqual({ endedOn: '2023-09-11', rule: 'REM-SS-6M' });
  expect(await due('CASE-COURT-3M')).toBe('2023-12-11');
});

it('L37: is asked by the head within three months, with all papers, and what is owed', async () => {
  await at('2023-12-11');
  expect(await file.refusal('head1', 'apply-to-court', { ...APPLICATION, papers: PAPERS.slice(1) })).toEqual(['court-papers-complete']);
  await file.act('handler1', 'record-urging-view', { view: '认为罚款过重。' });
  expect(await file.refusal('head1', 'apply-to-court', APPLICATION)).toEqual(['urging-view-answered']);
  await file.act('handler1', 'answer-urging-view', { adopted: false, answer: '处罚在法定幅度以内，不予采纳。' });
  expect(await file.refusal('handler1', 'apply-to-court', APPLICATION)).toContain('incompatible-duty');
  const told = await file.act('head1', 'apply-to-court', APPLICATION);
  expect(told.defects).toEqual([]);
  expect(await due('CASE-COURT-ACCEPT-5')).toBe('2023-12-18');
  const [paper] = await office.rows<{ html: string }>("select html from documents.document where kind = 'court-application'");
  for (const said of ['示卫医罚〔2023〕1号', '2023年3月9日', '2023年3月27日', '示范区人民法院']) expect(paper.html).toContain(said);
});

it('closes once the court has taken it, not before', async () => {
  expect(await file.refusal('handler1', 'close-case', { summary: '结案。' })).toEqual(['not-in-state', 'money-settled']);
  await file.act('handler1', 'record-court-answer', { answer: 'refused', paper: '（2023）示0000行审1号' });
  expect(await file.state()).toBe('served');
  await file.act('head1', 'apply-to-court', APPLICATION);
  await file.act('handler1', 'record-court-answer', { answer: 'accepted', paper: '（2023）示0000行审2号' });
  await steps.close(file);
  expect(await file.state()).toBe('closed');
  await office.settle();
  const rows = await office.rows("select 1 from statistics.tally where kind = 'coercion.applied' and dims->>'measure' = 'court-application'");
  expect(rows).toHaveLength(2);
  expect(await office.verify(file.id)).toMatchObject({ ok: true });
});

it('may still be asked late, and the defect stays', async () => {
  const late = await Dossier.register(office, undefined, 'penalty-ordinary');
  await toDecided(late);
  await steps.serve(late);
  await at('2024-01-08');
  await late.act('handler1', 'urge-performance', URGED);
  await at('2024-10-08');
  const told = await late.act('head1', 'apply-to-court', { ...APPLICATION, lateReason: '当事人下落不明。' });
  expect(told.defects).toEqual([expect.objectContaining({ rule: 'within-court-window' })]);
});
