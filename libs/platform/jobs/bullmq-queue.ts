import { Logger } from '@nestjs/common';
import { type JobsOptions, type Queue, UnrecoverableError, type Worker } from 'bullmq';
import { randomUUID } from 'node:crypto';
import type { EventEmitter } from 'node:events';
import { failpoint } from '../failpoints';
import type { JobPayload } from './job';
import type { JobName } from './job-names';
import { ATTEMPTS, checkPayload, JobQueue, QueueRefused, type QueueState, type RingHandler, type RingOptions } from './job-queue';
import { pause, within } from './timers';

/** One end of the queue with its connections. */
export interface QueueEnd<E> {
  end: E;
  /** Whether a command would reach the server now. */
  isUp(): boolean;
  /** Throws QueueRefused when the server must not be used. */
  check(): Promise<void>;
  /** Cuts the connections without waiting for anything. */
  cut(): void;
}

/** What differs between the servers that BullMQ runs on. */
export interface QueueServer {
  readonly mode: 'redis' | 'postgres';
  openRinging(): QueueEnd<Queue>;
  openServing(handler: RingHandler, concurrency: number): QueueEnd<Worker>;
}

/** A server that is away is given so long, at boot and at each ring. */
const PATIENCE_MS = 2000;
const CLOSING_MS = 10_000;
const LOOK_MS = 50;
const DAY_SECONDS = 86_400;

/** A job was given to another worker meanwhile: its effect is one all the same, and the queue is there. */
const LOST_LOCK = /(?:missing|mismatch).*(?:lock|key)|could not renew lock/i;

const RING: JobsOptions = {
  attempts: ATTEMPTS,
  backoff: { type: 'exponential', delay: 1000, jitter: 0.5 },
  removeOnComplete: { age: 3600, count: 1000 },
  removeOnFail: { age: 7 * DAY_SECONDS, count: 1000 },
};

/** Bells over BullMQ. Both ends are opened when the server is there, and opened anew when it was not. */
export class BullmqQueue extends JobQueue {
  private readonly logger = new Logger('queue');
  private readonly closing = new AbortController();
  private readonly opening: Promise<void>[] = [];
  private readonly running = new Set<Promise<void>>();
  private ringing?: QueueEnd<Queue>;
  private serving?: QueueEnd<Worker>;
  private lostRings = 0;
  private away = false;

  constructor(private readonly server: QueueServer) {
    super();
  }

  async open(): Promise<void> {
    const connect = async (): Promise<void> => {
      this.ringing = await opened(this.server.openRinging());
      this.ringing.end.on('error', (cause) => this.note(cause));
    };
    await this.connectNowOrLater(connect);
  }

  async serve(handler: RingHandler, concurrency: number): Promise<void> {
    const checked: RingHandler = (name, payload) => {
      refuseForeign(payload);
      return this.track(handler(name, payload).then(() => failpoint('before-ack')));
    };
    const connect = async (): Promise<void> => {
      this.serving = await opened(this.server.openServing(checked, concurrency));
      this.serving.end.on('error', (cause) => this.note(cause));
      this.serving.end.on('active', () => this.noteBack());
    };
    await this.connectNowOrLater(connect);
  }

  state(): QueueState {
    const up = !this.away && this.ringing !== undefined && this.ringing.isUp();
    return { mode: this.server.mode, up, lostRings: this.lostRings };
  }

  async close(): Promise<void> {
    this.closing.abort();
    await Promise.all(this.opening);
    const ends = [this.serving, this.ringing].map((end) => closed(end));
    await Promise.allSettled(this.running);
    await Promise.all(ends);
  }

  protected async send(name: JobName, payload: JobPayload, { key, delayMs }: RingOptions): Promise<boolean> {
    const options = { ...RING, jobId: randomUUID(), delay: delayMs, ...(key && { deduplication: { id: key, keepLastIfActive: true } }) };
    try {
      if (this.closing.signal.aborted || !this.ringing?.isUp()) throw new Error('the queue is away');
      await within(PATIENCE_MS, this.ringing.end.add(name, payload, options));
      this.noteBack();
      return true;
    } catch (cause) {
      this.lostRings += 1;
      this.note(cause);
      return false;
    }
  }

  private async track(run: Promise<void>): Promise<void> {
    this.running.add(run);
    try {
      await run;
    } finally {
      this.running.delete(run);
    }
  }

  /** Tries once while the caller waits, then in the background: a process starts without its queue. */
  private async connectNowOrLater(connect: () => Promise<void>): Promise<void> {
    try {
      await connect();
    } catch (cause) {
      if (cause instanceof QueueRefused) throw cause;
      this.note(cause);
      this.opening.push(this.connectLater(connect));
    }
  }

  private async connectLater(connect: () => Promise<void>): Promise<void> {
    for (;;) {
      await pause(PATIENCE_MS, this.closing.signal);
      if (this.closing.signal.aborted) return;
      try {
        await connect();
        return this.noteBack();
      } catch (cause) {
        this.away &&= !(cause instanceof QueueRefused);
        this.note(cause);
      }
    }
  }

  /** One line for each time it goes away, not one for each ring. */
  private note(cause: unknown): void {
    if (LOST_LOCK.test((cause as Error).message)) return;
    if (this.away || this.closing.signal.aborted) return;
    this.away = true;
    this.logger.warn(`the queue on ${this.server.mode} is away, timers carry on: ${(cause as Error).message}`);
  }

  private noteBack(): void {
    if (this.away) this.logger.log(`the queue on ${this.server.mode} is back`);
    this.away = false;
  }
}

async function opened<E extends Queue | Worker>(end: QueueEnd<E>): Promise<QueueEnd<E>> {
  // Without a listener Node would end the process; what matters is noted by those who wait for an answer.
  (end.end as EventEmitter).on('error', () => undefined);
  try {
    await within(PATIENCE_MS, end.end.waitUntilReady());
    await within(PATIENCE_MS, end.check());
    return end;
  } catch (cause) {
    end.cut();
    throw cause;
  }
}

/** Waits for what runs, as long as the server is there: what we still owe it is only bells. */
async function closed(end: QueueEnd<Queue | Worker> | undefined): Promise<void> {
  if (!end) return;
  const done = new AbortController();
  if (end.isUp()) void end.end.close().then(() => done.abort(), () => done.abort());
  for (let waited = 0; waited < CLOSING_MS && end.isUp() && !done.signal.aborted; waited += LOOK_MS) await pause(LOOK_MS, done.signal);
  end.cut();
}

/** A ring that we did not write has no effect and is not tried again. */
function refuseForeign(payload: JobPayload): void {
  try {
    checkPayload(payload);
  } catch (cause) {
    throw new UnrecoverableError((cause as Error).message);
  }
}
