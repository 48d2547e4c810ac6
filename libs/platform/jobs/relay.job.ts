import { type Job, type JobPayload, OnJob } from './job';
import { Relay } from './relay';

/** Bells call it at once after a commit; the timer is what it can rely on. */
@OnJob({ name: 'relay', everySeconds: 1 })
export class RelayJob implements Job {
  constructor(private readonly relay: Relay) {}

  async run(_payload: JobPayload, stop: AbortSignal): Promise<void> {
    await this.relay.drain({ stop, lanes: 4 });
  }
}
