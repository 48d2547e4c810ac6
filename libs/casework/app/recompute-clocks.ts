import { Injectable } from '@nestjs/common';
import { shanghaiDay, type ClockRule } from '@sanzhi/kernel';
import { json, sql, UnitOfWork } from '@sanzhi/platform/ports';
import { clockOfPack } from '../rules/clock-of-pack';
import { datesOf, type KeptClock } from '../rules/clock-recompute';
import { Calendars } from './calendars';
import { LawBook } from './law-book';

const BATCH = 200;
const NO_ORGAN = { organ: '', readable: [], actor: 'system' };

/**
 * Recomputes provisional clocks that an older calendar computed, whoever loaded the newer one: a confirmed notice, or a
 * file. Each change is kept with what it was. Needs the worker's role; runs in any number of workers.
 */
@Injectable()
export class RecomputeClocks {
  constructor(
    private readonly units: UnitOfWork,
    private readonly law: LawBook,
    private readonly calendars: Calendars,
  ) {}

  /** How many clocks were recomputed. */
  async run(): Promise<number> {
    await this.calendars.refresh();
    let total = 0;
    for (let batch = BATCH; batch === BATCH; total += batch) batch = await this.batch();
    return total;
  }

  private batch(): Promise<number> {
    const book = this.law.calendars();
    const regions = Object.fromEntries(book.overlays.map(({ region }) => [region, book.of(region).revision]));
    return this.units.run(NO_ORGAN, async (unit) => {
      const [[{ stale: found, now }]] = await unit.load(sql`select iso_instant(sanzhi_now()) as now,
        casework.stale_clocks(${book.national.revision}, ${json(regions)}, ${BATCH}) as stale`);
      const stale = found as (KeptClock & { region: string })[];
      const moved = stale.map((clock) => datesOf(clock, this.ruleOf(clock, now as string), book.of(clock.region)));
      if (moved.length > 0) unit.write(sql`select casework.put_clock_dates(${json(moved)})`);
      return moved.length;
    });
  }

  /** The limit with what the organ's pack adds: internal terms move with the dates. */
  private ruleOf({ organ, region, rule }: KeptClock & { region: string }, now: string): ClockRule {
    return clockOfPack(this.law.clockRule(rule), this.law.parameters({ code: organ, name: '', region }, shanghaiDay(now)));
  }
}
