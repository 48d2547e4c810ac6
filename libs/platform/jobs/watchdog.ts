import { type BeforeApplicationShutdown, Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { JobQueue } from './job-queue';
import { pause } from './timers';

/** How often a worker is asked, and how long it may hear nothing. */
export interface WatchSettings {
  canaryMillis: number;
  silenceMillis: number;
  /** Ends the process, for its supervisor to start it again. */
  end(): void;
}

/** Token of the settings. */
export const WATCH_SETTINGS = 'sanzhi:watch-settings';

/** How often a canary flies on to find the worker that sent it; by then some worker has heard many of them. */
const MOST_HOPS = 8;
const HOP_MS = 200;

/**
 * Sends a canary through the queue at each interval. A worker that hears none of them, its own or another's, though the
 * queue takes them, is wedged and looks healthy: it ends, and its supervisor starts it anew. A queue that is away is no
 * fault of the worker, whose timers carry on.
 */
@Injectable()
export class Watchdog implements OnApplicationBootstrap, BeforeApplicationShutdown {
  /** Who sends the canaries of this process. */
  readonly worker = randomUUID();
  private readonly logger = new Logger('watchdog');
  private readonly stop = new AbortController();
  private watching?: Promise<void>;
  /** When the first canary since the last one heard was taken by the queue. */
  private unheardSince?: number;

  constructor(
    private readonly queue: JobQueue,
    @Inject(WATCH_SETTINGS) private readonly settings: WatchSettings,
  ) {}

  onApplicationBootstrap(): void {
    this.watching = this.watch();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stop.abort();
    await this.watching;
  }

  /** A canary came out of the queue here. */
  heard(): void {
    this.unheardSince = undefined;
  }

  /** Sends a canary on that another worker waits for. */
  async sendOn(worker: string, hops: number): Promise<void> {
    if (hops < MOST_HOPS) await this.queue.ring('canary', { worker, hops: String(hops + 1) }, { delayMs: HOP_MS });
  }

  private async watch(): Promise<void> {
    const { canaryMillis, silenceMillis, end } = this.settings;
    while (!this.stop.signal.aborted) {
      await pause(canaryMillis, this.stop.signal);
      if (this.stop.signal.aborted) return;
      // The queue may be opened anew under a worker that it forgot: only what it takes now is asked for.
      const taken = await this.queue.ring('canary', { worker: this.worker, hops: '0' });
      if (!taken) this.unheardSince = undefined;
      else this.unheardSince ??= performance.now();
      if (this.unheardSince === undefined || performance.now() - this.unheardSince < silenceMillis) continue;
      this.logger.fatal(`nothing heard from the queue for ${silenceMillis} ms though it takes rings: this worker ends to be started again`);
      return end();
    }
  }
}
