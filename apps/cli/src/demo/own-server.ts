import { randomBytes } from 'node:crypto';
import { asServerOwner, dropDatabase, withDatabase } from '@sanzhi/platform/database';
import { readConfig } from '@sanzhi/platform/config';
import { scriptOf } from '../house';

interface PostgresScript {
  startThrowAwayPostgres(): Promise<{ url: string; stop(): Promise<void> }>;
}

/** What asks the server, outside any database of ours. */
type ServerOwner = Parameters<Parameters<typeof asServerOwner>[1]>[0];

/** A database of its own on DATABASE_URL's server, else on a server that disappears with it; never the data folder. */
export async function withOwnDatabase<T>(stem: string, work: (ownerUrl: string) => Promise<T>): Promise<T> {
  const name = `${stem}_${randomBytes(4).toString('hex')}`;
  const { ownerUrl } = readConfig();
  if (ownerUrl) return onServer(ownerUrl, { stem, name }, work);
  const { startThrowAwayPostgres } = await scriptOf<PostgresScript>('embedded-postgres.mjs');
  const server = await startThrowAwayPostgres();
  try {
    return await work(withDatabase(server.url, name));
  } finally {
    await server.stop();
  }
}

/**
 * While the work lasts its name is locked on a session that ends with this process, however that ends: a database of the
 * stem whose name nobody holds was left by a process that was killed, and the next one drops it.
 */
function onServer<T>(serverUrl: string, { stem, name }: { stem: string; name: string }, work: (ownerUrl: string) => Promise<T>): Promise<T> {
  return asServerOwner(serverUrl, async (owner) => {
    await owner.query('select pg_advisory_lock(hashtextextended($1, 0))', [name]);
    await dropOrphans(owner, stem);
    try {
      return await work(withDatabase(serverUrl, name));
    } finally {
      await dropDatabase(owner, name);
    }
  });
}

async function dropOrphans(owner: ServerOwner, stem: string): Promise<void> {
  const found = await owner.query<{ name: string }>(
    `select datname as name from pg_database where datname ~ $1 and pg_get_userbyid(datdba) = current_user`,
    [`^${stem}_[0-9a-f]{8}$`],
  );
  for (const { name } of found.rows) {
    const { rows } = await owner.query('select pg_try_advisory_lock(hashtextextended($1, 0)) as free', [name]);
    if (rows[0].free) await dropDatabase(owner, name);
  }
}
