import pg from 'pg';
import type { Office } from '../office/office';

const KEY = 7_302_999;

/** A place in the database where whoever comes by stands still until it is let go. */
export interface StoppingPoint {
  /** How many stand there. */
  waiting(): Promise<number>;
  /** Everybody goes on, and nobody stops there any more. */
  remove(): Promise<void>;
}

/** Puts one on a table: `when` as in `before delete` or `after insert`. Made by the owner, with a trigger and a lock. */
export async function stopAt(office: Office, when: string, table: string): Promise<StoppingPoint> {
  const holder = new pg.Client({ connectionString: office.database.ownerUrl });
  await holder.connect();
  await holder.query('select pg_advisory_lock($1)', [KEY]);
  await holder.query(`
    create or replace function public.stand_still() returns trigger language plpgsql as $$
    begin perform pg_advisory_xact_lock_shared(${KEY}); return coalesce(new, old); end $$;
    create trigger stand_still ${when} on ${table} for each row execute function public.stand_still()`);
  return {
    waiting: async () => {
      const { rows } = await holder.query(`select count(*)::int as here from pg_locks where locktype = 'advisory' and objid = ${KEY} and not granted`);
      return (rows[0] as { here: number }).here;
    },
    remove: async () => {
      // Dropping waits for who stands there, so they are let go first.
      await holder.query('select pg_advisory_unlock($1)', [KEY]);
      await holder.query(`drop trigger stand_still on ${table}`);
      await holder.end();
    },
  };
}
