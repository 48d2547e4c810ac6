import { Logger } from '@nestjs/common';
import type { JobPayload } from './job';
import type { BoundJob } from './job-registry';
import { pause } from './timers';

/** First runs by the timer come within so many seconds of the start, spread out. */
const FIRST_RUN_SECONDS = 5;

/** One job in this worker: keeps to its concurrency, runs its timer, logs what goes wrong. */
export class JobLane {
  private readonly logger = new Logger('jobs');
  private readonly running = new Set<Promise<void>>();

  constructor(
    private readonly bound: BoundJob,
    private readonly stop: AbortSignal,
  ) {}

  private get most(): number {
    return this.bound.plan.concurrency ?? 1;
  }

  /** Runs for a ring as soon as there is room. Throws what the job throws, so that the queue rings again. */
  async call(payload: JobPayload): Promise<void> {
    while (this.running.size >= this.most) await Promise.race(this.running).catch(() => undefined);
    if (this.stop.aborted) throw new Error('the worker is shutting down');
    await this.track(this.bound.job.run(payload, this.stop));
  }

  /** Runs by the timer until the worker stops; the pause begins when a run ends, so runs never pile up. */
  async keepTime(): Promise<void> {
    const { everySeconds } = this.bound.plan;
    if (everySeconds === undefined) return;
    await pause(Math.random() * Math.min(everySeconds, FIRST_RUN_SECONDS) * 1000, this.stop);
    while (!this.stop.aborted) {
      // What went wrong is in the log; the next run is the retry.
      if (this.running.size < this.most) await this.call({}).catch(() => undefined);
      await pause(everySeconds * 1000, this.stop);
    }
  }

  /** Settles when nothing runs any more. */
  async idle(): Promise<void> {
    await Promise.allSettled(this.running);
  }

  private async track(run: Promise<void>): Promise<void> {
    this.running.add(run);
    try {
      await run;
    } catch (cause) {
      this.logger.error(cause instanceof Error ? cause : new Error(String(cause)));
      throw cause;
    } finally {
      this.running.delete(run);
    }
  }
}
