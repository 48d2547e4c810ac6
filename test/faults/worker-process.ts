import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import pg from 'pg';
import type { FreshDatabase } from '@sanzhi/testing';
import { until } from '../contract/queue-modes';
import { environmentOf } from '../office/processes';

const TYPESCRIPT = path.join(__dirname, 'typescript-hook.cjs');
const SHIFT_CLOCK = path.join(__dirname, 'shift-clock.cjs');
const ROLES = { api: 'sanzhi_api', worker: 'sanzhi_worker' } as const;
/** A process starts on a machine that does much else. */
const PATIENCE = 120_000;

/** An app in a process of its own, as it is started everywhere. */
export interface AppProcess {
  /** Everything it has said. */
  said(): string;
  /** Exit code, or the signal that ended it. */
  ended: Promise<number | string>;
  /** SIGKILL, and the server notices: its transactions are gone when this returns. */
  kill(): Promise<void>;
  /** SIGTERM; rejects when it does not end by itself. */
  stop(): Promise<void>;
}

/** What is different about a process from any other. */
export interface ProcessWishes {
  /** How wrong the clock of its machine is, in hours. */
  clockHours?: number;
  /** What the database's clock is followed by instead: `frozen`, or a step in ms a while after the start. */
  clock?: string;
  env?: Record<string, string>;
  /** Leads it to its database by another way. */
  road?(url: string): string;
}

/** An api process with its address. */
export interface ApiProcess extends AppProcess {
  address: string;
}

export const startWorker = (database: FreshDatabase, wishes: ProcessWishes = {}): AppProcess => startApp('worker', database, wishes);

/** Starts an api on a free port and waits until it listens; throws with what it said when it ends instead. */
export async function startApi(database: FreshDatabase, wishes: ProcessWishes = {}): Promise<ApiProcess> {
  const api = startApp('api', database, wishes);
  let over = false;
  void api.ended.then(() => (over = true));
  const address = (): string | undefined => /"address":"([^"]+)"/.exec(api.said())?.[1];
  await until(() => over || address() !== undefined, PATIENCE);
  if (over) throw new Error(`the api did not start; it said:\n${api.said()}`);
  return { ...api, address: address() as string };
}

function startApp(app: keyof typeof ROLES, database: FreshDatabase, { clockHours = 0, clock = '', env = {}, road = (url) => url }: ProcessWishes): AppProcess {
  const common = { PATH: process.env.PATH, NODE_ENV: 'test', SANZHI_LOG_LEVEL: 'info', TEST_CLOCK_HOURS: String(clockHours), TEST_CLOCK: clock };
  const roads = { ...database, url: (role: Parameters<FreshDatabase['url']>[0]) => (role === ROLES[app] ? road(database.url(role)) : database.url(role)) };
  const execArgv = [SHIFT_CLOCK, TYPESCRIPT].flatMap((file) => ['-r', file]);
  const main = path.resolve(__dirname, `../../apps/${app}/src/main.ts`);
  const child = fork(main, { execArgv, env: { ...common, ...environmentOf(roads, ROLES[app]), ...env }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => (said += part.toString()));
  const ended = once(child, 'exit').then(([code, signal]) => (signal ?? code) as number | string);
  return {
    said: () => said,
    ended,
    kill: async () => {
      await end(child, 'SIGKILL', ended);
      await endConnections(database, ROLES[app]);
    },
    stop: async () => {
      const code = await end(child, 'SIGTERM', ended);
      if (code !== 0) throw new Error(`the ${app} ended with ${code}; it said:\n${said}`);
    },
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals, ended: Promise<number | string>): Promise<number | string> {
  if (child.exitCode === null && child.signalCode === null) child.kill(signal);
  return ended;
}

/** What the server does when it notices that a client is gone; a role may end its own connections. */
export async function endConnections(database: FreshDatabase, role: 'sanzhi_worker' | 'sanzhi_api' = 'sanzhi_worker'): Promise<number> {
  const client = new pg.Client({ connectionString: database.url(role) });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where usename = current_user and datname = current_database() and pid <> pg_backend_pid()`,
    );
    return rowCount ?? 0;
  } finally {
    await client.end();
  }
}
