import { OnJob, type Job } from '@sanzhi/platform/jobs';
import { Bell } from '@sanzhi/platform/ports';
import { ClockSweep } from '../../app/sweep-clocks';

/** Fires due rungs every minute in each worker; needs no queue, a bell only makes it prompt. */
@OnJob({ name: 'clock-sweep', everySeconds: 60 })
export class ClockSweepJob implements Job {
  constructor(
    private readonly clocks: ClockSweep,
    private readonly bell: Bell,
  ) {}

  async run(): Promise<void> {
    if ((await this.clocks.sweep()) > 0) this.bell.ring('rungs');
  }
}
