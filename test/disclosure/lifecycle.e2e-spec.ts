import { House, parties } from './house';

let house: House;
let day = 0;

/** A Wednesday without holidays in the two weeks after it: what is decided then falls due on the Friday of the next week. */
async function nextWednesday(): Promise<(plus: number, hour: number) => string> {
  const start = Date.UTC(2022, 5, 8) + 14 * 86_400_000 * day++;
  const at = (plus: number, hour: number): string => new Date(start + plus * 86_400_000 + (hour - 8) * 3_600_000).toISOString();
  await house.timeline.moveTo(at(0, 10));
  return at;
}

beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

it('publishes by its clock what is scoped, cleared and served', async () => {
  const at = await nextWednesday();
  const id = await house.decided();
  await house.serve(id);
  await house.scope(id);
  expect(await house.clear(id)).toEqual([]);
  await house.timeline.moveTo(at(8, 8));
  expect(await house.published(id)).toEqual([]);
  await house.timeline.moveTo(at(8, 9));
  const [shown] = await house.published(id);
  expect(shown).toMatchObject({ at: at(8, 9), party_shown: '示范口腔门诊部' });
  expect(shown.sha256).toBe((await house.item(id)).sha256);
  expect(await house.clock(id)).toBe('done');
  expect((await house.events(id)).map((event) => event.kind)).toEqual(['proposed', 'scoped', 'cleared', 'published']);
});

it('says on every rung who blocks it, and records in the end that it is late', async () => {
  const at = await nextWednesday();
  const id = await house.decided();
  await house.serve(id);
  await house.timeline.moveTo(at(6, 10));
  const ground = '尚未作出公示范围决定。';
  expect((await house.events(id)).slice(1)).toEqual([{ kind: 'reminded', blocked_by: 'publisher', ground }]);
  await house.timeline.moveTo(at(7, 12));
  await house.scope(id);
  await house.timeline.moveTo(at(10, 12));
  expect((await house.events(id)).map((event) => [event.kind, event.blocked_by])).toEqual([
    ['proposed', null], ['reminded', 'publisher'], ['pressed', 'publisher'], ['scoped', null], ['supervised', 'second-eye'],
    ['blocked', 'second-eye'], ['blocked', 'second-eye'], ['blocked', 'second-eye'], ['late', 'second-eye'],
  ]);
  expect((await house.actions(id)).at(-1)).toBe('note-publication-late');
  expect(await house.published(id)).toEqual([]);
  expect(await house.clock(id)).toBe('running');
});

it('publishes at once what is cleared after the clock has tried, and says that it is late', async () => {
  const at = await nextWednesday();
  const id = await house.decided();
  await house.serve(id);
  await house.timeline.moveTo(at(10, 12));
  await house.scope(id);
  expect(await house.clear(id)).toEqual([]);
  await house.timeline.settle();
  expect(await house.published(id)).toMatchObject([{ at: at(10, 12) }]);
  expect((await house.events(id)).at(-1)).toMatchObject({ kind: 'published', ground: expect.stringContaining('逾期公示') });
  expect(await house.clock(id)).toBe('done');
});

it('leaves what is cleared early to the clock', async () => {
  const id = await house.decided();
  await house.serve(id);
  await house.scope(id);
  await house.clear(id);
  await house.timeline.settle();
  expect(await house.published(id)).toEqual([]);
});

it('G080, T62: does not publish before service, names the handler, and publishes with the service', async () => {
  const at = await nextWednesday();
  const id = await house.decided();
  await house.scope(id);
  await house.clear(id);
  await house.timeline.moveTo(at(8, 12));
  expect(await house.published(id)).toEqual([]);
  expect((await house.events(id)).at(-1)).toEqual({ kind: 'blocked', blocked_by: 'handler', ground: '行政处罚决定书尚未送达。' });
  await house.serve(id);
  await house.timeline.settle();
  expect(await house.published(id)).toHaveLength(1);
});

it('never shows what is not open: the clock stops, the case is archived', async () => {
  const at = await nextWednesday();
  const id = await house.decided();
  await house.serve(id);
  expect(await house.clock(id)).toBe('running');
  await house.scope(id, 'not-open');
  expect(await house.clock(id)).toBe('done');
  expect((await house.item(id)).preview).toBeNull();
  expect(await house.act('second-eye', id, 'clear-publication', { sha256: '0'.repeat(64), confirmed: true })).toEqual(['item-awaits-clearing']);
  await house.timeline.moveTo(at(12, 12));
  expect(await house.published(id)).toEqual([]);
  await house.must('handler1', id, 'record-payment', { paidFen: 300000, receipt: '示例0001' });
  await house.must('handler1', id, 'close-case', { summary: '已履行。' });
  expect(await house.act('archivist', id, 'archive-case', { volume: '2023-001' })).toEqual([]);
});

it('is not archived before the item is settled', async () => {
  const id = await house.decided();
  await house.serve(id);
  await house.must('handler1', id, 'record-payment', { paidFen: 300000, receipt: '示例0001' });
  await house.must('handler1', id, 'close-case', { summary: '已履行。' });
  expect(await house.act('archivist', id, 'archive-case', { volume: '2023-001' })).toEqual(['publication-settled']);
});

it('publishes once however often its rung comes', async () => {
  const at = await nextWednesday();
  const id = await house.decided();
  await house.serve(id);
  await house.scope(id);
  await house.clear(id);
  const [{ id: clock }] = await house.ask<{ id: string }>(`select id from casework.clock where case_id = $1 and rule = 'PUB-CF-7'`, [id]);
  await house.ask(
    `insert into platform.outbox (organ, topic, key, payload) select 'DEMO-DISTRICT', 'rung.publication', 'again-' || n,
      jsonb_build_object('clock', $1::text, 'rule', 'PUB-CF-7', 'rung', 'act', 'subjectKind', 'publication', 'subjectId', $2::text, 'caseId', $3::text)
      from generate_series(1, 50) n`,
    [clock, `${id}/decision`, id],
  );
  await Promise.all([house.drain(4), house.drain(4)]);
  await house.timeline.moveTo(at(12, 12));
  expect(await house.published(id)).toHaveLength(1);
  expect((await house.actions(id)).filter((action) => action === 'publish-decision')).toHaveLength(1);
});

it('L32: masks a natural person and removes all that is known', async () => {
  const at = await nextWednesday();
  const factsFound = '章海洋（身份证号11010519491231002X，电话13812345678）未取得资格，证人李卫国在场。';
  const id = await house.decided({ party: parties.person, factsFound });
  await house.serve(id);
  await house.scope(id);
  expect(await house.clear(id)).toEqual([]);
  await house.timeline.moveTo(at(9, 12));
  const [shown] = await house.published(id);
  expect(shown.party_shown).toBe('章**');
  expect(shown.html).not.toMatch(/章海洋|11010519491231002X|13812345678|李卫国|王签收/);
  expect(shown.html).toContain('章**');
  const [{ report }] = await house.ask<{ report: object }>('select report from disclosure.item where case_id = $1', [id]);
  expect(report).toMatchObject({ clean: true, sha256: shown.sha256 });
  expect(JSON.stringify(report)).not.toMatch(/章海洋|13812345678|李卫国/);
});

it('says that it is late when nothing but an outage kept it back', async () => {
  const at = await nextWednesday();
  const id = await house.decided();
  await house.serve(id);
  await house.scope(id);
  await house.clear(id);
  await house.ask('update platform.simulated_clock set instant = $1', [at(12, 9)]);
  await house.timeline.settle();
  expect(await house.published(id)).toMatchObject([{ at: at(12, 9) }]);
  expect((await house.events(id)).map((event) => event.kind)).toEqual(['proposed', 'scoped', 'cleared', 'published']);
  const [{ body }] = await house.ask<{ body: string }>(
    `select p.body from record.payload p join record.entry e using (organ, case_id, seq) where case_id = $1 and e.action = 'publish-decision'`, [id],
  );
  expect(JSON.parse(body)).toMatchObject({ recorded: { disclosure: { released: { lateSince: '2022-09-23' } } } });
});
