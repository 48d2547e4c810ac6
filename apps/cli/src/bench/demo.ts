import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { withOwnDatabase } from '../demo/own-server';
import { runYears, type YearsDone } from '../demo/years';
import { quantile, rounded, type BenchResult } from './pairs';

const SEED = 20_230_101;
const SHARE = 0.25;

/**
 * `sanzhi bench demo`: a quarter of the demo. Acts of persons a second, each with the jobs, clocks and sums that follow
 * from it before the next begins; and rows imported and rolled up a second.
 */
export async function benchDemo(say: (text: string) => void): Promise<BenchResult[]> {
  const out = mkdtempSync(path.join(tmpdir(), 'sanzhi-bench-demo-'));
  try {
    const done = await withOwnDatabase('sanzhi_bench_demo', (ownerUrl) => runYears({ ownerUrl, seed: SEED, share: SHARE, out, say }));
    return [actsOf(done), rowsOf(done)];
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** What there is no bare loop to compare with. */
const ALONE = { baseline: null, baselineValue: null, ratio: null, clients: 1, seed: SEED, runs: 1 };

function actsOf({ latencies }: YearsDone): BenchResult {
  const value = rounded(latencies.length / (latencies.reduce((sum, millis) => sum + millis, 0) / 1000));
  const [p50, p95] = [0.5, 0.95].map((part) => rounded(quantile(latencies, part)));
  return { name: 'demo', value, unit: 'actions/s', p50, p95, rows: latencies.length, median: value, ...ALONE };
}

function rowsOf({ imported, importSeconds }: YearsDone): BenchResult {
  const value = rounded(imported / importSeconds);
  return { name: 'demo-import', value, unit: 'rows/s', p50: 0, p95: 0, rows: imported, median: value, ...ALONE };
}
