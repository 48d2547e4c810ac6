import { createHash, randomUUID } from 'node:crypto';
import path from 'node:path';
import pg from 'pg';
import {
  type Birth, type LoginRole, type Migration,
  asServerOwner, databaseOf, ensureQueueDatabase, migrateTo, openCaseDatabase, provision, queueDatabaseOf, readMigrations, roleUrl, withDatabase,
} from '@sanzhi/platform/database';

/** A database of its own for one test file. */
export interface FreshDatabase {
  /** URL of the owner, who bypasses row-level security where it is a superuser. */
  ownerUrl: string;
  /** URL of a process's role; `sanzhi_queue` only for a database asked for with its queue. */
  url(role: LoginRole): string;
  /** Removes the database, ending whatever still uses it. */
  drop(): Promise<void>;
}

/** What a test asks for; by default the real clock, no queue database and all migrations. */
export interface FreshDatabaseWishes {
  clock?: Birth['clock'];
  queue?: boolean;
  migrations?: Migration[];
}

/** Guards the template: exclusively while it is made or dropped, shared while it is copied. */
const ADVISORY_LOCK = 7_302_603;

const INSUFFICIENT_PRIVILEGE = '42501';

/** On a server that outlives the run, templates of earlier migrations go when this many newer ones are there. */
const TEMPLATES_KEPT = 4;

const projectRoot = path.resolve(__dirname, '..', '..');

/**
 * Makes a migrated database with a name of its own, by copying a template that is made once for each set of migrations.
 * The server is the one that Jest's global setup found or started.
 */
export async function freshDatabase(wishes: FreshDatabaseWishes = {}): Promise<FreshDatabase> {
  const serverUrl = testServerUrl();
  const birth: Birth = { clock: wishes.clock ?? 'real' };
  const name = `sanzhi_test_${randomUUID().replaceAll('-', '').slice(0, 16)}`;
  const ownerUrl = withDatabase(serverUrl, name);
  const migrations = wishes.migrations ?? readMigrations(projectRoot);
  await asServerOwner(serverUrl, async (owner) => {
    await copyTemplate(owner, await ensureTemplate(owner, { serverUrl, migrations, birth }), name);
    await openCaseDatabase(owner, name);
    if (wishes.queue) await ensureQueueDatabase(owner, ownerUrl);
  });
  return { ownerUrl, url: (role) => roleUrl(ownerUrl, role), drop: () => dropDatabases(ownerUrl) };
}

function testServerUrl(): string {
  const url = process.env.SANZHI_TEST_OWNER_URL;
  if (!url) throw new Error('SANZHI_TEST_OWNER_URL is unset: run the tests with Jest and its global setup');
  return url;
}

interface TemplateRecipe {
  serverUrl: string;
  migrations: Migration[];
  birth: Birth;
}

/** Returns the template's name and leaves the shared lock held, so that nobody drops it before it is copied. */
async function ensureTemplate(owner: pg.Client, recipe: TemplateRecipe): Promise<string> {
  const content = recipe.migrations.map(({ name, text }) => `${name}\0${text}\0`).join('');
  const name = `sanzhi_template_${createHash('sha256').update(`${recipe.birth.clock}\0${content}`).digest('hex').slice(0, 16)}`;
  await owner.query('select pg_advisory_lock_shared($1)', [ADVISORY_LOCK]);
  if (await exists(owner, name)) return name;
  await owner.query('select pg_advisory_unlock_shared($1)', [ADVISORY_LOCK]);
  await owner.query('select pg_advisory_lock($1)', [ADVISORY_LOCK]);
  if (!(await exists(owner, name))) await makeTemplate(owner, recipe, name);
  return name;
}

/** Made under another name and renamed when it is whole: a run cut short leaves nothing that looks finished. */
async function makeTemplate(owner: pg.Client, recipe: TemplateRecipe, name: string): Promise<void> {
  const unfinished = `${name}_new`;
  const unfinishedUrl = withDatabase(recipe.serverUrl, unfinished);
  const older = await owner.query<{ datname: string }>(
    `select datname from pg_database where datname ~ '^sanzhi_template_[0-9a-f]{16}$' order by oid desc offset ${TEMPLATES_KEPT - 1}`,
  );
  await drop(owner, [unfinished, `${unfinished}_queue`, ...older.rows.map((row) => row.datname)]);
  await provision(unfinishedUrl);
  await migrateTo(unfinishedUrl, recipe.migrations, recipe.birth);
  await drop(owner, [`${unfinished}_queue`]);
  await owner.query(`alter database ${unfinished} rename to ${name}`);
}

async function copyTemplate(owner: pg.Client, template: string, name: string): Promise<void> {
  await owner.query(`create database ${name} template ${template}`);
  await owner.query('select pg_advisory_unlock_all()');
}

async function exists(owner: pg.Client, name: string): Promise<boolean> {
  return (await owner.query('select 1 from pg_database where datname = $1', [name])).rowCount === 1;
}

async function drop(owner: pg.Client, names: string[]): Promise<void> {
  for (const name of names) {
    const statement = `drop database if exists ${pg.escapeIdentifier(name)} with (force)`;
    await owner.query(statement).catch(async (cause: { code?: string }) => {
      if (cause.code !== INSUFFICIENT_PRIVILEGE) throw cause;
      // An owner that is no superuser may end connections of other roles once it has taken that right.
      await owner.query('grant pg_signal_backend to current_user');
      await owner.query(statement);
    });
  }
}

function dropDatabases(ownerUrl: string): Promise<void> {
  return asServerOwner(withDatabase(ownerUrl, 'postgres'), (owner) => drop(owner, [databaseOf(ownerUrl), queueDatabaseOf(ownerUrl)]));
}
