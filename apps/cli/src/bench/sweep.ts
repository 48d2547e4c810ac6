import { ClockSweep } from '@sanzhi/casework';
import { JobsModule } from '@sanzhi/platform/jobs';
import { openDataSource, poolOf, roleUrl } from '@sanzhi/platform/database';
import { openHouse } from '../house';
import { withBenchDatabase } from './bench-database';
import { rounded, type BenchResult } from './pairs';

const OPEN = 1_000_000;
const DUE = 100_000;
const CLAIM = 100;
const PARTS = 5;

/** Clocks that run, so many of them due: one organ, one case each, one rung. */
const FILL = `insert into casework.clock (organ, id, case_id, subject_kind, subject_id, rule, anchor_on, length, unit, statutory_due, safe_due,
    due_at, provisional, calendar_revision, state, rungs, next_rung_at)
  select 'BENCH-SWEEP', n::text, gen_random_uuid(), 'case', n::text, 'CASE-DECIDE-90', '2026-01-01', 90, 'calendar-day', '2026-04-01', '2026-04-01',
    at, false, 'bench', 'running', jsonb_build_array(jsonb_build_object('id', 'late', 'at', iso_instant(at))), at
  from (select n, case when n <= $2 then sanzhi_now() - interval '1 hour' else sanzhi_now() + interval '90 days' end as at
    from generate_series(1, $1) n) one`;

/** The bare thing: a row with a due instant and a state, claimed in batches, with nothing that follows from it. */
const BARE = [
  'create table if not exists public.bare_clock (id bigint primary key, due_at timestamptz not null, state text not null)',
  'create index if not exists bare_clock_due on public.bare_clock (due_at) where state = \'running\'',
  'grant select, insert, update on public.bare_clock to sanzhi_worker',
];
const FILL_BARE = `insert into public.bare_clock select n, case when n <= $2 then now() - interval '1 hour' else now() + interval '90 days' end, 'running'
  from generate_series(1, $1) n`;
const CLAIM_BARE = `with due as (select id from public.bare_clock where state = 'running' and due_at <= now() order by due_at limit ${CLAIM} for update skip locked)
  update public.bare_clock b set state = 'done' from due where b.id = due.id`;

/**
 * `sanzhi bench sweep`: a million open clocks, a hundred thousand of them due at once, fired by the sweep (claim, rung,
 * outbox row) against a bare claim of a hundred rows a time.
 */
export function benchSweep(say: (text: string) => void): Promise<BenchResult[]> {
  return withBenchDatabase(async (ownerUrl) => {
    const owner = await openDataSource({ url: ownerUrl, poolSize: 1, applicationName: 'sanzhi-bench', statementMillis: 600_000 });
    const worker = await openDataSource({ url: roleUrl(ownerUrl, 'sanzhi_worker'), poolSize: 1, applicationName: 'sanzhi-bench', statementMillis: 600_000 });
    const house = await openHouse(ownerUrl, 'sanzhi_worker', JobsModule.forCommand());
    try {
      const pool = poolOf(worker);
      for (const statement of BARE) await poolOf(owner).query(statement);
      say(`准备 ${OPEN} 个时限，其中 ${DUE} 个同时到期…\n`);
      await pool.query(FILL, [OPEN, DUE]);
      await pool.query(FILL_BARE, [OPEN, DUE]);
      await poolOf(owner).query('analyze casework.clock, public.bare_clock');
      const bare = await bareClaim(async () => (await pool.query(CLAIM_BARE)).rowCount ?? 0);
      const started = performance.now();
      const fired = await house.get(ClockSweep, { strict: false }).sweep();
      const swept = (fired * 1000) / (performance.now() - started);
      if (fired !== DUE) throw new Error(`${fired} of ${DUE} rungs were fired`);
      return [resultOf(swept, bare)];
    } finally {
      await house.close();
      await Promise.all([owner.destroy(), worker.destroy()]);
    }
  });
}

/** Rows per second of the bare claim until nothing is due, in parts for the spread. */
async function bareClaim(claim: () => Promise<number>): Promise<number[]> {
  const rates: number[] = [];
  for (let part = 0; part < PARTS; part++) {
    const started = performance.now();
    let rows = 0;
    while (rows < DUE / PARTS) rows += await claim();
    rates.push((rows * 1000) / (performance.now() - started));
  }
  return rates;
}

function resultOf(swept: number, bare: readonly number[]): BenchResult {
  const middle = [...bare].sort((one, other) => one - other)[Math.floor(bare.length / 2)];
  const figures = { name: 'sweep', value: rounded(swept), unit: 'rungs/s', baseline: 'bare claim of 100', baselineValue: rounded(middle) };
  return { ...figures, ratio: rounded(swept / middle), p50: 0, p95: 0, clients: 1, rows: DUE, seed: 0, runs: 1, median: rounded(swept) };
}
