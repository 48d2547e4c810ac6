import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import pg from 'pg';
import type { FreshDatabase } from '@sanzhi/testing';
import { environmentOf } from '../office/processes';

const WORKER = path.resolve(__dirname, '../../apps/worker/src/main.ts');
const TYPESCRIPT = path.join(__dirname, 'typescript-hook.cjs');
const SHIFT_CLOCK = path.join(__dirname, 'shift-clock.cjs');

/** A worker in a process of its own, as it is started everywhere. */
export interface WorkerProcess {
  /** Everything it has said. */
  said(): string;
  /** SIGKILL, and the server notices: its transactions are gone when this returns. */
  kill(): Promise<void>;
  /** SIGTERM; rejects when it does not end by itself. */
  stop(): Promise<void>;
}

/** Starts one, on a machine whose clock may be wrong by some hours. */
export function startWorker(database: FreshDatabase, clockHours = 0): WorkerProcess {
  const common = { PATH: process.env.PATH, SANZHI_LOG_LEVEL: 'info', TEST_CLOCK_HOURS: String(clockHours) };
  const env = { ...common, ...environmentOf(database, 'sanzhi_worker') };
  const execArgv = [SHIFT_CLOCK, TYPESCRIPT].flatMap((file) => ['-r', file]);
  const child = fork(WORKER, { execArgv, env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => (said += part.toString()));
  return {
    said: () => said,
    kill: async () => {
      await end(child, 'SIGKILL');
      await endConnections(database);
    },
    stop: async () => {
      const code = await end(child, 'SIGTERM');
      if (code !== 0) throw new Error(`the worker ended with ${code}; it said:\n${said}`);
    },
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  const gone = once(child, 'exit');
  child.kill(signal);
  return ((await gone) as [number | null])[0];
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
