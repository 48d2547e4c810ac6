import { OnJob, type Job, type JobPayload } from '@sanzhi/platform/jobs';
import { ProveGone } from '../../app/prove-gone';

/** Asks the portal again for what is gone, until it is proved; requests go out outside any transaction. */
@OnJob({ name: 'after-check', everySeconds: 20 })
export class AfterCheckJob implements Job {
  constructor(private readonly proving: ProveGone) {}

  async run(_: JobPayload, stop: AbortSignal): Promise<void> {
    await this.proving.run(stop);
  }
}
