import { Queue, Worker } from 'bullmq';
import Redis, { type RedisOptions } from 'ioredis';
import type { QueueEnd, QueueServer } from './bullmq-queue';
import { QueueRefused, type RingHandler } from './job-queue';
import type { JobName } from './job-names';

const retryStrategy = (times: number): number => Math.min(200 * times, 2000);

/** Ringing fails at once while Redis is away: without this BullMQ would keep a request waiting. */
const RINGING: RedisOptions = { enableOfflineQueue: false, maxRetriesPerRequest: 1, connectTimeout: 2000, commandTimeout: 2000, retryStrategy };
/** Serving waits for Redis as long as it takes. */
const SERVING: RedisOptions = { maxRetriesPerRequest: null, connectTimeout: 2000, retryStrategy };

/** BullMQ on Redis or Valkey. */
export class RedisServer implements QueueServer {
  readonly mode = 'redis';

  constructor(
    private readonly url: string,
    private readonly queueName: string,
  ) {}

  openRinging(): QueueEnd<Queue> {
    const redis = this.connect(RINGING);
    return endOf(new Queue(this.queueName, { connection: redis }), redis);
  }

  openServing(handler: RingHandler, concurrency: number): QueueEnd<Worker> {
    const redis = this.connect(SERVING);
    const worker = new Worker(this.queueName, (job) => handler(job.name as JobName, job.data), {
      connection: redis,
      concurrency,
      runRetryDelay: 1000,
    });
    return endOf(worker, redis);
  }

  private connect(options: RedisOptions): Redis {
    const redis = new Redis(this.url, options);
    redis.on('error', () => undefined);
    return redis;
  }
}

function endOf<E extends Queue | Worker>(end: E, redis: Redis): QueueEnd<E> {
  return {
    end,
    isUp: () => redis.status === 'ready',
    check: () => refuseEviction(redis),
    cut: () => {
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
