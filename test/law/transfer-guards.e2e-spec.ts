import type { JsonObject } from '@sanzhi/kernel';
import { Dossier } from '../office/dossier';
import { Office } from '../office/office';
import { steps, toDecided } from '../office/ordinary-road';

jest.setTimeout(180_000);

let office: Office;
beforeAll(async () => {
  office = await Office.open({ at: '2023-03-01T09:00:00+08:00' });
});
afterAll(() => office.close());

const REPORT: JsonObject = {
  outcome: 'transferred', ground: 'other-jurisdiction', factsFound: '经查，违法行为发生在邻区。', evidence: [{ title: '现场笔录' }],
  basis: '行政处罚法第二十二条', reason: '管辖不属本机关。', receiver: '邻区卫生健康委员会', receiverKind: 'same-level-health',
};

async function filed(): Promise<Dossier> {
  const file = await Dossier.register(office);
  await steps.file(file);
  return file;
}
const crimeReport = (): JsonObject => ({
  ...REPORT, outcome: 'crime', ground: 'suspected-crime', basis: '行政处罚法第二十七条', receiver: '示范区公安机关', receiverKind: 'police',
  team: ['handler1', 'handler2'].map((login) => office.person(login)),
});

describe('a case of another body', () => {
  let file: Dossier;

  it('G093: goes to a kind of body that fits its end, with a reason', async () => {
    file = await filed();
    expect(await file.refusal('handler1', 'report-ending', { ...REPORT, receiverKind: 'police' })).toEqual(['transfer-kind-fits']);
    const unnamed = Object.fromEntries(Object.entries(REPORT).filter(([field]) => field !== 'receiverKind'));
    expect(await file.refusal('handler1', 'report-ending', unnamed)).toEqual(['transfer-kind-fits']);
    for (const wrong of [{ ...REPORT, receiverKind: 'anybody' }, { ...REPORT, reason: '' }]) {
      expect(await office.seat('handler1').act(file.id, 'report-ending', wrong)).toMatchObject({ status: 400, body: { code: 'invalid' } });
    }
    await file.act('handler1', 'report-ending', REPORT);
    expect(await file.refusal('handler1', 'record-transfer-receipt', { number: '1', by: '甲' })).toContain('transfer-sent');
    await file.act('head1', 'approve-transfer', { outcome: 'transferred', opinion: '同意移送。' });
  });

  it('G094, T33: has one receipt, with a number, and the first stands', async () => {
    expect(await office.seat('handler1').act(file.id, 'record-transfer-receipt', { number: '', by: '甲' })).toMatchObject({ status: 400 });
    expect(await file.refusal('handler1', 'confirm-transfer', { answer: 'taken', paper: '函1' })).toEqual(['transfer-confirmable']);
    await file.act('handler1', 'record-transfer-receipt', { number: '收1号', by: '甲' });
    expect(await file.refusal('handler1', 'record-transfer-receipt', { number: '收2号', by: '乙' })).toEqual(['transfer-receipt-once']);
    expect((await file.view()).case.facts.transferReceipt).toMatchObject({ number: '收1号' });
  });

  it('G095: is confirmed once', async () => {
    await file.act('handler1', 'confirm-transfer', { answer: 'taken', paper: '函1' });
    expect(await file.refusal('handler1', 'confirm-transfer', { answer: 'sent-back', paper: '函2' })).toEqual(['transfer-confirmable']);
    const dropped = await filed();
    await dropped.act('handler1', 'report-ending', { ...REPORT, outcome: 'dropped', ground: 'filed-in-error', receiver: '无', receiverKind: undefined } as never);
    await dropped.act('head1', 'approve-ending', { outcome: 'dropped', opinion: '同意。' });
    expect(await dropped.refusal('handler1', 'confirm-transfer', { answer: 'taken', paper: '函1' })).toEqual(['transfer-sent', 'transfer-confirmable']);
  });
});

it('L38: a suspected crime has a team of two, is decided in three days, sent in a day, and no fine takes its place', async () => {
  const file = await filed();
  expect(await file.refusal('handler1', 'report-ending', { ...crimeReport(), team: [office.person('handler1')] })).toEqual(['crime-team-named']);
  await file.act('handler1', 'report-ending', crimeReport());
  expect((await file.view()).clocks).toContainEqual(expect.objectContaining({ rule: 'CASE-CRIME-3', statutoryDue: '2023-03-06', state: 'running' }));
  expect(await file.refusal('head1', 'decide-penalty', { kinds: ['罚款'], fineFen: 300000, confiscatedFen: 0 })).toContain('not-in-state');
  expect(await file.refusal('head1', 'decide-exemption', { outcome: 'not-punished', opinion: '以罚代移。' })).toEqual(['ending-follows-report']);
  await file.act('head1', 'approve-crime-transfer', { outcome: 'crime', opinion: '同意移送。' });
  expect((await file.view()).clocks).toContainEqual(expect.objectContaining({ rule: 'CASE-CRIME-24H', state: 'running' }));
  expect(await file.refusal('head1', 'decide-penalty', { kinds: ['罚款'], fineFen: 300000, confiscatedFen: 0 })).toContain('not-in-state');
  await file.act('handler1', 'send-crime', { papers: ['移送书', '调查报告'], receipt: '公安机关签收。' });
  await file.act('handler1', 'record-crime-answer', { answer: 'accepted', paper: '示公立字1号' });
  expect((await file.view()).clocks).toContainEqual(expect.objectContaining({ rule: 'CASE-CRIME-GOODS-3', statutoryDue: '2023-03-06', state: 'running' }));
  expect(await file.refusal('handler1', 'close-case', { summary: '结案。' })).toEqual(['crime-goods-handed']);
  await file.act('handler1', 'hand-over-goods', { list: '注射器40支', receipt: '公安机关接收。' });
  await steps.close(file);
});

it('G096: help is asked and answered by number, refused for a reason only, in the term of the pack', async () => {
  const file = await filed();
  const ask = { no: 'X-1', direction: 'asked', body: '市场监督管理局', content: '提供登记档案。' };
  expect(await office.seat('handler1').act(file.id, 'ask-help', { ...ask, content: '' })).toMatchObject({ status: 400 });
  await file.act('handler1', 'ask-help', ask);
  await file.act('handler1', 'ask-help', { ...ask, no: 'X-2' });
  expect(await file.refusal('handler1', 'ask-help', ask)).toEqual(['help-number-free']);
  const running = async () => (await file.view()).clocks.filter(({ rule, state }) => rule === 'CASE-HELP' && state === 'running').map(({ statutoryDue }) => statutoryDue);
  expect(await running()).toEqual(['2023-03-22', '2023-03-22']);
  expect(await file.refusal('handler1', 'answer-help', { no: 'X-1', result: 'refused' })).toEqual(['help-refusal-reasoned']);
  await file.act('handler1', 'answer-help', { no: 'X-1', result: 'refused', reason: '没有该档案。' });
  expect(await file.refusal('handler1', 'answer-help', { no: 'X-1', result: 'helped' })).toEqual(['help-open']);
  expect(await file.refusal('handler1', 'answer-help', { no: 'X-9', result: 'helped' })).toEqual(['help-open']);
  expect(await running()).toHaveLength(1);
});

it('L29: a review in the simple procedure is replied to in 5 working days, else in 10, a suit in 15 days; what it says is done', async () => {
  await office.passTo('2024-03-01T09:00:00+08:00');
  const due = async (file: Dossier, rule: string) => (await file.view()).clocks.find((clock) => clock.rule === rule && clock.state === 'running')?.statutoryDue;
  const under = async (form: JsonObject) => {
    const file = await Dossier.register(office);
    await toDecided(file);
    await steps.serve(file);
    expect(await file.refusal('handler1', 'remedy-outcome', { kind: form.kind, result: 'upheld', arrivedOn: '2024-03-01', paper: '1' })).toContain('remedy-open');
    await file.act('handler1', 'record-remedy', { body: '示范区人民政府', paper: '1号', ...form });
    expect(await file.refusal('handler1', 'record-remedy', { body: '示范区人民政府', paper: '2号', ...form })).toEqual(['no-remedy-open']);
    return file;
  };
  const simple = await under({ kind: 'reconsideration', simple: true });
  expect([await due(simple, 'REM-FY-REPLY-5'), await due(simple, 'REM-FY-REPLY-10')]).toEqual(['2024-03-08', undefined]);
  const ordinary = await under({ kind: 'reconsideration' });
  expect([await due(ordinary, 'REM-FY-REPLY-5'), await due(ordinary, 'REM-FY-REPLY-10')]).toEqual([undefined, '2024-03-15']);
  const suit = await under({ kind: 'litigation' });
  expect(await due(suit, 'REM-SS-REPLY-15')).toBe('2024-03-18');
  await simple.act('handler1', 'reply-to-remedy', { papers: '答复书、证据一套。' });
  expect(await due(simple, 'REM-FY-REPLY-5')).toBeUndefined();
  const changed = { kind: 'reconsideration', result: 'changed', arrivedOn: '2024-03-01', paper: '决1号', kinds: ['罚款'], confiscatedFen: 0 };
  expect(await simple.refusal('handler1', 'remedy-outcome', { ...changed, fineFen: 300_001 })).toEqual(['change-not-heavier']);
  await simple.act('handler1', 'remedy-outcome', { ...changed, fineFen: 100_000 });
  const { money } = (await simple.view()).slices as { money: { ledger: { owedFen: number } } };
  expect(money.ledger.owedFen).toBe(100_000);
});
