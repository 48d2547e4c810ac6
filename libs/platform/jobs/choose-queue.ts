import { EnvironmentError } from '../config/read-config';
import type { SanzhiConfig } from '../config/sanzhi-config';
import { BullmqQueue } from './bullmq-queue';
import type { JobQueue } from './job-queue';
import { PostgresServer } from './postgres-server';
import { RedisServer } from './redis-server';
import { TimerQueue } from './timer-queue';

/** Name of the queue on its server. */
const QUEUE_NAME = 'sanzhi';

/** What decides which queue a process uses. */
export type QueueSettings = Pick<SanzhiConfig, 'queue' | 'redisUrl' | 'queueDatabaseUrl'> &
  Partial<Pick<SanzhiConfig, 'canaryMillis' | 'silenceMillis'>> & {
    /** For how long the queue lends a job before it gives it to another worker, in milliseconds; default 30 s. */
    lockMillis?: number;
  };

/**
 * The queue of a process, not yet open: none where that is asked for, Redis where it is given, else PostgreSQL.
 * Throws EnvironmentError when there is neither: a process that silently ran without its queue would only be slow.
 */
export function chooseQueue(settings: QueueSettings, queueName = QUEUE_NAME): JobQueue {
  if (settings.queue === 'none') return new TimerQueue();
  if (settings.redisUrl) return new BullmqQueue(new RedisServer(settings.redisUrl, queueName, settings.lockMillis));
  if (settings.queueDatabaseUrl) return new BullmqQueue(new PostgresServer(settings.queueDatabaseUrl, queueName, settings.lockMillis));
  throw new EnvironmentError(['SANZHI_QUEUE_DATABASE_URL: 必须设置，或设置 REDIS_URL，或 SANZHI_QUEUE=none (set one of the three)']);
}
