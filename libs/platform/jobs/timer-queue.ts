import type { JobPayload } from './job';
import type { JobName } from './job-names';
import { ATTEMPTS, JobQueue, type QueueState, type RingHandler, type RingOptions } from './job-queue';

interface Call {
  name: JobName;
  payload: JobPayload;
  key?: string;
  failures: number;
  /** A ring with the same key came while this one ran. */
  again: boolean;
  timer?: NodeJS.Timeout;
  running?: Promise<void>;
}

/**
 * No queue: a ring reaches the handlers of its own process by a timer, and no socket is opened. Across processes nothing
 * rings: the worker looks by its own timers, for the relay each second. LISTEN/NOTIFY would save that second and cost a
 * connection of its own in each worker, one that no pooler in transaction mode lets through: not worth it in the mode
 * that stands for having less to run.
 */
export class TimerQueue extends JobQueue {
  private handler?: RingHandler;
  private closed = false;
  private lostRings = 0;
  private readonly calls = new Set<Call>();

  async open(): Promise<void> {}

  async serve(handler: RingHandler): Promise<void> {
    this.handler = handler;
  }

  state(): QueueState {
    return { mode: 'none', up: true, lostRings: this.lostRings };
  }

  async close(): Promise<void> {
    this.closed = true;
    const running = [...this.calls].flatMap((call) => call.running ?? []);
    for (const call of this.calls) clearTimeout(call.timer);
    await Promise.all(running);
    this.calls.clear();
  }

  protected async send(name: JobName, payload: JobPayload, { key, delayMs = 0 }: RingOptions): Promise<boolean> {
    if (!this.handler || this.closed) {
      this.lostRings += 1;
      return false;
    }
    const same = key === undefined ? undefined : [...this.calls].find((call) => call.key === key);
    if (same) same.again ||= same.running !== undefined;
    else this.plan({ name, payload, key, failures: 0, again: false }, delayMs);
    return true;
  }

  private plan(call: Call, delayMs: number): void {
    this.calls.add(call);
    call.timer = setTimeout(() => {
      call.running = this.perform(call);
    }, delayMs);
  }

  private async perform(call: Call): Promise<void> {
    const failed = await this.fails(call);
    call.running = undefined;
    this.calls.delete(call);
    if (this.closed) return;
    if (call.again) this.plan({ ...call, failures: 0, again: false }, 0);
    else if (failed && call.failures + 1 < ATTEMPTS) {
      const pauseMs = 1000 * 2 ** call.failures * (0.5 + Math.random() / 2);
      this.plan({ ...call, failures: call.failures + 1 }, pauseMs);
    }
  }

  /** The runner behind the handler has logged what went wrong; here it only means another try. */
  private async fails(call: Call): Promise<boolean> {
    try {
      await this.handler?.(call.name, call.payload);
      return false;
    } catch {
      return true;
    }
  }
}
