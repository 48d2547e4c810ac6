import { Logger } from '@nestjs/common';
import { JobQueue, type QueueState, type RingOptions } from './job-queue';
import type { JobPayload } from './job';
import type { JobName } from './job-names';
import { pause } from './timers';
import { TimerQueue } from './timer-queue';
import { Watchdog } from './watchdog';

beforeAll(() => Logger.overrideLogger(false));

/** Takes every ring, or none, and nobody ever hears one: what a wedged worker looks like from inside. */
class DeafQueue extends JobQueue {
  readonly rung: JobPayload[] = [];
  taking = true;

  async open(): Promise<void> {}
  async serve(): Promise<void> {}
  async close(): Promise<void> {}

  state(): QueueState {
    return { mode: 'redis', up: this.taking, lostRings: 0 };
  }

  protected async send(_name: JobName, payload: JobPayload, _options: RingOptions): Promise<boolean> {
    this.rung.push(payload);
    return this.taking;
  }
}

let ends = 0;
function watched(queue: JobQueue): Watchdog {
  ends = 0;
  const watchdog = new Watchdog(queue, { canaryMillis: 10, silenceMillis: 60, end: () => (ends += 1) });
  watchdog.onApplicationBootstrap();
  return watchdog;
}

it('ends a worker that hears nothing from a queue that takes its canaries, once', async () => {
  const queue = new DeafQueue();
  const watchdog = watched(queue);
  await pause(250);
  expect(ends).toBe(1);
  expect(queue.rung[0]).toEqual({ worker: watchdog.worker, hops: '0' });
  await watchdog.beforeApplicationShutdown();
});

it('does not end one whose queue is away, and begins to count when it is back', async () => {
  const queue = new DeafQueue();
  queue.taking = false;
  const watchdog = watched(queue);
  await pause(200);
  expect(ends).toBe(0);
  queue.taking = true;
  await pause(200);
  expect(ends).toBe(1);
  await watchdog.beforeApplicationShutdown();
});

it('does not end one that hears, through a queue that works', async () => {
  const queue = new TimerQueue();
  const watchdog = watched(queue);
  await queue.serve(async () => watchdog.heard());
  await pause(250);
  expect(ends).toBe(0);
  await watchdog.beforeApplicationShutdown();
  await queue.close();
});

it('sends a canary of another worker on, a few times', async () => {
  const queue = new DeafQueue();
  const watchdog = new Watchdog(queue, { canaryMillis: 1000, silenceMillis: 1000, end: () => undefined });
  for (const hops of [0, 7, 8]) await watchdog.sendOn('other', hops);
  expect(queue.rung).toEqual([{ worker: 'other', hops: '1' }, { worker: 'other', hops: '8' }]);
});
