import { randomBytes } from 'node:crypto';
import { asServerOwner, withDatabase } from '@sanzhi/platform/database';
import { readConfig } from '@sanzhi/platform/config';
import { scriptOf } from '../house';

interface PostgresScript {
  startThrowAwayPostgres(): Promise<{ url: string; stop(): Promise<void> }>;
}

/** A database of its own on DATABASE_URL's server, else on a server that disappears with it; never the data folder. */
export async function withOwnDatabase<T>(stem: string, work: (ownerUrl: string) => Promise<T>): Promise<T> {
  const name = `${stem}_${randomBytes(4).toString('hex')}`;
  const { ownerUrl } = readConfig();
  if (ownerUrl) return onServer(ownerUrl, name, work);
  const { startThrowAwayPostgres } = await scriptOf<PostgresScript>('embedded-postgres.mjs');
  const server = await startThrowAwayPostgres();
  try {
    return await work(withDatabase(server.url, name));
  } finally {
    await server.stop();
  }
}

async function onServer<T>(serverUrl: string, name: string, work: (ownerUrl: string) => Promise<T>): Promise<T> {
  try {
    return await work(withDatabase(serverUrl, name));
  } finally {
    await asServerOwner(serverUrl, async (owner) => {
      for (const one of [name, `${name}_queue`]) await owner.query(`drop database if exists ${one} with (force)`);
    });
  }
}
