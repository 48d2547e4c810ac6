import { isDatabaseAway } from '../database/database-away';
import { Heartbeats } from './heartbeats';
import { type Job, type JobPayload, OnJob } from './job';
import { Watchdog } from './watchdog';

/** Comes out of the queue to prove that this worker still hears it. Has no timer: that would prove nothing. */
@OnJob({ name: 'canary' })
export class CanaryJob implements Job {
  constructor(
    private readonly watchdog: Watchdog,
    private readonly heartbeats: Heartbeats,
  ) {}

  async run({ worker, hops }: JobPayload): Promise<void> {
    if (worker !== this.watchdog.worker) await this.watchdog.sendOn(worker, Number(hops));
    try {
      await this.heartbeats.beat(this.watchdog.worker);
    } catch (cause) {
      // The queue was heard; a database that is away is told by its own check, and a new process would not mend it.
      if (!isDatabaseAway(cause)) throw cause;
    }
    this.watchdog.heard();
  }
}
