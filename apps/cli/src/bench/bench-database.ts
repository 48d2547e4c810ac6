import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readConfig } from '@sanzhi/platform/config';
import { asServerOwner, dropDatabase, withDatabase } from '@sanzhi/platform/database';
import { prepare, scriptOf } from '../house';

interface PostgresScript {
  startPostgres(options: { dataDir: string; durable: boolean; removeOnExit: string }): Promise<{ url: string; stop(): Promise<void> }>;
}

/** A prepared database on a server that keeps its promises (fsync on), gone afterwards. */
export async function withBenchDatabase<T>(work: (ownerUrl: string) => Promise<T>): Promise<T> {
  const name = `sanzhi_bench_${randomBytes(4).toString('hex')}`;
  const { ownerUrl: given } = readConfig();
  const server = given ? null : await ownServer();
  const serverUrl = given ?? server!.url;
  const ownerUrl = withDatabase(serverUrl, name);
  try {
    await prepare(ownerUrl, { clock: 'real' });
    return await work(ownerUrl);
  } finally {
    if (server) await server.stop();
    else await asServerOwner(serverUrl, (owner) => dropDatabase(owner, name));
  }
}

async function ownServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const home = mkdtempSync(path.join(tmpdir(), 'sanzhi-bench-'));
  const { startPostgres } = await scriptOf<PostgresScript>('embedded-postgres.mjs');
  return startPostgres({ dataDir: path.join(home, 'pg'), durable: true, removeOnExit: home });
}
