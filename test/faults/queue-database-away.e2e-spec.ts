import { JobQueue } from '@sanzhi/platform/jobs';
import { type FreshDatabase, freshDatabase } from '@sanzhi/testing';
import { until } from '../contract/queue-modes';
import { act, bootApi, bootWorker, closeAll } from '../jobs/process-house';
import { openRelayHouse, recorder, type RelayHouse } from '../jobs/relay-house';

jest.setTimeout(60_000);

let house: RelayHouse;
let database: FreshDatabase;
beforeAll(async () => {
  [house, database] = [await openRelayHouse(), await freshDatabase({ queue: true })];
});
afterEach(async () => {
  await closeAll();
  await house.ask('truncate public.effect');
});
afterAll(async () => {
  await house.close();
  await database.drop();
});

const effects = async (): Promise<number> => (await house.ask('select 1 from public.effect')).length;

it('away at boot: api and worker start, a ring is lost without waiting, and timers do the work', async () => {
  const nowhere = new URL(database.url('sanzhi_queue'));
  nowhere.port = '1';
  const settings = { queue: '' as const, queueDatabaseUrl: nowhere.toString() };
  const startedAt = Date.now();
  const [api] = await Promise.all([bootApi(house, settings), bootWorker(house, settings, recorder('note', 1))]);
  expect(Date.now() - startedAt).toBeLessThan(10_000);
  expect(await api.get(JobQueue).ring('relay')).toBe(false);
  expect(api.get(JobQueue).state()).toMatchObject({ mode: 'postgres', up: false });
  await act(api, 'a', 'note', 'k1');
  await until(async () => (await effects()) === 1, 5000);
});

it('cut off while it runs: bells are heard again over new connections', async () => {
  const settings = { queue: '' as const, queueDatabaseUrl: database.url('sanzhi_queue') };
  const [api, worker] = await Promise.all([bootApi(house, settings), bootWorker(house, settings, recorder('note', 1))]);
  const heard = async (): Promise<boolean> => {
    await worker.get(JobQueue).ring('inbox-purge');
    return (await house.ask(`select 1 from platform.inbox where key = 'old'`)).length === 0;
  };
  const age = (): Promise<unknown> =>
    house.ask(`insert into platform.inbox (organ, consumer, key, done_at) values ('a', 'note', 'old', clock_timestamp() - interval '100 days')`);
  await age();
  await until(heard, 10_000);

  const queueName = new URL(database.url('sanzhi_queue')).pathname.slice(1);
  const cut = await house.ask('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [queueName]);
  expect(cut.length).toBeGreaterThan(1);
  await act(api, 'a', 'note', 'k2');
  await until(async () => (await effects()) === 1, 5000);
  await age();
  await until(heard, 20_000);
});
