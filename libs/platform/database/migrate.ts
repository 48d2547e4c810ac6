import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';

/** One reviewed SQL file; `name` is `NNNN-what.sql`, ordered over all libs. */
export interface Migration {
  name: string;
  text: string;
}

/** How a new database is born; the flag cannot change later. */
export interface Birth {
  clock: 'real' | 'simulated';
}

const ADVISORY_LOCK = 7_302_601;

/** All migrations of platform and features under the project root, in order. */
export function readMigrations(root: string): Migration[] {
  const libs = path.join(root, 'libs');
  const folders = readdirSync(libs).flatMap((lib) => [
    path.join(libs, lib, 'adapters', 'db', 'migrations'),
    path.join(libs, lib, 'database', 'migrations'),
  ]);
  const files = folders.flatMap((folder) => sqlFilesOf(folder).map((name) => path.join(folder, name)));
  const found = files.map((file) => ({ name: path.basename(file), text: readFileSync(file, 'utf8') }));
  return found.sort((one, other) => (one.name < other.name ? -1 : 1));
}

function sqlFilesOf(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.sql'));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw cause;
  }
}

/**
 * Brings a database to the newest schema as its owner; two at once are safe. Returns the names that were applied.
 * Each file is one transaction; forward only.
 */
export async function migrateTo(ownerUrl: string, migrations: Migration[], birth: Birth): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'sanzhi-migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [ADVISORY_LOCK]);
    await client.query(`create schema if not exists platform;
      create table if not exists platform.migration (name text primary key, applied_at timestamptz not null default clock_timestamp())`);
    const applied: string[] = [];
    for (const migration of migrations) if (await apply(client, migration, birth)) applied.push(migration.name);
    return applied;
  } finally {
    await client.end();
  }
}

async function apply(client: pg.Client, migration: Migration, birth: Birth): Promise<boolean> {
  const done = await client.query('select 1 from platform.migration where name = $1', [migration.name]);
  if (done.rowCount) return false;
  await client.query('begin');
  try {
    await client.query(`set local sanzhi.birth_clock = '${birth.clock}'`);
    await client.query(migration.text);
    await client.query('insert into platform.migration (name) values ($1)', [migration.name]);
    await client.query('commit');
    return true;
  } catch (cause) {
    await client.query('rollback');
    throw new Error(`migration ${migration.name}: ${(cause as Error).message}`, { cause });
  }
}
