import type { JsonObject } from '@sanzhi/kernel';
import { Dossier } from '../office/dossier';
import { CLINIC, clueForm, DOCTOR } from '../office/forms';
import { Office } from '../office/office';
import { steps } from '../office/ordinary-road';

jest.setTimeout(90_000);

let office: Office;
beforeAll(async () => {
  office = await Office.open({ at: '2023-03-09T10:00:00+08:00' });
});
afterAll(() => office.close());

const onTheSpot = (fineFen: number, more: JsonObject = {}): JsonObject => ({
  factsFound: '现场未公示卫生许可证。',
  basis: '公共场所卫生管理条例实施细则第三十七条',
  kinds: fineFen > 0 ? ['罚款'] : ['警告'],
  fineFen,
  rightsTold: true,
  receiver: '示例签收人',
  ...more,
});

const inspected = (party: JsonObject): Promise<Dossier> =>
  Dossier.register(office, clueForm([office.seat('handler1'), office.seat('handler2')], party, '2023-03-09'), 'penalty-summary');

it('is decided, served, filed, paid, shown by its clock and archived', async () => {
  const file = await inspected(CLINIC);
  await file.act('handler2', 'decide-on-the-spot', onTheSpot(300000));
  const { case: decided, clocks } = await file.view();
  expect(decided).toMatchObject({ state: 'decided', facts: { service: { servedOn: '2023-03-09' } } });
  expect(clocks.map((clock) => [clock.rule, clock.statutoryDue]).sort()).toEqual([
    ['CASE-PAY-15', '2023-03-24'], ['CASE-SIMPLE-FILE', '2023-03-20'], ['PUB-CF-7', '2023-03-20'], ['REM-SS-6M', '2023-09-11'],
  ]);
  await file.act('handler1', 'file-with-organ');
  await steps.scope(file);
  await steps.clear(file);
  await file.act('handler1', 'record-payment', { paidFen: 300000, receipt: '示范票据0001' });
  await steps.close(file);
  await office.passTo('2023-03-17T09:00:00+08:00');
  await steps.archive(file);
  expect((await file.record()).find((one) => one.action === 'publish-decision')?.actedAt).toBe('2023-03-17T01:00:00.000Z');
  expect(await file.state()).toBe('archived');
  expect(await office.verify(file.id)).toMatchObject({ ok: true, entries: 9 });
  const tallies = await office.rows<{ kind: string }>('select kind from statistics.tally where case_id = $1 order by kind', [file.id]);
  expect(tallies.map(({ kind }) => kind)).toEqual(['case.closed', 'payment.received', 'penalty.decided', 'publication.published', 'service.completed']);
});

it.each([
  ['a citizen', DOCTOR, 20000],
  ['a body', CLINIC, 300000],
  ['an individual business, as the pack counts it', { ...CLINIC, kind: 'individual-business' }, 20000],
])('ends at the limit of the law for %s, to the fen', async (_, party, limitFen) => {
  const file = await inspected(party);
  const before = await office.imprint();
  expect(await file.refusal('handler1', 'decide-on-the-spot', onTheSpot(limitFen + 1))).toEqual(['summary-limit']);
  expect(await office.imprint()).toEqual(before);
  expect((await file.act('handler1', 'decide-on-the-spot', onTheSpot(limitFen))).case?.state).toBe('decided');
});

it('L21: asks for shown certificates, told rights and a kind that goes with the money, all at once', async () => {
  const file = await inspected(CLINIC);
  const form = onTheSpot(300001, { kinds: ['警告'], rightsTold: false });
  expect(await file.refusal('handler1', 'decide-on-the-spot', form)).toEqual(['summary-kinds', 'summary-limit', 'spot-rights-told']);
});

it('leaves a warning without a term to pay', async () => {
  const file = await inspected(CLINIC);
  await file.act('handler1', 'decide-on-the-spot', onTheSpot(0));
  expect((await file.view()).clocks.map((clock) => clock.rule).sort()).toEqual(['CASE-SIMPLE-FILE', 'PUB-CF-7']);
});

it('G072, U10: neither confiscates nor touches a licence, whatever is typed', async () => {
  const file = await inspected(CLINIC);
  const typed: JsonObject[] = [{ kinds: ['吊销许可证件'] }, { kinds: ['没收违法所得'], confiscatedFen: 100_000_000 }, { confiscatedFen: 100_000_000 }];
  for (const more of typed) {
    const { status, body } = await office.seat('handler1').act(file.id, 'decide-on-the-spot', onTheSpot(0, more));
    expect([status, body.code]).toEqual([400, 'invalid']);
  }
  expect(await file.refusal('handler1', 'decide-on-the-spot', onTheSpot(300_001))).toEqual(['summary-limit']);
  await file.act('handler1', 'decide-on-the-spot', onTheSpot(300_000, { statement: '当事人表示没有异议。' }));
});

it('G071: is decided on the spot once, while it is under investigation', async () => {
  const file = await inspected(CLINIC);
  await file.act('handler1', 'decide-on-the-spot', onTheSpot(0));
  expect(await file.refusal('handler1', 'decide-on-the-spot', onTheSpot(0))).toEqual(['not-in-state']);
});
