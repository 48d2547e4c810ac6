import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { KEEPER_ROLE, LOGIN_ROLES, type LoginRole, databaseOf, queueDatabaseOf, rolePassword, withDatabase } from './role-url';

/** Held in the database `postgres` while roles change: roles belong to the whole server, advisory locks to one database. */
const ADVISORY_LOCK = 7_302_602;

const NO_PRIVILEGES = 'nosuperuser nobypassrls nocreatedb nocreaterole noreplication';

/** Who may connect to a database, and who may also make schemas in it. */
interface Doors {
  connect: readonly LoginRole[];
  create?: LoginRole;
}

const CASE_DOORS: Doors = { connect: ['sanzhi_api', 'sanzhi_worker', 'sanzhi_portal'] };
const QUEUE_DOORS: Doors = { connect: ['sanzhi_queue'], create: 'sanzhi_queue' };

/**
 * Makes the roles, the database of the URL and its queue database, each only where it is missing; may run any number of
 * times and at the same time. The owner is a superuser, or has CREATEROLE and CREATEDB.
 * @throws Error when a role of ours was given privileges, or belongs to another owner
 */
export function provision(ownerUrl: string): Promise<void> {
  return asServerOwner(ownerUrl, async (owner) => {
    await owner.query('select pg_advisory_lock($1)', [ADVISORY_LOCK]);
    await ensureRoles(owner, ownerUrl);
    await ensureDatabase(owner, databaseOf(ownerUrl));
    await openDoors(owner, databaseOf(ownerUrl), CASE_DOORS);
    await ensureQueueDatabase(owner, ownerUrl);
  });
}

/**
 * Runs work as the owner outside any database of ours. Where the owner may not enter `postgres`, its own database serves.
 */
export async function asServerOwner<T>(ownerUrl: string, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = (await tryConnect(withDatabase(ownerUrl, 'postgres'))) ?? (await connect(ownerUrl));
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString, application_name: 'sanzhi-provision', connectionTimeoutMillis: 10_000 });
  await client.connect();
  return client;
}

const NO_SUCH_DATABASE = '3D000';
const NOT_ALLOWED = '42501';

async function tryConnect(url: string): Promise<pg.Client | undefined> {
  try {
    return await connect(url);
  } catch (cause) {
    if ([NO_SUCH_DATABASE, NOT_ALLOWED].includes((cause as pg.DatabaseError).code ?? '')) return undefined;
    throw cause;
  }
}

async function ensureRoles(owner: pg.Client, ownerUrl: string): Promise<void> {
  try {
    for (const role of LOGIN_ROLES) await ensureLogin(owner, role, rolePassword(ownerUrl, role));
    await ensureKeeper(owner);
  } catch (cause) {
    if ((cause as pg.DatabaseError).code !== NOT_ALLOWED) throw cause;
    throw new Error('DATABASE_URL 的用户须为超级用户，或具有 CREATEROLE 和 CREATEDB 权限且是 sanzhi_* 各角色的创建者。', { cause });
  }
}

async function ensureLogin(owner: pg.Client, role: LoginRole, password: string): Promise<void> {
  const verb = (await isThere(owner, role)) ? 'alter' : 'create';
  const attributes = verb === 'create' ? `login ${NO_PRIVILEGES}` : 'login';
  await owner.query(`${verb} role ${role} with ${attributes} password '${scramVerifier(password)}'`);
}

async function ensureKeeper(owner: pg.Client): Promise<void> {
  if (!(await isThere(owner, KEEPER_ROLE))) await owner.query(`create role ${KEEPER_ROLE} with nologin ${NO_PRIVILEGES}`);
  await owner.query(`grant ${KEEPER_ROLE} to current_user`);
}

/** A role that somebody made mighty would read past row-level security: nothing starts on it. */
async function isThere(owner: pg.Client, role: string): Promise<boolean> {
  const found = await owner.query<{ mighty: boolean }>(
    'select rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication as mighty from pg_roles where rolname = $1',
    [role],
  );
  if (found.rows[0]?.mighty) throw new Error(`数据库角色 ${role} 带有特权，请先执行：alter role ${role} ${NO_PRIVILEGES}`);
  return found.rowCount === 1;
}

/**
 * The same words on every server, so that text sorts alike: by code point. The character classes are those of UTF-8,
 * since under LC_CTYPE C pg_trgm finds no trigram in Chinese.
 */
const LOCALE = `template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8'`;

async function ensureDatabase(owner: pg.Client, name: string): Promise<void> {
  const found = await owner.query('select 1 from pg_database where datname = $1', [name]);
  if (!found.rowCount) await owner.query(`create database ${pg.escapeIdentifier(name)} ${LOCALE}`);
}

/** Closes a database to everybody but the roles named. A copy of a database has lost this and needs it again. */
async function openDoors(owner: pg.Client, name: string, doors: Doors): Promise<void> {
  const database = pg.escapeIdentifier(name);
  await owner.query(`revoke all on database ${database} from public`);
  await owner.query(`grant connect on database ${database} to ${doors.connect.join(', ')}`);
  if (doors.create) await owner.query(`grant create, temporary on database ${database} to ${doors.create}`);
}

/** Opens a database that was copied from a provisioned one to the roles that work on cases. */
export function openCaseDatabase(owner: pg.Client, name: string): Promise<void> {
  return openDoors(owner, name, CASE_DOORS);
}

/** Makes the queue's database beside the one of the URL; the roles must be there. */
export async function ensureQueueDatabase(owner: pg.Client, ownerUrl: string): Promise<void> {
  await ensureDatabase(owner, queueDatabaseOf(ownerUrl));
  await openDoors(owner, queueDatabaseOf(ownerUrl), QUEUE_DOORS);
}

const LEAVING_MILLIS = 100;
const MOST_LOOKS = 50;

/**
 * Drops a database and its queue's, ending what still uses them. An owner that is no superuser may not end the connections
 * of our roles: those that are just closing are waited for, up to five seconds.
 */
export async function dropDatabase(owner: pg.Client, name: string): Promise<void> {
  for (const one of [name, `${name}_queue`]) {
    for (let look = 1; !(await isDropped(owner, one, look === MOST_LOOKS)); look++) await sleep(LEAVING_MILLIS);
  }
}

async function isDropped(owner: pg.Client, name: string, last: boolean): Promise<boolean> {
  try {
    await owner.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
    return true;
  } catch (cause) {
    if (last || (cause as pg.DatabaseError).code !== NOT_ALLOWED) throw cause;
    return false;
  }
}

const SCRAM_ITERATIONS = 4096;

/** RFC 5803: what the server stores, so that the password itself never stands in its statement log. */
function scramVerifier(password: string): string {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, SCRAM_ITERATIONS, 32, 'sha256');
  const sign = (what: string): Buffer => createHmac('sha256', salted).update(what).digest();
  const storedKey = createHash('sha256').update(sign('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${SCRAM_ITERATIONS}:${salt.toString('base64')}$${storedKey}:${sign('Server Key').toString('base64')}`;
}
