import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { until } from '../contract/queue-modes';

/** A Redis of the test's own that can go away and come back on the same port; needs `redis-server` on the PATH. */
export interface OwnRedis {
  url: string;
  start(...settings: string[]): Promise<void>;
  /** Ends it by SIGKILL: what it held is gone. */
  kill(): Promise<void>;
  /** Sends one command. */
  send(command: string): Promise<void>;
  close(): Promise<void>;
}

/** Whether this machine has one to start; the full tier installs it. */
export const hasRedis = (): boolean => spawnSync('redis-server', ['--version'], { stdio: 'ignore' }).status === 0;

export async function ownRedis(): Promise<OwnRedis> {
  const port = await freePort();
  const folder = mkdtempSync(path.join(tmpdir(), 'sanzhi-redis-'));
  let server: ChildProcess | undefined;
  const kill = async (): Promise<void> => {
    if (!server) return;
    const gone = once(server, 'exit');
    server.kill('SIGKILL');
    await gone;
    server = undefined;
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    start: async (...settings) => {
      server = spawn('redis-server', ['--port', String(port), '--save', '', '--dir', folder, ...settings], { stdio: 'ignore' });
      await until(() => answers(port));
    },
    kill,
    send: (command) => sendLine(port, command),
    close: async () => {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const probe = net.createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as net.AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

async function answers(port: number): Promise<boolean> {
  try {
    await sendLine(port, 'PING');
    return true;
  } catch {
    return false;
  }
}

async function sendLine(port: number, command: string): Promise<void> {
  const socket = net.connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    socket.write(`${command}\r\n`);
    const [reply] = await once(socket, 'data');
    if (!String(reply).startsWith('+')) throw new Error(String(reply));
  } finally {
    socket.destroy();
  }
}
