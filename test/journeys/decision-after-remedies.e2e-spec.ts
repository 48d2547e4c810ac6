import type { JsonObject } from '@sanzhi/kernel';
import { Dossier } from '../office/dossier';
import { Office } from '../office/office';
import { steps, toCleared, toDecided } from '../office/ordinary-road';

jest.setTimeout(180_000);

let office: Office;
beforeAll(async () => {
  office = await Office.open({ at: '2023-03-09T09:00:00+08:00' });
});
afterAll(() => office.close());

const REQUEST = { kind: 'reconsideration', body: '示范区人民政府', paper: '示府复〔2023〕1号' };
const outcome = (result: string, more: JsonObject = {}): JsonObject => ({ kind: 'reconsideration', result, arrivedOn: '2023-04-03', paper: '示府复决〔2023〕1号', ...more });

/** Published, paid, closed and archived; then the request arrives. */
async function archivedAndAsked(): Promise<Dossier> {
  const file = await Dossier.register(office);
  await toCleared(file);
  await steps.pay(file);
  await office.settle();
  await steps.close(file);
  await office.passTo('2023-03-21T09:00:00+08:00');
  await steps.archive(file);
  expect(await file.refusal('handler1', 'remedy-outcome', outcome('annulled'))).toEqual(['remedy-open']);
  await file.act('handler1', 'record-remedy', REQUEST);
  expect(await file.state()).toBe('archived');
  return file;
}

describe('an archived case', () => {
  let file: Dossier;
  beforeAll(async () => {
    file = await archivedAndAsked();
  });

  it('answers within its term without being reopened', async () => {
    await file.act('handler1', 'reply-to-remedy', { papers: '行政复议答复书、证据一套。' });
    expect(await file.state()).toBe('archived');
    expect(await file.refusal('handler1', 'remedy-outcome', outcome('annulled', { kind: 'litigation' }))).toEqual(['outcome-of-this-remedy']);
  });

  it('is reopened when its decision is annulled: nothing is owed any more, and what was paid goes back', async () => {
    await office.passTo('2023-04-03T09:00:00+08:00');
    await file.act('handler1', 'remedy-outcome', outcome('annulled'));
    const { case: reopened } = await file.view();
    expect(reopened).toMatchObject({ state: 'remedied', facts: { decision: { outcome: 'punished', standing: 'annulled', fineFen: 0, before: { fineFen: 300000 } } } });
    expect(await file.refusal('handler1', 'close-case', { summary: '结案。' })).toEqual(['money-settled']);
    expect(await file.refusal('handler1', 'record-refund', { refundedFen: 300001, receipt: '示范退付1' })).toEqual(['refund-due']);
    await file.act('handler1', 'record-refund', { refundedFen: 300000, receipt: '示范退付1' });
    await steps.close(file);
  });

  it('tells disclosure that the decision is to be withdrawn, on which ground and from which day', async () => {
    const entry = (await file.record()).find(({ action }) => action === 'remedy-outcome');
    expect(entry?.payload?.recorded.disclosure).toMatchObject({ withdrawDue: { item: 'decision', ground: 'annulled', arrivedOn: '2023-04-03' } });
  });

  it('is counted as received and concluded, and the penalty stays counted', async () => {
    await office.settle();
    const rows = await office.rows("select kind, dims from statistics.tally where case_id = $1 and kind like 'remedy.%' order by kind", [file.id]);
    expect(rows).toEqual([
      { kind: 'remedy.concluded', dims: { remedy: 'reconsideration', role: 'respondent', outcome: 'annulled' } },
      { kind: 'remedy.received', dims: { remedy: 'reconsideration', role: 'respondent' } },
    ]);
    expect(await office.verify(file.id)).toMatchObject({ ok: true });
  });
});

describe('a served decision', () => {
  let file: Dossier;
  beforeAll(async () => {
    file = await Dossier.register(office);
    await toDecided(file);
    await steps.serve(file);
    await file.act('handler1', 'record-remedy', REQUEST);
  });

  it('is never made heavier, and says what is left', async () => {
    expect(await file.refusal('handler1', 'remedy-outcome', outcome('changed'))).toEqual(['change-not-heavier']);
    const heavier = { kinds: ['罚款'], fineFen: 300001, confiscatedFen: 0 };
    expect(await file.refusal('handler1', 'remedy-outcome', outcome('changed', heavier))).toEqual(['change-not-heavier']);
  });

  it('is owed as changed', async () => {
    await file.act('handler1', 'remedy-outcome', outcome('changed', { kinds: ['罚款'], fineFen: 100000, confiscatedFen: 0 }));
    expect(await file.refusal('handler1', 'record-payment', { paidFen: 300000, receipt: '示范票据' })).toEqual(['paid-in-full']);
    const clocks = (await file.view()).clocks.filter(({ state }) => state === 'running').map(({ rule }) => rule);
    expect(clocks).toEqual(expect.arrayContaining(['CASE-PAY-15', 'REM-SS-15']));
    await file.act('handler1', 'record-payment', { paidFen: 100000, receipt: '示范票据' });
    expect(await file.state()).toBe('performed');
  });

  it('is proposed for publication anew', async () => {
    const items = await office.rows<{ item: string }>('select item from disclosure.item where case_id = $1 order by item', [file.id]);
    expect(items.map(({ item }) => item)).toContain('decision-changed');
  });
});

it('stays as it is when it is upheld, and fifteen days for a suit run from the day the ruling came', async () => {
  const file = await Dossier.register(office);
  await toDecided(file);
  await steps.serve(file);
  await file.act('handler1', 'record-remedy', REQUEST);
  expect(await file.refusal('head1', 'self-correct', { result: 'annulled', reason: '主要事实不清。' })).toEqual(['no-remedy-open']);
  await file.act('handler1', 'remedy-outcome', outcome('upheld'));
  const { case: seen, clocks } = await file.view();
  expect(seen).toMatchObject({ state: 'served', facts: { decision: { fineFen: 300000 } } });
  expect(clocks).toContainEqual(expect.objectContaining({ rule: 'REM-SS-15', statutoryDue: '2023-04-18', state: 'running' }));
  await office.passTo('2023-04-19T00:00:00+08:00');
  expect((await file.view()).clocks).toContainEqual(expect.objectContaining({ rule: 'CASE-COURT-3M', anchorOn: '2023-04-18', statutoryDue: '2023-07-18' }));
});

it('L43, L44: is corrected by the organ itself: held void, nothing owed', async () => {
  const file = await Dossier.register(office);
  await toDecided(file);
  await steps.serve(file);
  expect(await file.refusal('handler1', 'self-correct', { result: 'void', reason: '没有依据。' })).toContain('incompatible-duty');
  expect(await file.refusal('head1', 'self-correct', { result: 'void', reason: '没有依据，确认无效。' })).toEqual(['nullity-grounded']);
  await file.act('head1', 'self-correct', { result: 'void', nullity: 'no-basis', reason: '没有依据，确认无效。' });
  const entry = (await file.record()).at(-1);
  expect(entry?.payload?.recorded.disclosure).toMatchObject({ withdrawDue: { ground: 'held-void' } });
  await steps.close(file);
});
