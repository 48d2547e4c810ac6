import { sql, UnitOfWork } from '../ports';
import { type Job, type JobPayload, OnJob } from './job';

const BATCH_ROWS = 10_000;

/** Removes what the second net need not remember: keys of more than 90 days ago. */
@OnJob({ name: 'inbox-purge', everySeconds: 3600 })
export class InboxPurgeJob implements Job {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async run(_payload: JobPayload, stop: AbortSignal): Promise<void> {
    while (!stop.aborted && (await this.purge()) === BATCH_ROWS);
  }

  private purge(): Promise<number> {
    return this.unitOfWork.run({ organ: '', readable: [], actor: 'system' }, async (unit) => {
      const [rows] = await unit.load(sql`
        with old as (select ctid from platform.inbox where done_at < clock_timestamp() - interval '90 days'
          limit ${BATCH_ROWS}),
        gone as (delete from platform.inbox where ctid = any (array(select ctid from old)) returning 1)
        select count(*)::int as gone from gone`);
      return Number(rows[0].gone);
    });
  }
}
