import { Inject, Injectable, type OnModuleInit, Optional } from '@nestjs/common';
import { type HealthCheck, HealthChecks, type HealthFinding } from '../ports';
import { Heartbeats } from './heartbeats';
import { JobQueue, type QueueState } from './job-queue';
import { Relay, type RelayLag } from './relay';

/** A hand-over is prompt; what waits longer than this is looked at. */
const LATE_SECONDS = 60;
/** Longer than a worker may be silent before it ends itself. */
const SILENT_SECONDS = 120;

/** Shows queue and hand-over in the health of the process, where it has one. */
@Injectable()
export class JobsHealth implements OnModuleInit {
  constructor(
    private readonly queue: JobQueue,
    private readonly relay: Relay,
    private readonly heartbeats: Heartbeats,
    @Optional() @Inject(HealthChecks) private readonly checks?: HealthChecks,
  ) {}

  onModuleInit(): void {
    const all: HealthCheck[] = [
      { name: 'queue', title: '消息队列', run: async () => queueFinding(this.queue.state()) },
      { name: 'outbox', title: '后台移交', run: async () => outboxFinding(await this.relay.lag()) },
      { name: 'worker', title: '后台处理程序', run: async () => workerFinding(await this.heartbeats.silence()) },
    ];
    for (const check of all) this.checks?.add(check);
  }
}

/** A queue that is away costs promptness only. */
export function queueFinding({ mode, up }: QueueState): HealthFinding {
  if (mode === 'none') return { state: 'ok', detail: '未使用队列，由定时扫描处理' };
  const name = mode === 'redis' ? 'Redis' : 'PostgreSQL';
  if (up) return { state: 'ok', detail: `${name} 队列可用` };
  return { state: 'degraded', detail: `${name} 队列暂不可用，由定时扫描代为处理，只会稍慢` };
}

/** Workers say every half minute that they hear the queue; nobody serves terms while none does. */
export function workerFinding(silentSeconds: number | null): HealthFinding {
  if (silentSeconds === null) return { state: 'warn', detail: '尚无后台处理程序报到' };
  if (silentSeconds <= SILENT_SECONDS) return { state: 'ok', detail: `最近报到在 ${Math.round(silentSeconds)} 秒前` };
  return { state: 'degraded', detail: `后台处理程序已 ${Math.round(silentSeconds)} 秒未报到，期限和公示可能无人处理` };
}

/** What waits too long, fails again and again, or has nobody to take it. */
export function outboxFinding({ topics, unknown }: RelayLag): HealthFinding {
  if (unknown.length) return { state: 'degraded', detail: `以下移交事项没有处理程序：${unknown.join('、')}` };
  const late = topics.filter(({ failing, oldestSeconds }) => failing > 0 || oldestSeconds > LATE_SECONDS);
  const waiting = topics.reduce((sum, topic) => sum + topic.waiting, 0);
  if (late.length === 0) return { state: 'ok', detail: `待移交 ${waiting} 项` };
  const lines = late.map(({ topic, waiting: rows, failing, oldestSeconds }) =>
    `${topic}：待移交 ${rows} 项，其中失败 ${failing} 项，最早已等 ${Math.round(oldestSeconds)} 秒`);
  return { state: 'warn', detail: lines.join('；') };
}
