import { Dossier } from '../office/dossier';
import { CLINIC, clueForm } from '../office/forms';
import { Office } from '../office/office';
import { steps, toDecided } from '../office/ordinary-road';

jest.setTimeout(180_000);

let office: Office;
beforeAll(async () => {
  office = await Office.open({ at: '2023-03-09T09:00:00+08:00' });
});
afterAll(() => office.close());

const at = (day: string): Promise<void> => office.passTo(`${day}T09:00:00+08:00`);

async function served(): Promise<Dossier> {
  const file = await Dossier.register(office);
  await toDecided(file);
  await steps.serve(file);
  return file;
}

/** Answer to a form that no schema takes. */
const badForm = (file: Dossier, action: string, form: object) => office.seat('handler1').act(file.id, action, form as never);

it('G083: nothing is paid before service, in no unknown kind, and never nothing', async () => {
  const file = await Dossier.register(office);
  await toDecided(file);
  const paid = { paidFen: 300_000, receipt: '票据1', of: [{ kind: 'fine', amountFen: 300_000 }] };
  expect(await file.refusal('handler1', 'record-payment', paid)).toContain('not-in-state');
  await steps.serve(file);
  for (const wrong of [{ ...paid, of: [{ kind: 'fund', amountFen: 300_000 }] }, { ...paid, of: [{ kind: 'fine', amountFen: 0 }] }]) {
    expect(await badForm(file, 'record-payment', wrong)).toMatchObject({ status: 400, body: { code: 'invalid' } });
  }
  expect(await badForm(file, 'record-part-payment', { paidFen: 0, receipt: '票据1' })).toMatchObject({ status: 400 });
  const before = await file.state();
  expect(await file.refusal('handler1', 'record-payment', { ...paid, of: [{ kind: 'surcharge', amountFen: 300_000 }] })).toEqual(['payment-kinds-add-up']);
  expect(await file.state()).toBe(before);
  await file.act('handler1', 'record-payment', paid);
  expect(await file.state()).toBe('performed');
});

describe('cash', () => {
  let file: Dossier;
  const cash = { paidFen: 10_000, ground: 'at-most-limit', receipt: '专用票据0001' };
  const spot = (fineFen: number) => ({
    factsFound: '现场未公示卫生许可证。', basis: '公共场所卫生管理条例实施细则第三十七条', kinds: ['罚款'], fineFen, rightsTold: true, receiver: '示例签收人',
  });
  const fined = async (fineFen: number): Promise<Dossier> => {
    const pair = ['handler1', 'handler2'].map((login) => office.seat(login));
    const one = await Dossier.register(office, clueForm(pair, CLINIC, '2023-03-09'), 'penalty-summary');
    await one.act('handler1', 'decide-on-the-spot', spot(fineFen));
    return one;
  };

  it('G084: is taken up to 100 yuan on the spot, or where later is hard and it is said why', async () => {
    const large = await fined(10_001);
    expect(await large.refusal('handler1', 'collect-cash', { ...cash, paidFen: 10_001 })).toEqual(['cash-grounded']);
    expect(await large.refusal('handler1', 'collect-cash', { ...cash, paidFen: 10_001, ground: 'hard-later' })).toEqual(['cash-grounded']);
    await large.act('handler1', 'collect-cash', { ...cash, paidFen: 10_001, ground: 'hard-later', reason: '流动摊位，无固定经营场所。' });
    file = await fined(10_000);
    expect(await file.refusal('handler1', 'collect-cash', { ...cash, paidFen: 10_001 })).toEqual(['cash-within-fine']);
  });

  it('G085: is taken for a receipt of the finance department, or not at all', async () => {
    expect(await file.refusal('handler1', 'collect-cash', { paidFen: 10_000, ground: 'at-most-limit' })).toEqual(['fiscal-receipt-given']);
    expect((await file.view()).case.facts.payments).toBeUndefined();
    await file.act('handler1', 'collect-cash', cash);
    expect(await file.refusal('handler1', 'collect-cash', cash)).toEqual(['cash-within-fine']);
  });

  it('L33: is handed in within two working days and in the bank within two more, before anything is closed', async () => {
    const due = async (rule: string) => (await file.view()).clocks.find((clock) => clock.rule === rule && clock.state === 'running')?.statutoryDue;
    expect([await due('CASE-PAY-15'), await due('CASE-CASH-2')]).toEqual(['2023-03-24', '2023-03-13']);
    await file.act('handler1', 'file-with-organ');
    await file.act('handler1', 'record-payment', { paidFen: 0, receipt: '已当场收缴' });
    expect(await file.refusal('handler1', 'close-case', { summary: '结案。' })).toEqual(['cash-all-deposited']);
    expect(await file.refusal('handler1', 'deposit-cash', { amountFen: 10_000, receipt: '回单1' })).toEqual(['cash-deposited-whole']);
    expect(await file.refusal('handler1', 'hand-in-cash', { amountFen: 9_999, receipt: '收据1' })).toEqual(['cash-handed-in-whole']);
    await file.act('handler1', 'hand-in-cash', { amountFen: 10_000, receipt: '收据1' });
    expect([await due('CASE-CASH-2'), await due('CASE-CASH-BANK-2')]).toEqual([undefined, '2023-03-13']);
    await file.act('handler1', 'deposit-cash', { amountFen: 10_000, receipt: '回单1' });
    await steps.close(file);
    expect(await file.state()).toBe('closed');
  });
});

it('G087: a surcharge is quoted once the decision was served, and not before', async () => {
  const file = await Dossier.register(office);
  await toDecided(file);
  const quote = () => office.seat('handler1').get<{ refusals?: { rule: string }[]; accruedFen?: number }>(`/cases/${file.id}/surcharge?on=2023-03-26`);
  expect(await quote()).toMatchObject({ status: 422, body: { code: 'refused', refusals: [{ rule: 'fine-served' }] } });
  await steps.serve(file);
  expect(await quote()).toMatchObject({ status: 200, body: { dueOn: '2023-03-24', accruedFen: 2 * 9_000, capFen: 300_000 } });
  expect(await office.seat('handler1').get(`/cases/${file.id}/surcharge?on=2023-02-30`)).toMatchObject({ status: 400 });
});

it('G088: nothing is deferred before service, without an application, or by who asked', async () => {
  const ask = { reason: '资金周转困难。', plan: [{ dueOn: '2023-05-31', amountFen: 300_000 }], endsOn: '2023-05-31' };
  const file = await Dossier.register(office);
  await toDecided(file);
  expect(await file.refusal('handler1', 'request-deferral', ask)).toContain('not-in-state');
  await steps.serve(file);
  expect(await file.refusal('head1', 'grant-deferral', { opinion: '同意。' })).toEqual(['deferral-asked']);
  await file.act('handler1', 'request-deferral', ask);
  await file.act('head1', 'grant-deferral', { opinion: '同意暂缓。' });
  expect((await file.view()).case.facts.deferral).toMatchObject({ endsOn: '2023-05-31', grantedOn: '2023-03-09' });
});

it('G089: a plan counts once it is granted, covers the debt to the fen, and is paid by the ledger alone', async () => {
  const file = await served();
  const ask = (first: number) => ({ reason: '困难。', plan: [{ dueOn: '2023-04-10', amountFen: first }, { dueOn: '2023-05-10', amountFen: 200_000 }], endsOn: '2023-05-10' });
  for (const wrong of [99_999, 100_001]) expect(await file.refusal('handler1', 'request-deferral', ask(wrong))).toEqual(['plan-covers-fine']);
  await file.act('handler1', 'request-deferral', ask(100_000));
  const plan = async () => ((await file.view()).slices.money as { ledger: { plan: { state: string }[] } }).ledger.plan.map(({ state }) => state);
  expect(await plan()).toEqual([]);
  await file.act('head1', 'grant-deferral', { opinion: '同意。' });
  expect(await plan()).toEqual(['open', 'open']);
  expect((await file.view()).allowedActions.map(({ action }) => action).filter((action) => action.includes('instalment'))).toEqual([]);
  await file.act('handler1', 'record-part-payment', { paidFen: 100_000, receipt: '票据1' });
  expect(await plan()).toEqual(['paid', 'open']);
  const running = (await file.view()).clocks.filter(({ rule, state }) => rule === 'CASE-INSTALMENT' && state === 'running');
  expect(running.map(({ statutoryDue }) => statutoryDue)).toEqual(['2023-05-10']);
  await file.act('handler1', 'record-payment', { paidFen: 200_000, receipt: '票据2' });
  expect(await file.refusal('handler1', 'request-deferral', ask(100_000))).toContain('not-in-state');
});

it('G086, U08, T40: of two surcharge entries at one moment one is taken, and together they never pass the fine', async () => {
  const file = await served();
  await at('2023-03-27');
  const { version } = (await file.view()).case;
  const impose = (login: string) => office.seat(login).act(file.id, 'impose-surcharge', { opinion: '加处罚款。' }, { version });
  const answers = await Promise.all([impose('head1'), impose('head2')]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  expect(await file.refusal('head2', 'impose-surcharge', { opinion: '加处罚款。' })).toEqual(['surcharge-not-imposed']);
  const { body } = await office.seat('handler1').get<{ accruedFen: number; capFen: number }>(`/cases/${file.id}/surcharge?on=2030-01-01`);
  expect(body).toMatchObject({ accruedFen: 300_000, capFen: 300_000 });
});

it('U09: of two acts on one version of a case one is refused, and the money is taken once', async () => {
  const file = await served();
  const { version } = (await file.view()).case;
  const pay = (login: string) => office.seat(login).act(file.id, 'record-part-payment', { paidFen: 200_000, receipt: `票据${login}` }, { version });
  const answers = await Promise.all([pay('handler1'), pay('handler2')]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  expect((await file.view()).case.facts.payments).toHaveLength(1);
});
