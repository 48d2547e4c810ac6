import { type BeforeApplicationShutdown, Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleInit, Optional } from '@nestjs/common';
import { isDatabaseAway } from '../database/database-away';
import { HealthChecks, type HealthFinding, ReservedUnitOfWork, sql } from '../ports';
import { pause } from './timers';

/** The clock of this machine beside that of the database, which alone decides; a step is a jump of this machine's own. */
export interface ClockSeen {
  /** Milliseconds by which this machine is ahead; less than nothing: behind. What the way of the answer explains is left out. */
  aheadMillis: number;
  /** Milliseconds by which it jumped since it was looked at before; less than nothing: back. */
  steppedMillis: number;
}

/** What is told of a clock: beyond a second its log lines mislead, and jobs in the queue come early or late. */
const MOST_MILLIS = 1000;

/** Token of how often the clock is looked at, in milliseconds. */
export const CLOCK_MILLIS = 'sanzhi:clock-millis';

/** Compares the clock of the machine with that of the database, and with its own steady one; says what is wrong, once. */
@Injectable()
export class ClockWatch implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('clock');
  private readonly stop = new AbortController();
  private watching?: Promise<void>;
  private seen: ClockSeen = { aheadMillis: 0, steppedMillis: 0 };
  private apart = Date.now() - performance.now();

  constructor(
    private readonly units: ReservedUnitOfWork,
    @Inject(CLOCK_MILLIS) private readonly everyMillis: number,
    @Optional() @Inject(HealthChecks) private readonly checks?: HealthChecks,
  ) {}

  onModuleInit(): void {
    this.checks?.add({ name: 'clock', title: '本机时钟', run: async () => clockFinding(this.seen) });
  }

  onApplicationBootstrap(): void {
    this.watching = this.watch();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stop.abort();
    await this.watching;
  }

  private async watch(): Promise<void> {
    while (!this.stop.signal.aborted) {
      this.tell(await this.look());
      await pause(this.everyMillis, this.stop.signal);
    }
  }

  private async look(): Promise<ClockSeen> {
    const steppedMillis = this.step();
    const [asked, from] = [Date.now(), performance.now()];
    try {
      const now = await this.units.run({ organ: '', readable: [], actor: 'system' }, async (unit) => {
        const [rows] = await unit.load(sql`select extract(epoch from clock_timestamp())::float8 * 1000 as millis`);
        return Number(rows[0].millis);
      });
      return { aheadMillis: ahead(asked - now, performance.now() - from), steppedMillis };
    } catch (cause) {
      if (!isDatabaseAway(cause)) this.logger.error(cause);
      return { aheadMillis: this.seen.aheadMillis, steppedMillis };
    }
  }

  /** A steady clock runs beside; what is between the two changes only when somebody sets this one. */
  private step(): number {
    const apart = Date.now() - performance.now();
    const stepped = apart - this.apart;
    this.apart = apart;
    return Math.round(stepped);
  }

  private tell(now: ClockSeen): void {
    const { aheadMillis, steppedMillis } = now;
    const before = clockFinding({ ...this.seen, steppedMillis: 0 }).state;
    const wrong = clockFinding({ ...now, steppedMillis: 0 }).state;
    this.seen = now;
    if (Math.abs(steppedMillis) > MOST_MILLIS) this.logger.error(`the clock of this machine was set by ${steppedMillis} ms`);
    if (wrong !== 'ok' && before === 'ok') this.logger.error(`the clock of this machine is ${aheadMillis} ms ahead of the database's`);
    if (wrong === 'ok' && before !== 'ok') this.logger.log("the clock of this machine agrees with the database's again");
  }
}

/** The answer was made at some moment of the way: only what lies outside is the clock's fault. */
function ahead(differs: number, wayMillis: number): number {
  const [least, most] = [differs, differs + wayMillis];
  if (least <= 0 && most >= 0) return 0;
  return Math.round(least > 0 ? least : most);
}

/** Legal time is the database's, so that a wrong clock here harms no term: it degrades and takes nothing down. */
export function clockFinding({ aheadMillis, steppedMillis }: ClockSeen): HealthFinding {
  const seconds = (millis: number): string => (Math.abs(millis) / 1000).toFixed(1);
  if (Math.abs(aheadMillis) > MOST_MILLIS) {
    return { state: 'degraded', detail: `本机时钟比数据库${aheadMillis > 0 ? '快' : '慢'} ${seconds(aheadMillis)} 秒，请校时；期限以数据库时间为准，不受影响` };
  }
  if (Math.abs(steppedMillis) > MOST_MILLIS) {
    return { state: 'warn', detail: `本机时钟刚被${steppedMillis > 0 ? '拨快' : '拨慢'} ${seconds(steppedMillis)} 秒` };
  }
  return { state: 'ok', detail: '与数据库时钟一致' };
}
