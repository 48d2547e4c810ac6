import { createPostgresBackend, type PostgresPoolConfig, type Queue, type Worker, withBackend } from 'bullmq';
import type { QueueEnd, QueueServer } from './bullmq-queue';
import { LOCK_MILLIS, type RingHandler } from './job-queue';
import type { JobName } from './job-names';

/** Bound here and not process-wide, so that both servers can be used in one process. */
const bullmq = withBackend(createPostgresBackend);

/** BullMQ on PostgreSQL, in a database of its own; its schema `bullmq` is brought up to date by whoever comes first. */
export class PostgresServer implements QueueServer {
  readonly mode = 'postgres';

  constructor(
    private readonly url: string,
    private readonly queueName: string,
    private readonly lockMillis = LOCK_MILLIS,
  ) {}

  openRinging(): QueueEnd<Queue> {
    return endOf(new bullmq.Queue(this.queueName, { connection: this.connection(2) }) as unknown as Queue);
  }

  openServing(handler: RingHandler, concurrency: number): QueueEnd<Worker> {
    const worker = new bullmq.Worker(this.queueName, (job) => handler(job.name as JobName, job.data), {
      connection: this.connection(4),
      concurrency,
      runRetryDelay: 1000,
      lockDuration: this.lockMillis,
      stalledInterval: this.lockMillis,
    });
    return endOf(worker as unknown as Worker);
  }

  /** Each end has a pool and, to serve, one LISTEN connection beside it. */
  private connection(max: number): PostgresPoolConfig {
    return { connectionString: this.url, migrate: true, max, connectionTimeoutMillis: 2000, application_name: 'sanzhi-queue' };
  }
}

/** The pool connects by itself when it is needed; a ring waits at most as long as the pool's time-out. */
function endOf<E extends Queue | Worker>(end: E): QueueEnd<E> {
  return {
    end,
    isUp: () => true,
    check: async () => undefined,
    cut: () => void end.close().catch(() => undefined),
  };
}
