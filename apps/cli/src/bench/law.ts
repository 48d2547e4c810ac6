import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { CaseFeatures, LawBook } from '@sanzhi/casework';
import { allowedActions, decide, dueDates, type CaseFile, type JsonObject } from '@sanzhi/kernel';
import { loadCalendar, configDir, projectRoot } from '@sanzhi/platform/config';
import { openFeatures } from '../open-law';
import { median, quantile, rounded, type BenchResult } from './pairs';

type Opened = Awaited<ReturnType<typeof openFeatures>>;

const RUNS = 3;
const DECISIONS = 20_000;
const ALLOWED = 2_000;
const DATES = 1_000_000;

/** `sanzhi bench decide`: the law asked about one action of a full file; milliseconds. */
export async function benchDecide(opened?: Opened): Promise<BenchResult[]> {
  const { law, features } = opened ?? (await openFeatures());
  const procedure = law.inForce('penalty-ordinary', '2023-06-01')!;
  const book = law.law(procedure);
  const file = fullFile(law, features);
  const runs = Array.from({ length: RUNS }, () => {
    const latencies = new Array<number>(DECISIONS);
    for (let index = 0; index < DECISIONS; index++) {
      const startedAt = performance.now();
      decide(book, file);
      latencies[index] = performance.now() - startedAt;
    }
    return latencies;
  });
  const p95s = runs.map((one) => quantile(one, 0.95));
  return [inMillis('decide', median(p95s), { p50: median(runs.map((one) => quantile(one, 0.5))), p95: median(p95s), rows: DECISIONS })];
}

/**
 * `sanzhi bench law`: what the law costs. `allowed`: all actions of a full case, each condition asked; `boot`: every file
 * under `config/` read, checked and compiled; `rules-check`: the whole command in a process of its own.
 */
export async function benchLaw(): Promise<BenchResult[]> {
  const opened = await openFeatures();
  const [decided] = await benchDecide(opened);
  return [allowed(opened), timed('boot', () => opened.law.reread()), timed('rules-check', rulesCheck), { ...decided, name: 'law' }];
}

function allowed({ law, features }: Opened): BenchResult {
  const book = law.law(law.inForce('penalty-ordinary', '2023-06-01')!);
  const file = fullFile(law, features);
  const latencies = Array.from({ length: ALLOWED }, () => {
    const startedAt = performance.now();
    allowedActions(book, file);
    return performance.now() - startedAt;
  });
  return inMillis('allowed', quantile(latencies, 0.95), { p50: quantile(latencies, 0.5), p95: quantile(latencies, 0.95), rows: ALLOWED });
}

function rulesCheck(): void {
  const { status, stderr } = spawnSync(process.execPath, [path.join(projectRoot(), 'dist/bundle/sanzhi.js'), 'rules', 'check', '--json']);
  if (status !== 0) throw new Error(`rules check ended with ${status}: ${String(stderr)}`);
}

function timed(name: string, work: () => void): BenchResult {
  const runs = Array.from({ length: RUNS }, () => {
    const startedAt = performance.now();
    work();
    return performance.now() - startedAt;
  });
  return inMillis(name, median(runs), { p50: median(runs), p95: Math.max(...runs), rows: RUNS });
}

/** `sanzhi bench due`: a million due dates of mixed units; seconds. */
export function benchDue(): BenchResult[] {
  const calendar = loadCalendar(configDir());
  const units = ['working-day', 'calendar-day', 'month', 'year'] as const;
  const starts = Array.from({ length: 2000 }, (_, index) => new Date(Date.UTC(2020, 0, 2 + index)).toISOString().slice(0, 10));
  const runs = Array.from({ length: RUNS }, () => {
    const startedAt = performance.now();
    for (let index = 0; index < DATES; index++) {
      dueDates({ start: starts[index % starts.length], length: 1 + (index % 20), unit: units[index % 4] }, calendar);
    }
    return performance.now() - startedAt;
  });
  return [{ ...inMillis('due', median(runs), { p50: median(runs), p95: Math.max(...runs), rows: DATES }) }];
}

function inMillis(name: string, value: number, more: { p50: number; p95: number; rows: number }): BenchResult {
  const { p50, p95, rows } = more;
  const none = { baseline: null, baselineValue: null, ratio: null };
  return { name, value: rounded(value), unit: 'ms', ...none, p50: rounded(p50), p95: rounded(p95), clients: 1, rows, seed: 0, runs: RUNS, median: rounded(value) };
}

/** A file on which every condition of the decision is asked and holds. */
function fullFile(law: LawBook, features: CaseFeatures): CaseFile {
  const nothing = Object.fromEntries(features.all().map(({ name, empty }) => [name, empty ?? null]));
  const draft = { factsFound: '事实', evidence: [{ title: '现场笔录' }], basis: '依据', discretion: '理由', kinds: ['罚款'], fineFen: 300_000, confiscatedFen: 0 };
  const facts: JsonObject = {
    party: { kind: 'organization', name: '示例' },
    clue: { discoveredOn: '2023-03-01', conductEndedOn: '2023-02-01', discipline: '医疗卫生', source: 'routine' },
    draft,
    notice: { servedOn: '2023-04-01', kinds: ['罚款'], fineFen: 300_000, confiscatedFen: 0 },
    statement: { kind: 'waived' },
  };
  const organ = { code: 'DEMO-DISTRICT', name: '示范区', region: '120104' };
  const instant = '2023-05-10T02:00:00.000Z';
  return {
    case: {
      id: '0190a000-0000-7000-8000-000000000001', organ: organ.code, number: null, procedure: 'penalty-ordinary', procedureVersion: '2021-07-15',
      state: 'notified', version: 9, facts, openedOn: '2023-03-01', lastActedAt: '2023-04-02T02:00:00.000Z',
    },
    duties: [{ person: 'p1', duty: 'handler' }, { person: 'p2', duty: 'handler' }],
    clocks: [],
    slices: { ...nothing, organ, identity: { duties: [], officers: [] }, review: { rounds: [], result: 'none' }, discussion: { meetings: [] } },
    parameters: law.parameters(organ, '2023-05-10'),
    step: {
      action: 'decide-penalty', form: { kinds: ['罚款'], fineFen: 300_000, confiscatedFen: 0 }, actor: { person: 'h1', organ: organ.code, name: '负责人', posts: ['approver'] },
      actedOn: '2023-05-10', actedAt: instant, recordedOn: '2023-05-10', recordedAt: instant,
    },
  };
}

