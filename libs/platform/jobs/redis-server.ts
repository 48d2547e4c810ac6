import { Queue, Worker } from 'bullmq';
import Redis, { type RedisOptions } from 'ioredis';
import type { QueueEnd, QueueServer } from './bullmq-queue';
import { LOCK_MILLIS, QueueRefused, type RingHandler } from './job-queue';
import type { JobName } from './job-names';

/** Set when an end is cut: BullMQ's own copies of the connection then stop looking for Redis too. */
interface Life {
  over: boolean;
}

/** Ringing fails at once while Redis is away: without this BullMQ would keep a request waiting. */
const RINGING: RedisOptions = { enableOfflineQueue: false, maxRetriesPerRequest: 1, connectTimeout: 2000, commandTimeout: 2000 };
/** What was cut is gone: nothing of it may keep the process from ending. */
const CUT_MILLIS = 100;
/** Serving waits for Redis as long as it takes. */
const SERVING: RedisOptions = { maxRetriesPerRequest: null, connectTimeout: 2000 };

/** BullMQ on Redis or Valkey. */
export class RedisServer implements QueueServer {
  readonly mode = 'redis';

  constructor(
    private readonly url: string,
    private readonly queueName: string,
    private readonly lockMillis = LOCK_MILLIS,
  ) {}

  openRinging(): QueueEnd<Queue> {
    const life = { over: false };
    const redis = this.connect(RINGING, life);
    return endOf(new Queue(this.queueName, { connection: redis }), redis, life);
  }

  openServing(handler: RingHandler, concurrency: number): QueueEnd<Worker> {
    const life = { over: false };
    const redis = this.connect(SERVING, life);
    const worker = new Worker(this.queueName, (job) => handler(job.name as JobName, job.data), {
      connection: redis,
      concurrency,
      runRetryDelay: 1000,
      lockDuration: this.lockMillis,
      stalledInterval: this.lockMillis,
    });
    return endOf(worker, redis, life);
  }

  private connect(options: RedisOptions, life: Life): Redis {
    const retryStrategy = (times: number): number | null => (life.over ? null : Math.min(200 * times, 2000));
    // Known to the client and not to its types: after a cut it looks no longer than this whether the other side closes too.
    const cutting: { disconnectTimeout: number } = { disconnectTimeout: CUT_MILLIS };
    const redis = new Redis(this.url, { ...options, ...cutting, retryStrategy });
    redis.on('error', () => undefined);
    return redis;
  }
}

function endOf<E extends Queue | Worker>(end: E, redis: Redis, life: Life): QueueEnd<E> {
  return {
    end,
    isUp: () => redis.status === 'ready',
    check: () => refuseEviction(redis),
    cut: () => {
      life.over = true;
      void end.close(true).catch(() => undefined);
      redis.disconnect();
    },
  };
}

/** A Redis that evicts drops locks and jobs without a word, and the same job then runs twice at once. */
async function refuseEviction(redis: Redis): Promise<void> {
  const policy = /^maxmemory_policy:(\S+)/m.exec(await redis.info('memory'))?.[1];
  if (policy !== undefined && policy !== 'noeviction') {
    throw new QueueRefused(`Redis 的 maxmemory-policy 是 ${policy}，会丢弃任务，必须设为 noeviction (Redis evicts; set maxmemory-policy noeviction)`);
  }
}
