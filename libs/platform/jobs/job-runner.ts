import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { JobPayload } from './job';
import { JobLane } from './job-lane';
import type { JobName } from './job-names';
import { JobQueue } from './job-queue';
import { JobRegistry } from './job-registry';

/** Runs the jobs of a worker: by their timers always, and promptly when a bell rings. */
@Injectable()
export class JobRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('jobs');
  private readonly stop = new AbortController();
  private lanes = new Map<JobName, JobLane>();
  private timers: Promise<void>[] = [];

  constructor(
    private readonly registry: JobRegistry,
    private readonly queue: JobQueue,
  ) {}

  /** Throws JobsMismatch or QueueRefused: the worker does not start. */
  async onApplicationBootstrap(): Promise<void> {
    const bound = [...this.registry.bind().values()];
    this.lanes = new Map(bound.map((one) => [one.plan.name, new JobLane(one, this.stop.signal)]));
    await this.queue.open();
    this.timers = [...this.lanes.values()].map((lane) => lane.keepTime());
    const room = bound.reduce((sum, { plan }) => sum + (plan.concurrency ?? 1), 0);
    await this.queue.serve((name, payload) => this.call(name, payload), room);
    this.logger.log(`${bound.length} jobs, queue ${this.queue.state().mode}`);
  }

  /** Transactions in hand are finished, nothing new is begun; the database is closed after this. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stop.abort();
    await Promise.all([...this.timers, ...[...this.lanes.values()].map((lane) => lane.idle())]);
    await this.queue.close();
  }

  /** A ring of a newer version may name a job that this one does not know: thrown back, for a newer worker to take. */
  private async call(name: JobName, payload: JobPayload): Promise<void> {
    const lane = this.lanes.get(name);
    if (!lane) throw new Error('a ring for a job that this worker does not know');
    await lane.call(payload);
  }
}
