import { OnJob, type Job } from '@sanzhi/platform/jobs';
import { RecomputeClocks } from '../../app/recompute-clocks';

/** Recomputes provisional clocks once a new calendar is there, however it came. */
@OnJob({ name: 'clock-recompute', everySeconds: 60 })
export class ClockRecomputeJob implements Job {
  constructor(private readonly clocks: RecomputeClocks) {}

  async run(): Promise<void> {
    await this.clocks.run();
  }
}
