import type { INestApplicationContext } from '@nestjs/common';
import { TakeAction } from '@sanzhi/casework';
import { JobsModule } from '@sanzhi/platform/jobs';
import { roleUrl } from '@sanzhi/platform/database';
import { openHouse } from '../house';
import { functionLoop, openLanes, preparedLoop, WRITE_ROWS } from './bare-loops';
import { withBenchDatabase } from './bench-database';
import { openOrgans, openReported, taken, TURNS, type BenchOrgan } from './bench-office';
import { asOwner, casesOf, engineLoad, warmed } from './engine-load';
import { againstBaseline, median, paired, quantile, rounded, roundsIn, type BenchAsked, type BenchResult, type Load } from './pairs';

const CLIENTS = [1, 4, 8];
const ROUNDS = 6;
const MILLIS = 1200;
const RUNS = 3;
/** Rows of a turn in the middle: case, entry, payload, leaf, two tasks, message, key; every other one two clocks, number, document. */
const ROWS_PER_ACTION = 10;

/** `sanzhi bench actions`: full actions against two bare loops that write the same rows, and one hot case. */
export function benchActions(asked: BenchAsked): Promise<BenchResult[]> {
  const { say } = asked;
  return withBenchDatabase(async (ownerUrl) => {
    await asOwner(ownerUrl, WRITE_ROWS);
    const house = await openHouse(ownerUrl, 'sanzhi_api', JobsModule.forCommand());
    try {
      const organs = await openOrgans(ownerUrl, Math.max(...CLIENTS));
      say('准备案件…\n');
      const cases = await casesOf(house, organs);
      const bareCases = await casesOf(house, organs);
      const load = await warmed(engineLoad({ house, organs, cases }), organs.length);
      const [{ html }] = await asOwner(ownerUrl, 'select html from documents.document limit 1');
      const bare = organs.map(({ organ }, index) => ({ organ, cases: bareCases[index] }));
      const lanes = await openLanes(roleUrl(ownerUrl, 'sanzhi_api'), bare, html as string);
      try {
        const results = await measure(load, [preparedLoop(lanes), functionLoop(lanes)], asked);
        return [...results, await hotCase(house, organs[0])];
      } finally {
        await Promise.all(lanes.map((lane) => lane.client.end()));
      }
    } finally {
      await house.close();
    }
  });
}

async function measure(load: Load, baselines: Load[], asked: BenchAsked): Promise<BenchResult[]> {
  const results: BenchResult[] = [];
  for (const clients of asked.seconds === undefined ? CLIENTS : [Math.max(...CLIENTS)]) {
    await paired([load, ...baselines], clients, { rounds: 1, millis: MILLIS });
    const rounds = await paired([load, ...baselines], clients, roundsIn(asked, { rounds: ROUNDS, millis: MILLIS }));
    for (const [index, baseline] of baselines.entries()) {
      const pairs = rounds.map((round) => [round[0], round[index + 1]] as const);
      const result = againstBaseline(pairs, { name: 'actions', unit: 'actions/s', baseline: baseline.name, clients, rowsEach: ROWS_PER_ACTION });
      asked.say(`${clients} 个连接：${result.value}/s，${baseline.name} ${result.baselineValue}/s，比值 ${result.ratio}\n`);
      results.push(result);
    }
  }
  return results;
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
