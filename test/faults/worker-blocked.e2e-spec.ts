import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { freshDatabase, type FreshDatabase } from '@sanzhi/testing';
import { JobQueue } from '@sanzhi/platform/jobs';
import { pause, until } from '../contract/queue-modes';
import { bootWorker, closeAll, said } from '../jobs/process-house';
import { openRelayHouse, recorder, type RelayHouse } from '../jobs/relay-house';

jest.setTimeout(120_000);

const LOCK = 1000;
const BLOCK = 4000;

let house: RelayHouse;
let database: FreshDatabase;
beforeAll(async () => {
  [house, database] = [await openRelayHouse(), await freshDatabase({ queue: true })];
});
afterAll(async () => {
  await closeAll();
  await house.close();
  await database.drop();
});

const effects = async (): Promise<number> => (await house.ask('select 1 from public.effect')).length;

it('F-14: an event loop that stands still for longer than the queue lends a job: two workers run it, one effect', async () => {
  const queue = database.url('sanzhi_queue');
  const given = JSON.stringify({ database: house.database.url('sanzhi_worker'), queue, lockMillis: String(LOCK), blockMillis: String(BLOCK) });
  const child = fork(path.join(__dirname, 'blocked-worker.ts'), [given], { execArgv: ['-r', path.join(__dirname, 'typescript-hook.cjs')], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  let told = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => (told += part.toString()));
  await once(child, 'message');
  await house.post([{ organ: 'a', topic: 'note', key: 'once' }]);
  await once(child, 'message');

  const other = await bootWorker(house, { queue: '', queueDatabaseUrl: queue, lockMillis: LOCK }, recorder('note', 1));
  for (let n = 0; n < 10; n += 1) await other.get(JobQueue).ring('relay');
  await until(async () => (await effects()) > 0, 30_000);
  await pause(2 * LOCK);
  expect(await effects()).toBe(1);
  expect(await house.ask('select 1 from platform.outbox')).toEqual([]);
  expect(other.get(JobQueue).state().up).toBe(true);
  expect(said.filter((line) => line.includes('is away'))).toEqual([]);
  expect(told).not.toContain('is away');
  child.kill('SIGTERM');
  await once(child, 'exit');
});
