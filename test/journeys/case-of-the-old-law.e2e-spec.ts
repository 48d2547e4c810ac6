import { Dossier } from '../office/dossier';
import { CLINIC, clueForm, DOCTOR, SMALL } from '../office/forms';
import { Office } from '../office/office';
import { steps } from '../office/ordinary-road';

jest.setTimeout(120_000);

let office: Office;
beforeAll(async () => {
  office = await Office.open({ at: '2021-05-06T09:00:00+08:00' });
});
afterAll(() => office.close());

const handlers = () => [office.seat('handler1'), office.seat('handler2')];
const at = (day: string): Promise<void> => office.passTo(`${day}T09:00:00+08:00`);
const onTheSpot = (fineFen: number) => ({
  factsFound: '现场未公示卫生许可证。', basis: '公共场所卫生管理条例实施细则第三十七条', kinds: ['罚款'], fineFen, rightsTold: true, receiver: '示例签收人',
});
const LARGE_CONFISCATION = { ...SMALL, kinds: ['没收违法所得'], fineFen: 0, confiscatedFen: 9_000_000 };

it('T68: follows the table, the terms and the lines of its day to the end, though the law has changed meanwhile', async () => {
  const file = await Dossier.register(office, clueForm(handlers(), CLINIC, '2021-05-06'));
  await steps.file(file);
  const { clocks } = await file.view();
  expect(clocks.map(({ rule, statutoryDue }) => [rule, statutoryDue])).toEqual([['CASE-DECIDE-OLD', '2021-08-06']]);
  await steps.report(file, { ...SMALL, fineFen: 6_000_000 });
  await at('2021-07-01');
  await steps.notify(file);
  const told = (await file.view()).clocks.find(({ rule }) => rule.startsWith('CASE-HEAR-REQ'));
  expect(told).toMatchObject({ rule: 'CASE-HEAR-REQ-OLD', statutoryDue: '2021-07-05' });
  await office.passTo('2021-07-06T00:00:00+08:00');
  expect((await file.view()).case.facts.hearingRight).toBe('lapsed');

  await at('2021-08-09');
  await steps.hear(file);
  const entries = await file.record();
  for (const entry of entries) expect(entry.payload).toMatchObject({ procedure: 'penalty-ordinary@2020-01-01' });
  const decided = await file.refusal('head1', 'decide-penalty', { kinds: ['罚款'], fineFen: 6_000_000, confiscatedFen: 0 });
  expect(decided).toEqual(['discussion-resolved-where-required']);
});

it('gave no right to a hearing for a large confiscation, which the new law does', async () => {
  const old = await Dossier.register(office, clueForm(handlers(), CLINIC, '2021-05-06'));
  await steps.file(old);
  await steps.report(old, LARGE_CONFISCATION);
  await steps.notify(old);
  // Told after 15 July 2021: procedure follows the law in force when the step is taken.
  expect((await old.view()).clocks.map(({ rule }) => rule)).toContain('CASE-HEAR-REQ');
});

it('is decided late with its defect, three months having passed', async () => {
  const file = await Dossier.register(office, clueForm(handlers(), CLINIC, '2021-08-09'));
  await steps.file(file);
  expect((await file.view()).clocks.map(({ rule }) => rule)).toContain('CASE-DECIDE-90');
  expect((await file.record())[0].payload).toMatchObject({ procedure: 'penalty-ordinary@2021-07-15' });
});

describe('on the spot', () => {
  let before: Office;
  beforeAll(async () => {
    before = await Office.open({ at: '2021-07-14T10:00:00+08:00' });
  });
  afterAll(() => before.close());

  it.each([
    ['a citizen', DOCTOR, 5000],
    ['a body', CLINIC, 100000],
  ])('ends at the old limit for %s, to the fen', async (_, party, limitFen) => {
    const pair = [before.seat('handler1'), before.seat('handler2')];
    const file = await Dossier.register(before, clueForm(pair, party, '2021-07-14'), 'penalty-summary');
    expect(await file.refusal('handler1', 'decide-on-the-spot', onTheSpot(limitFen + 1))).toEqual(['summary-limit']);
    await file.act('handler1', 'decide-on-the-spot', onTheSpot(limitFen));
    const [entry] = await file.record();
    expect(entry.payload).toMatchObject({ procedure: 'penalty-summary@2020-01-01' });
  });

  it('registers what might be destroyed for seven plain days, and cites the old article', async () => {
    const pair = [before.seat('handler1'), before.seat('handler2')];
    const file = await Dossier.register(before, clueForm(pair, CLINIC, '2021-07-14'));
    await steps.file(file);
    await file.act('handler1', 'request-registration', { reason: '登记簿可能被毁损。', place: '当事人处', items: [{ name: '登记簿', quantity: 1, unit: '本' }] });
    await file.act('head1', 'approve-measure', { measure: 'm1', opinion: '同意。' });
    const spot = { officers: pair.map((seat) => seat.person), certificateShown: true, decisionHanded: true, listHanded: true, partySign: { how: 'signed', name: '示例签收人' } };
    await file.act('handler1', 'carry-out-registration', { measure: 'm1', ...spot });
    const terms = (await file.view()).clocks.filter(({ subjectKind }) => subjectKind === 'measure');
    expect(terms).toMatchObject([{ rule: 'CASE-REGISTER-7-OLD', statutoryDue: '2021-07-21' }]);
    const [{ html }] = await before.rows<{ html: string }>("select html from documents.document where kind = 'registration-decision' and case_id = $1", [file.id]);
    expect(html).toContain('第三十七条第二款');
    expect(html).not.toContain('第五十六条');
  });
});
