import { demoOrgan } from '@sanzhi/identity';
import { PgUnitOfWork } from '@sanzhi/platform/database';
import { name, sql } from '@sanzhi/platform/ports';
import pg from 'pg';
import { ReportBook, type Layout } from '@sanzhi/statistics';
import { House } from './house';

jest.setTimeout(120_000);

const ORGAN = demoOrgan.code;

describe('tallies of driven cases', () => {
  let house: House;
  beforeAll(async () => {
    house = await House.open();
  });
  afterAll(() => house.close());

  it('rolls up exactly once under four relays', async () => {
    const cases = 12;
    for (let one = 0; one < cases; one += 1) await house.summaryCase(10_000 + one);
    const before = await house.recount(ORGAN);
    expect(before.equal).toBe(false);
    await house.drain(4);
    expect(await house.recount(ORGAN)).toEqual({ equal: true, differences: [] });
    for (const tier of ['day', 'month', 'year']) {
      const sums = await house.rows<{ kind: string; period: string; count: string }>(
        `select kind, period, count from statistics.rollup_${tier} where organ = $1 order by kind`, [ORGAN],
      );
      expect(sums.map(({ kind, count }) => [kind, Number(count)])).toEqual([['case.closed', cases], ['payment.received', cases], ['penalty.decided', cases], ['service.completed', cases]]);
    }
    const [{ measures, dims }] = await house.rows<{ measures: object; dims: object }>(
      `select measures, dims from statistics.rollup_year where kind = 'penalty.decided'`,
    );
    expect(measures).toEqual({ fineFen: 12 * 10_000 + 66, confiscatedFen: 0 });
    expect(dims).toMatchObject({ procedure: 'summary', kinds: 'fine+warning', review: 'none', discipline: '公共场所卫生' });
    expect(await house.rows(`select 1 from platform.outbox where topic = 'statistics.tally'`)).toEqual([]);
  });

  it('drills down to the number that the same step gave, and says in the record what was counted', async () => {
    const party = { kind: 'organization', name: '示例口腔门诊部（001号）', code: '91120104MA0000001P' };
    const clue = { source: 'routine', discipline: '医疗卫生', offence: '示例', discoveredOn: '2023-02-28', conductEndedOn: '2023-02-28' };
    const { case: opened } = await house.opened('penalty-ordinary', { party, clue });
    await house.act('handler1', opened.id, 'file-case', { reason: '有初步证据。' });
    const { case: filed, record } = await house.act('head1', opened.id, 'approve-filing', { opinion: '同意。' });
    await house.drain();
    const [{ case_number: noted }] = await house.rows<{ case_number: string | null }>(
      `select case_number from statistics.tally where kind = 'case.filed'`,
    );
    expect(noted).toBeNull();
    const [{ payload }] = await house.rows<{ payload: { recorded: { statistics: object } } }>(
      `select body::jsonb as payload from record.payload where organ = $1 and case_id = $2 and seq = $3`,
      [ORGAN, opened.id, record.seq],
    );
    expect(payload.recorded.statistics).toEqual({
      tallies: [{ kind: 'case.filed', day: '2023-03-01', dims: { procedure: 'ordinary', discipline: '医疗卫生', source: 'routine' }, measures: {} }],
    });
    const figure = { id: 'filed', title: '立案', unit: '件' as const, indicator: 'cases-filed', from: '2023-03-01', to: '2023-03-31', scope: 'own' as const };
    const layout = { id: 'filed', title: '立案', validFrom: '2023-01-01', source: '示例', tables: [], figures: [figure] };
    (house.api.get(ReportBook, { strict: false }).layouts as Map<string, Layout>).set('filed', layout);
    const { figures } = await house.report(ORGAN, 'filed');
    expect(figures).toEqual([expect.objectContaining({ value: 1, cases: [filed.number] })]);
    expect(filed.number).toContain('〔2023〕');
  });

  it('prints the yearly table', async () => {
    const report = await house.report(ORGAN, 'penalty-chongqing');
    expect(report.simulatedClock).toBe(true);
    const [{ rows }] = report.tables;
    expect(rows[0].cells.find(({ column }) => column === 'summary')).toMatchObject({ value: 12, tallies: 12 });
    expect(rows.at(-1)!.cells.find(({ column }) => column === 'amount')).toMatchObject({ value: 0.120066 });
  });

  it('lists the cases of a figure by number', async () => {
    const report = await house.report(ORGAN, 'seed-001');
    const figure = report.figures.find(({ id }) => id === '001-06')!;
    expect(figure).toMatchObject({ value: 12, text: '12' });
    const numbers = await house.rows<{ number: string }>(`select number from casework.case where procedure = 'penalty-summary'`);
    expect([...figure.cases].sort()).toEqual(numbers.map(({ number }) => number).sort());
    expect(report.checks.every(({ ok }) => ok)).toBe(true);
  });

  it('finds a sum that was damaged, and names it', async () => {
    await house.owner.query(`update statistics.rollup_month set count = count + 1 where organ = $1 and kind = 'case.closed'`, [ORGAN]);
    await house.owner.query(`delete from statistics.rollup_year where organ = $1 and kind = 'payment.received'`, [ORGAN]);
    const { equal, differences } = await house.recount(ORGAN);
    expect(equal).toBe(false);
    expect(differences).toEqual([
      {
        tier: 'month', kind: 'case.closed', period: '2023-03', dims: { procedure: 'summary', discipline: '公共场所卫生', outcome: 'punished' },
        tallied: { count: 12, measures: {} }, rolledUp: { count: 13, measures: {} },
      },
      expect.objectContaining({ tier: 'year', kind: 'payment.received', period: '2023', rolledUp: null }),
    ]);
  });

  it.each(['sanzhi_api', 'sanzhi_worker'] as const)('shows %s nothing of an organ it does not work for', async (role) => {
    const pool = new pg.Pool({ connectionString: house.url(role), max: 1 });
    try {
      const units = new PgUnitOfWork(pool);
      for (const table of ['tally', 'imported', 'rollup_day', 'rollup_month', 'rollup_year', 'first_seen']) {
        const count = sql`select count(*)::int as rows from statistics.${name(table)}`;
        const [[foreign]] = await units.run({ organ: 'ELSEWHERE', actor: 'test' }, (unit) => unit.load(count));
        const [[unset]] = await units.run({ organ: '', readable: [], actor: 'test' }, (unit) => unit.load(count));
        expect([table, foreign.rows, unset.rows]).toEqual([table, 0, 0]);
      }
      const forged = sql`select statistics.add_tallies(${ORGAN}, null, '[{"id":"x","kind":"k","day":"2023-01-01","dims":{},"count":1,"measures":{},"sourceId":"s"}]')`;
      await expect(units.run({ organ: 'ELSEWHERE', actor: 'test' }, (unit) => unit.load(forged))).rejects.toThrow('row-level security');
    } finally {
      await pool.end();
    }
  });

  it('lets neither api nor worker change what was counted', async () => {
    for (const table of ['tally', 'imported']) {
      for (const role of ['sanzhi_api', 'sanzhi_worker']) {
        const [{ may }] = await house.rows<{ may: boolean }>(
          `select has_table_privilege($1, 'statistics.${table}', 'update') or has_table_privilege($1, 'statistics.${table}', 'delete') as may`, [role],
        );
        expect([role, table, may]).toEqual([role, table, false]);
      }
    }
    await expect(house.owner.query('delete from statistics.tally')).rejects.toThrow('never changed');
  });
});
