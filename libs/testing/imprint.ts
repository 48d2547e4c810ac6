import type pg from 'pg';

/** Content of every table by name: rows and digest. Two that are equal: nothing was added, lost or changed between. */
export type Imprint = Record<string, string>;

/** Reading writes these, a worker says that it lives, and reading and refusal add their rows to the audit: they say nothing of what was saved. */
const BESIDE = ['identity.session', 'platform.heartbeat', 'platform.reading', 'platform.refusal', 'casework.rule_fired', 'platform.inbox'];

/** Takes the imprint of a database, as its owner. */
export async function imprintOf(owner: pg.Pool): Promise<Imprint> {
  const { rows } = await owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
  );
  const names = rows.map(({ name }) => name).filter((name) => !BESIDE.includes(name));
  const parts = names.map((name) => `select '${name}' as name, count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as content from ${name} t`);
  const contents = await owner.query<{ name: string; content: string }>(parts.join(' union all '));
  return Object.fromEntries(contents.rows.map(({ name, content }) => [name, content]));
}
