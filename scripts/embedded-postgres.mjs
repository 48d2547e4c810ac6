// A real PostgreSQL server from npm on a folder of ours; it ends with the process that started it, however that ends.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EnvironmentFault, nativeFolder, runAs } from './embedded-binaries.mjs';
import { lastLines, openLog } from './log-file.mjs';
import { commandLineOf, isAlive, processesIn, sleep, until } from './processes.mjs';

const OWNER = 'sanzhi_owner';
const characterClasses = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
const serverEnv = () => ({ ...process.env, LC_ALL: 'C', TZ: 'UTC' });

/**
 * @typedef {object} Server
 * @property {string} url of the owner (superuser), to the database `postgres`
 * @property {number} port on 127.0.0.1
 * @property {number} pid of the postmaster
 * @property {Promise<void>} exited settles when the server has ended, whoever ended it
 * @property {() => Promise<void>} stop ends it with a fast shutdown and waits for that; may be called twice
 */

/**
 * Starts the server on a data folder, making the folder when it is new. Beside it stand `pg-owner` (0600, the owner's
 * password) and `pg.log`. A server that a killed process left on this folder is stopped first.
 * The caller must be the only one on the folder: see claim.mjs.
 * @param {{dataDir: string, durable: boolean, removeOnExit?: string}} options durable: false trades safety against
 *   power loss for speed; removeOnExit: a folder that is removed after the server, even if this process is killed
 * @returns {Promise<Server>}
 * @throws {EnvironmentFault} when this machine cannot run it
 */
export async function startPostgres({ dataDir, durable, removeOnExit }) {
  const programs = { native: nativeFolder(), prefix: runAs() };
  if (removeOnExit) removeAfterUs(removeOnExit, dataDir);
  mkdirSync(path.dirname(dataDir), { recursive: true, mode: 0o700 });
  const home = realpathSync(path.dirname(dataDir));
  const folder = path.join(home, path.basename(dataDir));
  await stopStrayServer(folder);
  const password = await prepareFolder(folder, programs, durable);
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const server = spawnServer({ folder, programs, durable, port });
    const url = `postgres://${OWNER}:${password}@127.0.0.1:${port}/postgres`;
    const stop = async () => {
      await stopServer(server);
      if (removeOnExit) rmSync(removeOnExit, { recursive: true, force: true });
    };
    if (await answers(url, server)) return { url, port, pid: server.child.pid, exited: server.exited, stop };
    await stopServer(server);
    if (attempt === 3) throw new Error(`PostgreSQL did not start, see ${folder}.log\n${lastLines(`${folder}.log`)}`);
  }
}

/**
 * A server for tests: not durable, in a folder of its own that disappears with it.
 * @returns {Promise<Server>}
 */
export async function startThrowAwayPostgres() {
  const home = path.join(tmpdir(), `sanzhi-pg-${randomBytes(6).toString('hex')}`);
  return startPostgres({ dataDir: path.join(home, 'pg'), durable: false, removeOnExit: home });
}

/**
 * The remover waits for the end of a pipe that only we hold, then for the server that the data folder names, and leaves
 * only when the folder is gone. It is there before the folder is, since we may be killed at any moment.
 */
const REMOVER = `
trap '' INT TERM HUP
read -r never
while [ -e "$1" ]; do
  server=$(head -n 1 "$2/postmaster.pid" 2>/dev/null)
  [ -n "$server" ] && kill -0 "$server" 2>/dev/null || rm -rf "$1"
  sleep 0.1
done`;

function removeAfterUs(home, dataDir) {
  if (process.platform === 'win32') return;
  const remover = spawn('/bin/sh', ['-c', REMOVER, 'sh', home, dataDir], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  remover.stdin.on('error', () => {});
  remover.stdin.unref?.();
  remover.unref();
}

/** @returns {Promise<number>} a port of 127.0.0.1 that nobody listens on now */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/**
 * Makes a new data folder under another name first, so that one cut short is never taken for whole.
 * The built-in C.UTF-8 sorts and folds case alike on every machine; pg_trgm still asks the system's LC_CTYPE, and under
 * plain C it finds no trigram in Chinese.
 * @returns {Promise<string>} the owner's password
 */
async function prepareFolder(folder, programs, durable) {
  const secret = path.join(path.dirname(folder), 'pg-owner');
  if (existsSync(path.join(folder, 'PG_VERSION'))) {
    if (existsSync(secret)) return readFileSync(secret, 'utf8').trim();
    throw new EnvironmentFault(
      `数据目录 ${folder} 已存在，但缺少密码文件 ${secret}，请从备份恢复该文件。`,
      `The data folder ${folder} is there but its password file ${secret} is missing; restore it from a backup.`,
    );
  }
  if (!existsSync(secret)) writeFileSync(secret, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  const unfinished = `${path.basename(folder)}.new-`;
  for (const name of readdirSync(path.dirname(folder))) {
    if (name.startsWith(unfinished)) rmSync(path.join(path.dirname(folder), name), { recursive: true, force: true });
  }
  const fresh = mkdtempSync(path.join(path.dirname(folder), unfinished));
  await run(programs, 'initdb', [
    '-D', fresh, '-U', OWNER, '-A', 'scram-sha-256', `--pwfile=${secret}`, '--encoding=UTF8', '--data-checksums',
    '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', `--lc-ctype=${characterClasses}`,
    ...(durable ? [] : ['--no-sync']),
  ]);
  renameSync(fresh, folder);
  return readFileSync(secret, 'utf8').trim();
}

/** Runs one program to its end, detached so that Ctrl-C does not cut it short. */
function run({ native, prefix }, program, args) {
  const words = [...prefix, path.join(native, 'bin', program), ...args];
  return new Promise((resolve, reject) => {
    const child = spawn(words[0], words.slice(1), { env: serverEnv(), stdio: ['ignore', 'ignore', 'pipe'], detached: true });
    let complaint = '';
    child.stderr.on('data', (chunk) => { complaint += chunk; });
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`${program} failed: ${complaint.trim()}`))));
  });
}

/**
 * The guard holds the reading end of a pipe from us. A line on it means a planned stop; its end without one means that
 * we were killed, and then the guard stops the server. It is started twice removed so that the postmaster, which takes
 * over the shell's pid, has no child it does not know.
 */
const GUARD = `
( ( trap '' INT TERM HUP
    read -r planned <&3 || kill -INT $$ ) & ) </dev/null >/dev/null 2>&1
exec 3<&-
exec "$@"`;

function spawnServer({ folder, programs, durable, port }) {
  const { native, prefix } = programs;
  const settings = {
    listen_addresses: '127.0.0.1', port, unix_socket_directories: '', shared_buffers: '64MB', max_connections: 200,
    timezone: 'UTC', log_timezone: 'UTC', jit: 'off',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const server = [path.join(native, 'bin', 'postgres'), '-D', folder, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const guarded = process.platform !== 'win32';
  const words = guarded ? [...prefix, '/bin/sh', '-c', GUARD, 'sh', ...server] : server;
  const log = openLog(`${folder}.log`);
  const child = spawn(words[0], words.slice(1), {
    env: serverEnv(), stdio: ['ignore', log, log, guarded ? 'pipe' : 'ignore'], detached: true,
  });
  closeSync(log);
  const leash = child.stdio[3];
  leash?.on('error', () => {});
  leash?.unref?.();
  return { child, leash, exited: new Promise((resolve) => { child.once('exit', resolve); child.once('error', resolve); }) };
}

async function stopServer({ child, leash, exited }) {
  if (leash && !leash.destroyed) leash.end('planned\n');
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGINT');
  await exited;
}

/** @returns {Promise<boolean>} true once it takes the owner's password; false when it ended instead */
async function answers(url, { child }) {
  const { default: pg } = await import('pg');
  for (let left = 1200; left > 0; left -= 1) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
    client.on('error', () => {});
    try {
      await client.connect();
      return true;
    } catch (error) {
      if (error.code === '28P01') throw new Error('the password in pg-owner is not the one of this data folder', { cause: error });
      if (child.exitCode !== null || child.signalCode !== null) return false;
    } finally {
      await client.end().catch(() => {});
    }
    await sleep(25);
  }
  return false;
}

/**
 * Ends the server that this data folder names, if it lives; removes a pid file whose number now belongs to somebody
 * else, since PostgreSQL would take that process for the owner of the folder and refuse to start.
 * @param {string} folder absolute, without links
 */
async function stopStrayServer(folder) {
  const pidFile = path.join(folder, 'postmaster.pid');
  const named = existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8').split('\n')[0]) : 0;
  const isOurs = () => isAlive(named) && commandLineOf(named).includes(folder);
  if (named > 0 && isOurs()) {
    process.kill(named, 'SIGINT');
    if (!(await until(() => !isOurs(), 30_000))) throw new Error(`an old PostgreSQL (pid ${named}) on ${folder} does not end`);
  }
  if (!(await until(() => processesIn(folder).length === 0, 30_000))) throw new Error(`old PostgreSQL processes on ${folder} do not end`);
  if (named > 0 && isAlive(named)) rmSync(pidFile, { force: true });
}
