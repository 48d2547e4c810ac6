import type { INestApplicationContext } from '@nestjs/common';
import { TakeAction } from '@sanzhi/casework';
import { openDataSource, poolOf } from '@sanzhi/platform/database';
import { openingFormOf, openReported, taken, TURNS, type BenchOrgan } from './bench-office';
import { stretch, type Load } from './pairs';

const CASES_EACH = 12;
/** Long enough for the compiler of the running code to have seen it all. */
const WARM_MILLIS = 5000;

/** The engine on a database: organs, one for each client, with the cases they act on. */
export interface Engine {
  house: INestApplicationContext;
  organs: BenchOrgan[];
  cases: string[][];
}

/** Runs one statement as the owner. */
export async function asOwner(ownerUrl: string, statement: string): Promise<Record<string, unknown>[]> {
  const owner = await openDataSource({ url: ownerUrl, poolSize: 1, applicationName: 'sanzhi-bench' });
  try {
    return (await poolOf(owner).query(statement)).rows;
  } finally {
    await owner.destroy();
  }
}

let opened = 0;

/** Cases of every organ, each of a party of its own, taken to their report through the real use cases. */
export function casesOf(house: INestApplicationContext, organs: readonly BenchOrgan[]): Promise<string[][]> {
  return Promise.all(
    organs.map(async (organ) => {
      const ids: string[] = [];
      for (let index = 0; index < CASES_EACH; index++) ids.push(await openReported(house, organ, openingFormOf(organ, String(opened++))));
      return ids;
    }),
  );
}

/** Each client takes its organ's cases in turn, and on each the two actions in turn. */
export function engineLoad({ house, organs, cases }: Engine, name = 'actions'): Load {
  const acting = house.get(TakeAction);
  const turns = organs.map(() => 0);
  return {
    name,
    async once(client) {
      const turn = turns[client]++;
      const own = cases[client];
      const step = TURNS[Math.floor(turn / own.length) % TURNS.length];
      const key = { key: `bench-${client}-${turn}`, requestSha256: `${turn}` };
      taken(await acting.run(organs[client].handler, { caseId: own[turn % own.length], step, key, expectedVersion: null }));
    },
  };
}

/** Runs a load until it is as fast as it gets. */
export async function warmed(load: Load, clients: number): Promise<Load> {
  await stretch(load, clients, WARM_MILLIS);
  return load;
}
