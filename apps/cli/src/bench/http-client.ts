import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Agent, request, type IncomingHttpHeaders } from 'node:http';
import path from 'node:path';
import { projectRoot } from '@sanzhi/platform/config';
import { scriptOf } from '../house';

const READY_MILLIS = 30_000;
const LOOK_AGAIN_MILLIS = 50;

/** An answer of the api. */
interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** The clients of a bench, over connections that stay open. */
export interface ApiClient {
  post(where: string, body: object, headers?: Record<string, string>): Promise<Answer>;
  /** Opens a session; its cookie. */
  signIn(shown: { login: string; password: string }): Promise<string>;
  /** Resident memory of the api process now. */
  residentMegabytes(): number;
}

/** Starts the built api as a process of its own, without a queue, as long as `work` runs. */
export async function withApi<T>(databaseUrl: string, clients: number, work: (api: ApiClient) => Promise<T>): Promise<T> {
  const { freePort } = await scriptOf<{ freePort(): Promise<number> }>('embedded-postgres.mjs');
  const port = await freePort();
  const script = path.join(projectRoot(), 'dist', 'bundle', 'api.js');
  const env = { SANZHI_DATABASE_URL: databaseUrl, SANZHI_QUEUE: 'none', SANZHI_PORT: String(port) };
  const child = spawn(process.execPath, [script], { env, stdio: ['ignore', 'ignore', 2] });
  const ended = once(child, 'exit');
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const post: ApiClient['post'] = (where, body, headers = {}) => send({ agent, port, where }, JSON.stringify(body), headers);
  try {
    await untilReady(port);
    return await work({
      post,
      signIn: async (shown) => {
        const { status, headers, text } = await post('/api/v1/session', shown);
        if (status !== 201) throw new Error(`${status}: ${text}`);
        return String(headers['set-cookie']).split(';')[0];
      },
      residentMegabytes: () => residentMegabytes(child.pid!),
    });
  } finally {
    agent.destroy();
    child.kill('SIGTERM');
    await ended;
  }
}

function send({ agent, port, where }: { agent: Agent; port: number; where: string }, body: string, headers: Record<string, string>): Promise<Answer> {
  const told = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)), ...headers };
  return new Promise((resolve, reject) => {
    const asked = request({ agent, port, host: '127.0.0.1', method: 'POST', path: where, headers: told }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => resolve({ status: answer.statusCode!, headers: answer.headers, text: Buffer.concat(parts).toString() }));
      answer.on('error', reject);
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

async function untilReady(port: number): Promise<void> {
  for (const endsAt = Date.now() + READY_MILLIS; Date.now() < endsAt; ) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MILLIS));
  }
  throw new Error('the api did not become ready');
}

/** From /proc where there is one, else unknown. */
function residentMegabytes(pid: number): number {
  try {
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024);
  } catch {
    return Number.NaN;
  }
}
