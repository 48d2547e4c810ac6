import { createPostgresBackend, Queue, withBackend } from 'bullmq';
import { freshDatabase, type FreshDatabase } from '@sanzhi/testing';
import pg from 'pg';
import { until } from '../contract/queue-modes';
import { startWorker } from './worker-process';

jest.setTimeout(400_000);

const PATIENCE = 120_000;
const QUICK = { SANZHI_CANARY_MILLIS: '200', SANZHI_SILENCE_MILLIS: '3000' };

let database: FreshDatabase;
let owner: pg.Pool;
beforeAll(async () => {
  database = await freshDatabase({ queue: true });
  owner = new pg.Pool({ connectionString: database.ownerUrl, max: 1 });
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

/** The queue takes every ring and gives none out: what a wedged worker sees. */
async function paused(work: () => Promise<void>): Promise<void> {
  const queue = new (withBackend(createPostgresBackend).Queue)('sanzhi', { connection: { connectionString: database.url('sanzhi_queue') } }) as unknown as Queue;
  await queue.pause();
  await work();
  await queue.resume();
  await queue.close();
}

const newest = async (): Promise<number> => Number((await owner.query('select coalesce(max(extract(epoch from heard_at)), 0) as at from platform.heartbeat')).rows[0].at);

it('a worker that hears nothing though the queue takes its rings ends by itself, and the next one works', async () => {
  const env = { ...QUICK, SANZHI_QUEUE: '', REDIS_URL: '', SANZHI_QUEUE_DATABASE_URL: database.url('sanzhi_queue') };
  const first = startWorker(database, { env });
  await until(async () => (await newest()) > 0, PATIENCE);
  await paused(async () => {
    expect(await first.ended).toBe(1);
  });
  expect(first.said()).toContain('nothing heard from the queue for 3000 ms');
  const before = await newest();
  const second = startWorker(database, { env });
  await until(async () => (await newest()) > before, PATIENCE);
  await second.stop();
});
