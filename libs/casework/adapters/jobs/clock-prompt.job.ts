import { JobQueue, OnJob, type Job } from '@sanzhi/platform/jobs';
import { ClockSweep } from '../../app/sweep-clocks';

/** Rings the sweep for the minute in which something will be due, within the next day only; the queue holds no more. */
@OnJob({ name: 'clock-prompt', everySeconds: 3600 })
export class ClockPromptJob implements Job {
  constructor(
    private readonly clocks: ClockSweep,
    private readonly queue: JobQueue,
  ) {}

  async run(): Promise<void> {
    for (const { key, delayMs } of await this.clocks.soon()) {
      await this.queue.ring('clock-sweep', {}, { key: `clock-sweep-${key}`, delayMs });
    }
  }
}
