import { JOB_NAMES, type JobName } from './job-names';
import type { JobPayload } from './job';
import { MOST_SECONDS } from './timers';

/** How a bell is rung. */
export interface RingOptions {
  /**
   * A ring with the key of one that still waits is swallowed; while that one runs, one more run follows.
   * What is meant for another instant needs another key.
   */
  key?: string;
  /** Not before so many milliseconds, at most a day; what lies further off is a clock row. */
  delayMs?: number;
}

/** Called for each ring that arrives. */
export type RingHandler = (name: JobName, payload: JobPayload) => Promise<void>;

/** What carries the bells, and whether it does now. */
export interface QueueState {
  mode: 'redis' | 'postgres' | 'none';
  /** True for `none`: there is nothing that could be away. */
  up: boolean;
  /** Rings that nobody took since the start. */
  lostRings: number;
}

/**
 * Carries bells between processes. PostgreSQL holds the truth and every worker looks for itself by its timers, so a lost
 * bell costs time and never effect: ringing does not wait for a server that is away, and never throws because of it.
 */
export abstract class JobQueue {
  /**
   * Connects, for at most two seconds; a server that is away is looked for in the background from then on.
   * Throws QueueRefused when the server is there and must not be used.
   */
  abstract open(): Promise<void>;

  /** Takes rings from now on, so many at once. A handler that throws is called again twice, after growing pauses. */
  abstract serve(handler: RingHandler, concurrency: number): Promise<void>;

  /** True when the queue took the ring, false when it was lost; at most two seconds. Throws at once on a wrong call. */
  ring(name: JobName, payload: JobPayload = {}, options: RingOptions = {}): Promise<boolean> {
    checkRing(name, payload, options);
    return this.send(name, payload, options);
  }

  abstract state(): QueueState;

  /** Takes no more rings, waits for handlers that run, and closes every socket. */
  abstract close(): Promise<void>;

  protected abstract send(name: JobName, payload: JobPayload, options: RingOptions): Promise<boolean>;
}

/** The queue's server is there and would lose jobs or mix them up: the process must not start on it. */
export class QueueRefused extends Error {
  override readonly name = 'QueueRefused';
}

/** A handler that throws is called so many times in all. */
export const ATTEMPTS = 3;

/** For how long the queue lends a job to a worker that does not say it is alive; then another gets it too. */
export const LOCK_MILLIS = 30_000;

/** Ids as they are in this house: uuids, numbers, codes. No spaces and no Chinese: nothing that could be a name or a text. */
const ID = /^[\w.:@/-]{1,128}$/;
const MOST_IDS = 8;

/** Throws TypeError on anything but a few ids by name; called where a ring starts and where it arrives. */
export function checkPayload(payload: unknown): asserts payload is JobPayload {
  const isPlain = typeof payload === 'object' && payload !== null && !Array.isArray(payload);
  const ids = isPlain ? Object.entries(payload) : [];
  const fits = isPlain && ids.length <= MOST_IDS && ids.every(([name, id]) => ID.test(name) && typeof id === 'string' && ID.test(id));
  if (!fits) throw new TypeError(`a job's payload is at most ${MOST_IDS} ids by name`);
}

function checkRing(name: JobName, payload: JobPayload, { key, delayMs = 0 }: RingOptions): void {
  if (!JOB_NAMES.includes(name)) throw new TypeError(`there is no job ${JSON.stringify(name)}`);
  checkPayload(payload);
  if (key !== undefined && !ID.test(key)) throw new TypeError('the key of a ring is an id');
  if (!(delayMs >= 0 && delayMs <= MOST_SECONDS * 1000)) throw new RangeError('a ring waits at most a day: store a clock instead');
}
