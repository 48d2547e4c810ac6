import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '@sanzhi/platform/config';

/** The owner's way to a server, for as long as it is needed. */
export interface OwnerServer {
  /** URL of the owner; the database it names need not exist yet. */
  ownerUrl: string;
  /** Gives the server back: one that was started for this process ends. */
  close(): Promise<void>;
}

/** What decides where the database is: `DATABASE_URL` and `SANZHI_DATA`. */
export interface OwnerServerChoice {
  ownerUrl?: string;
  dataFolder: string;
}

/**
 * The server that a command works on: the one of `DATABASE_URL`, else the running embedded one of the data folder,
 * else that one started until `close`.
 * @throws Error with a Chinese text when this machine cannot run it, or a launcher runs there on an external database
 */
export async function openOwnerServer({ ownerUrl, dataFolder }: OwnerServerChoice): Promise<OwnerServer> {
  if (ownerUrl) return { ownerUrl, close: async () => undefined };
  const home = await script<{ openServer(home: string): Promise<OwnerServer> }>('home.mjs');
  return home.openServer(path.resolve(projectRoot(), dataFolder));
}

/** A server of its own that leaves nothing behind, not even when this process is killed; not safe against power loss. */
export async function startThrowAwayServer(): Promise<OwnerServer> {
  const embedded = await script<{ startThrowAwayPostgres(): Promise<{ url: string; stop(): Promise<void> }> }>('embedded-postgres.mjs');
  const { url, stop } = await embedded.startThrowAwayPostgres();
  return { ownerUrl: url, close: stop };
}

/** The scripts work before anything is built, so they are not part of it and are found from the project root. */
function script<Exports>(file: string): Promise<Exports> {
  return import(pathToFileURL(path.join(projectRoot(), 'scripts', file)).href) as Promise<Exports>;
}
