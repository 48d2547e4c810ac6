import type { CaseShown } from '@sanzhi/testing';
import { Dossier, type EntryShown } from '../office/dossier';
import { CLINIC, digestOf, LARGE } from '../office/forms';
import { Office } from '../office/office';
import { previewOf, steps } from '../office/ordinary-road';

jest.setTimeout(90_000);

/** Wednesday 1 March 2023 to Tuesday 21 March: no holiday between them. */
const day = (of: number, time = '09:00:00'): string => `2023-03-${String(of).padStart(2, '0')}T${time}+08:00`;

let office: Office;
let file: Dossier;
let record: EntryShown[];
let archived: CaseShown;
let publishedAtSix: number;
let preview: string;

const published = async (): Promise<number> => (await office.rows('select 1 from pub.item')).length;

beforeAll(async () => {
  office = await Office.open({ at: day(1) });
  file = await Dossier.register(office);
  await steps.file(file);
  await office.passTo(day(2));
  await steps.report(file, LARGE);
  await office.passTo(day(3));
  await steps.notify(file);
  await office.passTo(day(6));
  await steps.hear(file);
  await steps.waiveHearing(file);
  await office.passTo(day(7));
  await steps.submit(file);
  await steps.opine(file, LARGE);
  await office.passTo(day(8));
  await steps.convene(file);
  await steps.vote(file, LARGE);
  await steps.resolve(file, LARGE);
  await office.passTo(day(9));
  await steps.decide(file, LARGE);
  await office.passTo(day(10));
  await steps.serve(file);
  await steps.scope(file);
  preview = await previewOf(file);
  await steps.clear(file);
  await office.passTo(day(13));
  await steps.pay(file, LARGE);
  await office.passTo(day(17, '08:59:59'));
  publishedAtSix = await published();
  await office.passTo(day(17));
  await office.passTo(day(21));
  await steps.close(file);
  await steps.archive(file);
  await office.settle();
  [record, archived] = [await file.record(), await file.view()];
});
afterAll(() => office.close());

const entry = (action: string): EntryShown => record.find((one) => one.action === action) as EntryShown;

it('goes from clue to archive in the order of the law, each step by who it belongs to', () => {
  const by = (login: string): string => office.person(login);
  const road = [
    ['register-clue', by('handler1')], ['file-case', by('handler1')], ['approve-filing', by('head1')], ['report-findings', by('handler1')],
    ['notify-party', by('handler1')], ['record-statement', by('handler1')], ['waive-hearing', by('handler1')], ['send-to-review', by('handler1')],
    ['give-opinion', by('reviewer1')], ['convene-discussion', by('clerk')], ['cast-vote', by('head1')], ['cast-vote', by('head2')],
    ['cast-vote', by('head3')], ['resolve-discussion', by('clerk')], ['decide-penalty', by('head1')], ['serve-decision', by('handler1')],
    ['scope-publication', by('publisher')], ['clear-publication', by('second-eye')], ['record-payment', by('handler1')],
    ['publish-decision', 'system'], ['close-case', by('handler1')], ['archive-case', by('archivist')],
  ];
  expect(record.map((one) => [one.action, one.actor])).toEqual(road);
  expect(record.map((one) => one.seq)).toEqual(road.map((_, index) => index + 1));
  expect(archived.case).toMatchObject({ state: 'archived', number: '示卫医立〔2023〕1号', version: road.length });
});

it('records what was done, and what was signed', () => {
  const signed = digestOf(LARGE);
  expect(entry('register-clue').payload?.form).toMatchObject({ party: CLINIC, handlers: [office.person('handler1'), office.person('handler2')] });
  expect(entry('approve-filing').payload?.recorded).toMatchObject({ case: { number: '示卫医立〔2023〕1号' } });
  expect(entry('give-opinion').payload?.recorded.review).toEqual({ round: 1, digest: signed, opinion: 'OP-AGREE' });
  expect(entry('cast-vote').payload?.form).toMatchObject({ vote: 'agree', digest: signed });
  expect(entry('clear-publication').payload?.recorded.disclosure).toMatchObject({ cleared: { item: 'decision', sha256: preview } });
  expect(entry('publish-decision').payload?.recorded.disclosure).toEqual({ released: { item: 'decision', sha256: preview, lateSince: null } });
  for (const one of record) expect(one.payload).toMatchObject({ action: one.action, procedure: 'penalty-ordinary@2021-07-15' });
  expect(record.every((one) => one.payload?.defects === undefined)).toBe(true);
});

it('dates each step with its day, and stands still between', () => {
  expect(entry('decide-penalty').actedAt).toBe('2023-03-09T01:00:00.000Z');
  for (const one of record) expect(one.recordedAt).toBe(one.actedAt);
});

it('publishes by its clock at nine of the last working day before the last, not a second earlier', async () => {
  expect(publishedAtSix).toBe(0);
  expect(entry('publish-decision').actedAt).toBe('2023-03-17T01:00:00.000Z');
  const shown = await office.rows('select party_shown, html, sha256, to_char(decided_on, $1) as decided from pub.item', ['YYYY-MM-DD']);
  expect(shown).toEqual([expect.objectContaining({ party_shown: CLINIC.name, sha256: preview, decided: '2023-03-09' })]);
  expect(shown[0].html).toContain('罚款60000元');
});

it('numbers the case and its papers, each in its series', () => {
  const texts = record.map((one) => JSON.stringify(one.payload?.recorded)).join();
  for (const number of ['示卫医立〔2023〕1号', '示卫医罚告〔2023〕1号', '示卫医罚〔2023〕1号']) expect(texts).toContain(number);
});

it('leaves a record that verifies, and nothing behind but the end of its display', async () => {
  expect(await office.verify(file.id)).toEqual({ ok: true, entries: record.length, cases: 1, problems: [] });
  const running = archived.clocks.filter((clock) => clock.state === 'running');
  expect(running.map(({ rule, statutoryDue }) => [rule, statutoryDue])).toEqual([['PUB-LOCAL-KEEP', '2028-03-17']]);
  expect(await office.rows('select 1 from casework.task where closed_at is null')).toEqual([]);
  expect(await office.rows('select 1 from platform.outbox')).toEqual([]);
});

it('is counted once under each thing that happened, on its day', async () => {
  const tallies = await office.rows("select kind, to_char(day, 'YYYY-MM-DD') as day, count, measures from statistics.tally order by day, kind");
  expect(tallies).toEqual([
    { kind: 'case.filed', day: '2023-03-01', count: 1, measures: {} },
    { kind: 'review.completed', day: '2023-03-07', count: 1, measures: {} },
    { kind: 'discussion.resolved', day: '2023-03-08', count: 1, measures: {} },
    { kind: 'penalty.decided', day: '2023-03-09', count: 1, measures: { fineFen: 6000000, confiscatedFen: 0 } },
    { kind: 'service.completed', day: '2023-03-10', count: 1, measures: {} },
    { kind: 'payment.received', day: '2023-03-13', count: 1, measures: { paidFen: 6000000 } },
    { kind: 'publication.published', day: '2023-03-17', count: 1, measures: {} },
    { kind: 'case.closed', day: '2023-03-21', count: 1, measures: {} },
  ]);
  const year = await office.rows<{ kind: string; count: string }>("select kind, count from statistics.rollup_year where period = '2023' order by kind");
  expect(year.map((row) => [row.kind, Number(row.count)])).toEqual([...tallies].map((row) => [row.kind, 1]).sort());
});

it('tells each of the people only what waits for them, and at the end nothing', async () => {
  for (const login of ['handler1', 'head1', 'publisher', 'archivist']) {
    const { body } = await office.seat(login).get<{ items: unknown[] }>('/tasks');
    expect(body.items).toEqual([]);
  }
});
