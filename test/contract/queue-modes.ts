import { type FreshDatabase, freshDatabase } from '@sanzhi/testing';
import { chooseQueue, type JobQueue, type QueueSettings } from '@sanzhi/platform/jobs';
import { randomUUID } from 'node:crypto';

/** One way to carry bells, on a server of the test run, under a queue name of its own. */
export interface QueueMode {
  mode: 'redis' | 'postgres' | 'none';
  /** A JobQueue of one process, not yet open; all of one mode ring each other. */
  make(): JobQueue;
  close(): Promise<void>;
}

/** Modes this run can test: Redis where REDIS_URL names one. */
export const MODES: QueueMode['mode'][] = ['none', 'postgres', ...(process.env.REDIS_URL ? (['redis'] as const) : [])];

export async function openMode(mode: QueueMode['mode']): Promise<QueueMode> {
  const database = mode === 'postgres' ? await freshDatabase({ queue: true }) : undefined;
  const queueName = `sanzhi-test-${randomUUID()}`;
  return {
    mode,
    make: () => chooseQueue(settingsOf(mode, database), queueName),
    close: async () => database?.drop(),
  };
}

/** What a process would be told in this mode. */
export function settingsOf(mode: QueueMode['mode'], database?: FreshDatabase): QueueSettings {
  if (mode === 'none') return { queue: 'none' };
  if (mode === 'redis') return { queue: '', redisUrl: process.env.REDIS_URL };
  return { queue: '', queueDatabaseUrl: database?.url('sanzhi_queue') };
}

/** Waits until a question is answered with yes. */
export async function until(question: () => boolean | Promise<boolean>, millis = 10_000): Promise<void> {
  const endsAt = Date.now() + millis;
  while (!(await question())) {
    if (Date.now() > endsAt) throw new Error(`not within ${millis} ms: ${question.toString()}`);
    await pause(5);
  }
}

export const pause = (millis: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, millis));
