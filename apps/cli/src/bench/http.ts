import { roleUrl } from '@sanzhi/platform/database';
import { openHouse } from '../house';
import { openingLoop, openOpeningLanes, OPEN_ROWS } from './bare-opening';
import { withBenchDatabase } from './bench-database';
import { openingFormOf, openOrgans, openReported, type BenchOrgan } from './bench-office';
import { asOwner, warmed } from './engine-load';
import { withApi, type ApiClient } from './http-client';
import { againstBaseline, paired, roundsIn, type BenchAsked, type BenchResult, type Load } from './pairs';

const CLIENTS = 8;
const ROUNDS = 8;
const MILLIS = 2000;
/** Case, entry, payload, leaf, two duties, task, message, party, party of the case, key. */
const ROWS_PER_CASE = 11;

/**
 * `sanzhi bench http`: cases opened over HTTP in an api process of its own, each client with its session and a new key each
 * time, against a bare call that writes the same rows.
 */
export function benchHttp(asked: BenchAsked): Promise<BenchResult[]> {
  const { say } = asked;
  return withBenchDatabase(async (ownerUrl) => {
    await asOwner(ownerUrl, OPEN_ROWS);
    const organs = await openOrgans(ownerUrl, CLIENTS);
    const house = await openHouse(ownerUrl, 'sanzhi_api');
    for (const organ of organs) await openReported(house, organ);
    await house.close();
    const apiUrl = roleUrl(ownerUrl, 'sanzhi_api');
    const lanes = await openOpeningLanes(apiUrl, organs);
    try {
      return await withApi(apiUrl, CLIENTS, async (api) => {
        const sessions = await Promise.all(organs.map(({ handlerSignIn }) => api.signIn(handlerSignIn)));
        say('预热…\n');
        const load = await warmed(openingsLoad(api, organs.map((organ, index) => ({ organ, cookie: sessions[index] }))), CLIENTS);
        const rounds = await paired([load, openingLoop(lanes)], CLIENTS, roundsIn(asked, { rounds: ROUNDS, millis: MILLIS }));
        say(`接口进程常驻内存 ${api.residentMegabytes()} MB\n`);
        const about = { name: 'http', unit: 'requests/s', baseline: 'one PL/pgSQL call', clients: CLIENTS, rowsEach: ROWS_PER_CASE };
        return [againstBaseline(rounds.map(([one, other]) => [one, other] as const), about)];
      });
    } finally {
      await Promise.all(lanes.map(({ client }) => client.end()));
    }
  });
}

function openingsLoad(api: ApiClient, callers: readonly { organ: BenchOrgan; cookie: string }[]): Load {
  let turn = 0;
  return {
    name: 'POST /api/v1/cases',
    async once(client) {
      const { organ, cookie } = callers[client];
      const form = openingFormOf(organ, String(turn));
      const headers = { cookie, 'idempotency-key': `bench-${turn++}` };
      const { status, text } = await api.post('/api/v1/cases', { procedure: 'penalty-ordinary', form }, headers);
      if (status !== 201) throw new Error(`${status}: ${text}`);
    },
  };
}
