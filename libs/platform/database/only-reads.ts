import type { Pool } from 'pg';
import { UnsafeDatabaseRole } from './boot-check';

/** What every process may read: legal time, and which migrations were applied. */
const OF_EVERYBODY = ['platform.instance', 'platform.simulated_clock', 'platform.migration'];

/** Tables this role may do more with than it should, and definer functions that would do more for it. */
const TOO_MUCH = `
  select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    and case c.relkind when 'S' then has_sequence_privilege(c.oid, 'usage, select, update')
      else has_table_privilege(c.oid, 'insert, update, delete, truncate, references, trigger')
        or has_any_column_privilege(c.oid, 'insert, update, references')
        or (n.nspname <> $1 and format('%I.%I', n.nspname, c.relname) <> all ($2)
          and (has_table_privilege(c.oid, 'select') or has_any_column_privilege(c.oid, 'select'))) end
  union all
  select format('%I.%I()', n.nspname, p.proname) from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where p.prosecdef and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    and has_schema_privilege(n.oid, 'usage') and has_function_privilege(p.oid, 'execute')
  order by 1`;

/** A boot check: the role reads one schema and nothing else, and changes nothing anywhere. Throws UnsafeDatabaseRole. */
export function onlyReads(schema: string): (pool: Pool) => Promise<void> {
  return async (pool) => {
    const { rows } = await pool.query<{ name: string }>(TOO_MUCH, [schema, OF_EVERYBODY]);
    if (rows.length === 0) return;
    const who = await pool.query<{ role: string }>('select session_user::text as role');
    const names = rows.map((row) => row.name).join('、');
    throw new UnsafeDatabaseRole((who.rows[0] as { role: string }).role, [`除读取 ${schema} 外还可使用 ${names}`]);
  };
}
