import type { INestApplicationContext } from '@nestjs/common';
import { ClockSweep } from '@sanzhi/casework';
import { openDataSource, poolOf } from '@sanzhi/platform/database';
import { Relay } from '@sanzhi/platform/jobs';
import { AppError } from '@sanzhi/platform/ports';

/** How long rows that another relay of the same worker holds are waited for. */
const PATIENCE_MILLIS = 5000;

/** The simulated clock of a database, moved the way time would pass. */
export interface Timeline {
  /**
   * Goes from due instant to due instant: set, sweep and relay to rest, next. Returns the rungs fired.
   * Throws AppError when the clock is not simulated, or would go back.
   */
  moveTo(instant: string): Promise<number>;
  /** Lets everything that waits happen at the present instant. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the timeline over the owner's connection (only the owner may set the clock) and a worker's house. */
export async function openTimeline(ownerUrl: string, worker: INestApplicationContext): Promise<Timeline> {
  const owner = await openDataSource({ url: ownerUrl, poolSize: 1, applicationName: 'sanzhi-clock' });
  const [sweep, relay] = [worker.get(ClockSweep), worker.get(Relay)];
  /** A drain leaves nothing behind, so after it only a rung that fires can bring more. */
  const settle = async (): Promise<number> => {
    let fired = await sweep.sweep();
    for (let more = true; more; ) {
      const drained = await relay.drain({ patienceMs: PATIENCE_MILLIS });
      const swept = drained > 0 ? await sweep.sweep() : 0;
      fired += swept;
      more = swept > 0;
    }
    return fired;
  };
  const set = async (instant: string): Promise<void> => {
    const moved = await poolOf(owner).query(
      'update platform.simulated_clock set instant = $1 where instant <= $1 returning instant',
      [instant],
    );
    if (!moved.rowCount) throw new AppError(422, 'clock', '时钟不是模拟时钟，或者不能往回拨。');
  };
  return {
    settle: async () => void (await settle()),
    close: () => owner.destroy(),
    async moveTo(instant) {
      let fired = 0;
      for (;;) {
        const next = await sweep.nextDueAt();
        if (next === null || next > instant) break;
        const { rows } = await poolOf(owner).query('select iso_instant(sanzhi_now()) as now');
        if (next > rows[0].now) await set(next);
        fired += await settle();
      }
      await set(instant);
      return fired + (await settle());
    },
  };
}
