import type { INestApplicationContext } from '@nestjs/common';
import { TakeAction } from '@sanzhi/casework';
import { JobsModule } from '@sanzhi/platform/jobs';
import { openDataSource, poolOf, roleUrl } from '@sanzhi/platform/database';
import { openHouse } from '../house';
import { functionLoop, openLanes, preparedLoop, WRITE_ROWS } from './bare-loops';
import { withBenchDatabase } from './bench-database';
import { openOrgans, openReported, taken, TURNS, type BenchOrgan } from './bench-office';
import { median, paired, quantile, rounded, stretch, type BenchResult, type Load, type Stretch } from './pairs';

const CLIENTS = [1, 4, 8];
const CASES_EACH = 12;
const ROUNDS = 6;
const MILLIS = 1200;
const RUNS = 3;
/** Rows of a turn in the middle: case, entry, payload, leaf, two tasks, key; every other one two clocks, number, document. */
const ROWS_PER_ACTION = 9;

interface Bench {
  house: INestApplicationContext;
  organs: BenchOrgan[];
  cases: string[][];
  /** How many actions each client has taken. */
  turns?: number[];
}

/** `sanzhi bench actions`: full actions against two bare loops that write the same rows, and one hot case. */
export function benchActions(say: (text: string) => void): Promise<BenchResult[]> {
  return withBenchDatabase(async (ownerUrl) => {
    await asOwner(ownerUrl, WRITE_ROWS);
    const house = await openHouse(ownerUrl, 'sanzhi_api', JobsModule.forCommand());
    try {
      const organs = await openOrgans(ownerUrl, Math.max(...CLIENTS));
      say('准备案件…\n');
      const cases = await Promise.all(organs.map((organ) => openCases(house, organ)));
      const bare = await Promise.all(organs.map(async (organ) => ({ organ: organ.organ, cases: await openCases(house, organ) })));
      const bench: Bench = { house, organs, cases };
      await stretch(engineLoop(bench), 1, MILLIS);
      const [{ html }] = await asOwner(ownerUrl, 'select html from documents.document limit 1');
      const lanes = await openLanes(roleUrl(ownerUrl, 'sanzhi_api'), bare, html as string);
      try {
        const results = await measure(bench, [preparedLoop(lanes), functionLoop(lanes)], say);
        return [...results, await hotCase(house, organs[0])];
      } finally {
        await Promise.all(lanes.map((lane) => lane.client.end()));
      }
    } finally {
      await house.close();
    }
  });
}

async function asOwner(ownerUrl: string, statement: string): Promise<Record<string, unknown>[]> {
  const owner = await openDataSource({ url: ownerUrl, poolSize: 1, applicationName: 'sanzhi-bench' });
  try {
    return (await poolOf(owner).query(statement)).rows;
  } finally {
    await owner.destroy();
  }
}

async function openCases(house: INestApplicationContext, organ: BenchOrgan): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < CASES_EACH; index++) ids.push(await openReported(house, organ));
  return ids;
}

/** Each client takes its organ's cases in turn, and on each the two actions in turn. */
function engineLoop(bench: Bench): Load {
  const { house, organs, cases } = bench;
  const acting = house.get(TakeAction);
  const turns = (bench.turns ??= organs.map(() => 0));
  return {
    name: 'actions',
    async once(client) {
      const turn = turns[client]++;
      const own = cases[client];
      const step = TURNS[Math.floor(turn / own.length) % TURNS.length];
      const key = { key: `bench-${client}-${turn}`, requestSha256: `${turn}` };
      taken(await acting.run(organs[client].handler, { caseId: own[turn % own.length], step, key, expectedVersion: null }));
    },
  };
}

async function measure(bench: Bench, baselines: Load[], say: (text: string) => void): Promise<BenchResult[]> {
  const loop = engineLoop(bench);
  const results: BenchResult[] = [];
  for (const clients of CLIENTS) {
    await paired([loop, ...baselines], clients, { rounds: 1, millis: MILLIS });
    const rounds = await paired([loop, ...baselines], clients, { rounds: ROUNDS, millis: MILLIS });
    for (const [index, baseline] of baselines.entries()) {
      const result = resultOf(rounds.map((round) => [round[0], round[index + 1]]), { baseline: baseline.name, clients });
      say(`${clients} 个连接：${result.value}/s，${baseline.name} ${result.baselineValue}/s，比值 ${result.ratio}\n`);
      results.push(result);
    }
  }
  return results;
}

function resultOf(pairs: [Stretch, Stretch][], about: { baseline: string; clients: number }): BenchResult {
  const latencies = pairs.flatMap(([own]) => own.latencies);
  const value = median(pairs.map(([own]) => own.perSecond));
  return {
    name: 'actions',
    value: rounded(value),
    unit: 'actions/s',
    baseline: about.baseline,
    baselineValue: rounded(median(pairs.map(([, bare]) => bare.perSecond))),
    ratio: rounded(median(pairs.map(([own, bare]) => own.perSecond / bare.perSecond))),
    p50: rounded(quantile(latencies, 0.5)),
    p95: rounded(quantile(latencies, 0.95)),
    clients: about.clients,
    rows: latencies.length * ROWS_PER_ACTION,
    seed: 0,
    runs: RUNS,
    median: rounded(value),
  };
}

/** Eight clients on one case: every act waits for its lock, none forks the chain. */
async function hotCase(house: INestApplicationContext, organ: BenchOrgan): Promise<BenchResult> {
  const caseId = await openReported(house, organ);
  const acting = house.get(TakeAction);
  const draft = TURNS[1];
  const load: Load = {
    name: 'hot case',
    once: async () => void taken(await acting.run(organ.handler, { caseId, step: draft, key: null, expectedVersion: null })),
  };
  const clients = Math.max(...CLIENTS);
  const rounds = (await paired([load], clients, { rounds: RUNS, millis: MILLIS })).map(([one]) => one);
  const latencies = rounds.flatMap((one) => one.latencies);
  const value = rounded(median(rounds.map((one) => one.perSecond)));
  return {
    name: 'hot-case', value, unit: 'actions/s', baseline: null, baselineValue: null, ratio: null, clients, seed: 0, runs: RUNS, median: value,
    p50: rounded(quantile(latencies, 0.5)), p95: rounded(quantile(latencies, 0.95)), rows: latencies.length * ROWS_PER_ACTION,
  };
}
