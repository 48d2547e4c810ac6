import { Dossier } from '../office/dossier';
import { Office } from '../office/office';
import { steps, toCleared } from '../office/ordinary-road';
import { expectInvariants } from './invariants';

jest.setTimeout(90_000);

let office: Office;
let file: Dossier;
beforeAll(async () => {
  office = await Office.open({ at: '2023-03-09T09:00:00+08:00' });
  file = await Dossier.register(office);
  await toCleared(file);
  await office.settle();
});
afterAll(() => office.close());

interface ClockRow {
  id: string;
  rule: string;
  kind: string;
  subject: string;
}

const put = (topic: string, key: string, payload: object): Promise<unknown> =>
  office.rows(`insert into platform.outbox (organ, topic, key, payload) values ('DEMO-DISTRICT', $1, $2, $3)`, [topic, key, JSON.stringify(payload)]);
const clockOf = async (rule: string): Promise<ClockRow> =>
  (await office.rows<ClockRow>(`select id, rule, subject_kind as kind, subject_id as subject from casework.clock where rule = $1 and case_id = $2`, [rule, file.id]))[0];
const rungOf = ({ id, rule, kind, subject }: ClockRow, rung: string): object => ({ clock: id, rule, rung, subjectKind: kind, subjectId: subject, caseId: file.id });

it.each([
  ['a clock that is done', async () => rungOf(await clockOf('CASE-DECIDE-90'), 'late')],
  ['a clock that never was', async () => ({ ...rungOf(await clockOf('PUB-CF-7'), 'act'), clock: 'nowhere/PUB-CF-7/1' })],
  ['a case that never was', async () => ({ ...rungOf(await clockOf('PUB-CF-7'), 'act'), caseId: '00000000-0000-7000-8000-000000000000', subjectId: '00000000-0000-7000-8000-000000000000/decision' })],
  ['a rung that the clock does not have', async () => rungOf(await clockOf('CASE-SERVE-7'), 'never')],
])('F-13: a ring for %s has no effect', async (what, payload) => {
  const before = await office.imprint();
  const ring = await payload();
  await put((ring as { subjectKind: string }).subjectKind === 'publication' ? 'rung.publication' : 'rung.case', `tampered ${what}`, ring);
  await office.settle();
  expect(await office.rows('select 1 from platform.outbox')).toEqual([]);
  expect(await office.imprint()).toEqual(before);
  await expectInvariants(office.api);
});

it('F-13: a payload that makes no sense is kept aside with its fault, and everything else goes on', async () => {
  await put('rung.publication', 'nonsense', { clock: 7 });
  await put('rung.nowhere', 'nobody', {});
  await steps.pay(file);
  const { line } = office as unknown as { line: unknown };
  expect(line).toBeDefined();
  await office.worker.get((await import('@sanzhi/platform/jobs')).Relay, { strict: false }).drain();
  const left = await office.rows<{ topic: string; attempts: number; last_error: string | null }>('select topic, attempts, last_error from platform.outbox order by topic');
  expect(left.map(({ topic }) => topic)).toContain('rung.nowhere');
  const nonsense = left.find(({ topic }) => topic === 'rung.publication');
  if (nonsense) expect(nonsense).toMatchObject({ attempts: expect.any(Number), last_error: expect.stringMatching(/\w/) });
  expect(await office.rows("select 1 from statistics.rollup_year where kind like 'penalty%'")).not.toEqual([]);
  await office.rows("delete from platform.outbox where key in ('nonsense', 'nobody')");
  await expectInvariants(office.api);
});
