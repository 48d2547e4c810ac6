// The data folder ($SANZHI_DATA): who runs on it, and one embedded server shared by launcher and commands.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { claim, holderOf, tryClaim } from './claim.mjs';
import { startPostgres } from './embedded-postgres.mjs';
import { birthOf, sleep, until } from './processes.mjs';
import { projectRoot } from './sources.mjs';

/** The database that launcher and commands use on the embedded server. */
export const DATABASE = 'sanzhi';

/**
 * @param {NodeJS.ProcessEnv} env @returns {string} absolute path of the data folder; a relative one stands below the project root
 */
export function homeOf(env) {
  return path.resolve(projectRoot, env.SANZHI_DATA || '.data');
}

const runFileOf = (home) => path.join(home, 'run.json');
const usersOf = (home) => path.join(home, 'users');

/**
 * @typedef {object} Running what run.json says (0600), while the process lives
 * @property {number} pid of launcher or command
 * @property {'launcher' | 'command'} kind
 * @property {string} [pgUrl] the owner's URL to the database `sanzhi`, once the embedded server is up
 * @property {{postgres?: number, api?: number}} [ports]
 * @property {string} [url] of the api
 * @property {boolean} [external] it runs on a DATABASE_URL of its own
 * @property {boolean} [closing] it is about to stop the server
 */

/** @param {string} home @returns {Running | undefined} the live process on this data folder */
export function runningOn(home) {
  return holderOf(runFileOf(home));
}

/**
 * Makes this process the one on the data folder, for the launcher.
 * @param {string} home @param {{onWait: (running: Running) => void}} options called when a command has to end first
 * @returns {Promise<{owned: import('./claim.mjs').Claim} | {running: Running}>} running: the launcher that is there already
 */
export async function claimHome(home, { onWait }) {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const claimed = tryClaim(runFileOf(home), { kind: 'launcher' });
  if (claimed) return { owned: claimed };
  const running = runningOn(home);
  if (running?.kind === 'launcher' && !running.closing) return { running };
  if (running) onWait(running);
  return { owned: await claim(runFileOf(home), { kind: 'launcher' }) };
}

/**
 * Starts the server for the one who owns the data folder.
 * @param {string} home @param {import('./claim.mjs').Claim} owned
 * @param {{durable?: boolean}} [options] durable: false for data that nobody would miss after a power cut
 * @returns {Promise<{ownerUrl: string, exited: Promise<void>, close: (options?: {wait: boolean}) => Promise<void>}>}
 *   ownerUrl names the database `sanzhi`, which need not exist yet; close waits for others who use the server unless told not to
 */
export async function startOwnServer(home, owned, { durable = true } = {}) {
  const server = await startPostgres({ dataDir: path.join(home, 'pg'), durable });
  const ownerUrl = server.url.replace(/\/postgres$/, `/${DATABASE}`);
  owned.update({ pgUrl: ownerUrl, ports: { postgres: server.port } });
  return {
    ownerUrl,
    exited: server.exited,
    async close({ wait = true } = {}) {
      owned.update({ closing: true });
      if (wait) while (hasUsers(home)) await sleep(100);
      await server.stop();
      owned.release();
    },
  };
}

/**
 * The embedded server for one command: the running one, else one that lives as long as the command.
 * @param {string} home
 * @returns {Promise<{ownerUrl: string, close: () => Promise<void>}>}
 * @throws {Error} when what runs there uses an external database
 */
export async function openServer(home) {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  for (;;) {
    const owned = tryClaim(runFileOf(home), { kind: 'command' });
    if (owned) {
      try {
        return await startOwnServer(home, owned);
      } catch (error) {
        owned.release();
        throw error;
      }
    }
    const shared = await shareServer(home);
    if (shared) return shared;
  }
}

/** Registers first and looks afterwards, as the owner says `closing` first and looks for users afterwards. */
async function shareServer(home) {
  await until(() => { const running = runningOn(home); return !running || running.pgUrl || running.external; }, 60_000);
  const place = path.join(usersOf(home), String(process.pid));
  mkdirSync(path.dirname(place), { recursive: true, mode: 0o700 });
  writeFileSync(place, birthOf(process.pid), { mode: 0o600 });
  const running = runningOn(home);
  if (running?.pgUrl && !running.closing) return { ownerUrl: running.pgUrl, close: async () => rmSync(place, { force: true }) };
  rmSync(place, { force: true });
  if (running?.external) throw new Error('正在运行的三制使用外部数据库，请为本命令设置同一个 DATABASE_URL。');
  await sleep(100);
  return undefined;
}

function hasUsers(home) {
  const folder = usersOf(home);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return readdirSync(folder).some((name) => {
    const lives = birthOf(Number(name)) !== undefined;
    if (!lives) rmSync(path.join(folder, name), { force: true });
    return lives;
  });
}
