import { Injectable } from '@nestjs/common';
import { failpoint } from '@sanzhi/platform/failpoints';
import { ReservedUnitOfWork, sql } from '@sanzhi/platform/ports';
import { ClockSweep } from '../../app/sweep-clocks';

const BATCH = 500;
const NO_ORGAN = { organ: '', readable: [], actor: 'system' };

/** The sweep in SQL: bounded index scans, `skip locked`, one transaction per batch. Needs the worker's role; goes over
 * connections of its own, so that it works while everything else waits. */
@Injectable()
export class PgClockSweep extends ClockSweep {
  constructor(private readonly units: ReservedUnitOfWork) {
    super();
  }

  async sweep(): Promise<number> {
    let fired = 0;
    for (let batch = BATCH; batch > 0; ) {
      batch = await this.units.run(NO_ORGAN, async (unit) => {
        const [rows] = await unit.load(sql`select casework.sweep(${BATCH}) as fired`);
        await failpoint('after-outbox-insert');
        return rows[0].fired as number;
      });
      fired += batch;
    }
    return fired;
  }

  async soon(): Promise<{ key: string; delayMs: number }[]> {
    return this.units.run(NO_ORGAN, async (unit) => {
      const [rows] = await unit.load(sql`select extract(epoch from minute)::bigint::text as key,
          greatest(0, extract(epoch from minute - sanzhi_now()) * 1000)::int as "delayMs"
        from (select distinct date_trunc('minute', next_rung_at) + interval '1 minute' as minute from casework.clock
          where state = 'running' and next_rung_at < sanzhi_now() + interval '23 hours'
            and not (select simulated from platform.instance)
          order by minute limit 1380) as due`);
      return rows as { key: string; delayMs: number }[];
    });
  }

  async nextDueAt(): Promise<string | null> {
    return this.units.run(NO_ORGAN, async (unit) => {
      const [rows] = await unit.load(sql`select iso_instant(min(next_rung_at)) as at from casework.clock
        where state = 'running' and next_rung_at is not null`);
      return rows[0].at as string | null;
    });
  }
}
