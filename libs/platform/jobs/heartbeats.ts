import { Injectable } from '@nestjs/common';
import { ReservedUnitOfWork, sql, type UnitContext } from '../ports';

const NO_ORGAN: UnitContext = { organ: '', readable: [], actor: 'system' };

/** Rows by which workers say that they hear the queue. Over reserved connections: no crowd silences them. */
@Injectable()
export class Heartbeats {
  constructor(private readonly units: ReservedUnitOfWork) {}

  /** This worker has just heard; rows of workers that ended more than a day ago go. */
  beat(worker: string): Promise<void> {
    return this.units.run(NO_ORGAN, async (unit) => {
      unit.write(
        sql`insert into platform.heartbeat as h (worker, started_at, heard_at) values (${worker}, clock_timestamp(), clock_timestamp())
          on conflict (worker) do update set heard_at = clock_timestamp()`,
        sql`delete from platform.heartbeat where heard_at < clock_timestamp() - interval '1 day'`,
      );
    });
  }

  /** Seconds since any worker heard; null when none has within a day. */
  silence(): Promise<number | null> {
    return this.units.run(NO_ORGAN, async (unit) => {
      const [rows] = await unit.load(sql`select extract(epoch from clock_timestamp() - max(heard_at))::float8 as seconds from platform.heartbeat`);
      return rows[0].seconds as number | null;
    });
  }
}
