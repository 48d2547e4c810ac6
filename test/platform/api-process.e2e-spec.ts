import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { freshDatabase, type FreshDatabase } from '@sanzhi/testing';

const BUNDLE = path.resolve(__dirname, '../../dist/bundle');
const API = path.join(BUNDLE, 'api.js');
const LOADED_FILES = path.join(__dirname, 'loaded-files.cjs');

interface Run {
  child: ChildProcess;
  /** Everything it has said on both streams. */
  said: () => string;
  ended: Promise<{ code: number | null; signal: string | null }>;
}

/** The built api as a process of its own, with nothing in its environment but what is given. */
function run(environment: Record<string, string>): Run {
  const child = spawn(process.execPath, [API], { env: { PATH: process.env.PATH, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (said += part.toString()));
  const ended = once(child, 'close').then(([code, signal]) => ({ code: code as number | null, signal: signal as string | null }));
  return { child, said: () => said, ended };
}

let database: FreshDatabase;
beforeAll(async () => {
  expect(existsSync(API)).toBe(true);
  database = await freshDatabase();
});
afterAll(() => database.drop());

it('does not start with a setting it does not know, and names it in both languages', async () => {
  const { ended, said } = run({ SANZHI_DATABASE_URL: database.url('sanzhi_api'), SANZHI_PROT: '3001', SANZHI_PORT: 'x' });
  expect(await ended).toEqual({ code: 78, signal: null });
  expect(said()).toContain('SANZHI_PROT: 没有这个配置项 (there is no such setting)');
  expect(said()).toContain('SANZHI_PORT: 应为');
});

it('does not start without a database', async () => {
  const { ended, said } = run({});
  expect((await ended).code).toBe(78);
  expect(said()).toContain('SANZHI_DATABASE_URL');
});

it('does not start as the owner of the tables', async () => {
  const { ended, said } = run({ SANZHI_DATABASE_URL: database.ownerUrl, SANZHI_QUEUE: 'none', SANZHI_PORT: '0' });
  expect((await ended).code).toBe(78);
  expect(said()).toContain('UnsafeDatabaseRole');
  expect(said()).not.toContain(new URL(database.ownerUrl).password);
});

it('tells an environment that may mend itself apart from a wrong one', async () => {
  const { ended, said } = run({ SANZHI_DATABASE_URL: 'postgres://sanzhi_api:x@127.0.0.1:1/none', SANZHI_QUEUE: 'none' });
  expect((await ended).code).toBe(1);
  expect(said()).toContain('ECONNREFUSED');
});

it('starts without a queue, answers, and ends on SIGTERM by itself', async () => {
  const { child, ended, said } = run({ SANZHI_DATABASE_URL: database.url('sanzhi_api'), SANZHI_QUEUE: 'none', SANZHI_PORT: '0' });
  const address = await until(() => /"address":"([^"]+)"/.exec(said())?.[1], said);
  expect((await fetch(`${address}/readyz`)).status).toBe(200);
  expect((await fetch(`${address}/api/v1/nothing`)).status).toBe(404);
  child.kill('SIGTERM');
  expect(await ended).toEqual({ code: 0, signal: null });
});

it('loads its own bundle and no package a second time: two of pg would read days in two ways', async () => {
  const settings = { SANZHI_DATABASE_URL: database.url('sanzhi_api'), SANZHI_QUEUE: 'none', SANZHI_PORT: '0' };
  const { child, ended, said } = run({ ...settings, NODE_OPTIONS: `--require ${LOADED_FILES}` });
  await until(() => /"address":/.exec(said()) ?? undefined, said);
  child.kill('SIGTERM');
  await ended;
  const loaded = JSON.parse(/^loaded (.*)$/m.exec(said())![1]) as string[];
  const scripts = [LOADED_FILES, path.resolve(__dirname, '../../scripts/compiled-code.cjs')];
  expect(loaded.filter((file) => !file.startsWith(BUNDLE + path.sep)).sort()).toEqual(scripts.sort());
});

async function until<T>(look: () => T | undefined, said: () => string): Promise<T> {
  for (let tries = 0; tries < 400; tries += 1) {
    const found = look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`not seen in 20 s; said:\n${said()}`);
}
