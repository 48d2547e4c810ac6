// Keeps one child process running: starts it again when it dies, gives up when it keeps dying.
import { spawn } from 'node:child_process';
import { closeSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { lastLines, openLog } from './log-file.mjs';

const QUICK_DEATH_MILLIS = 10_000;
const QUICK_DEATHS_LIMIT = 5;
const GRACE_MILLIS = 20_000;
/** EX_CONFIG of sysexits: the same configuration would be refused again. */
const EXIT_CONFIG = 78;
const WARM_START = fileURLToPath(new URL('warm-start.cjs', import.meta.url));

/**
 * @typedef {object} App
 * @property {string} name
 * @property {string} script path of the JavaScript file
 * @property {NodeJS.ProcessEnv} env
 * @property {Promise<NodeJS.ProcessEnv>} [settings] what is known of its environment only later; it runs when that is told
 * @property {string[]} [loads] modules that it may load in the meantime
 * @property {string} logFile takes its stdout and stderr
 * @property {number} [restartMillis] pause before the second start, doubled with each quick death
 *
 * @typedef {object} Supervised
 * @property {Promise<string>} failed settles with the reason, in Chinese, when it is given up; never otherwise
 * @property {() => Promise<void>} stop asks it to end, waits, and ends it by force after 20 s
 * @property {() => void} kill ends it at once
 */

/**
 * @param {App} app @param {(text: string) => void} say tells the user about deaths
 * @returns {Supervised}
 */
export function supervise(app, say) {
  const life = { app, say, child: undefined, stopping: new AbortController() };
  return {
    failed: new Promise((giveUp) => { void keepRunning(life).then((reason) => reason && giveUp(reason)); }),
    async stop() {
      life.stopping.abort();
      if (!runs(life.child)) return;
      const byForce = setTimeout(() => life.child.kill('SIGKILL'), GRACE_MILLIS);
      life.child.kill('SIGTERM');
      await endOf(life.child);
      clearTimeout(byForce);
    },
    kill() {
      life.stopping.abort();
      if (runs(life.child)) life.child.kill('SIGKILL');
    },
  };
}

/** @returns {Promise<string | undefined>} the reason for giving up; undefined when it was asked to stop */
async function keepRunning(life) {
  const { app, say, stopping: { signal } } = life;
  for (let quickDeaths = 0, warm = app.loads !== undefined; ; warm = false) {
    const settings = warm ? {} : await whenTold(app, signal);
    if (!settings) return undefined;
    const startedAt = Date.now();
    life.child = start(app, settings, warm);
    const death = await endOf(life.child);
    if (signal.aborted) return undefined;
    quickDeaths = Date.now() - startedAt < QUICK_DEATH_MILLIS ? quickDeaths + 1 : 1;
    say(`${app.name} 意外退出（${death}），日志 ${app.logFile}`);
    if (death === String(EXIT_CONFIG) || quickDeaths === QUICK_DEATHS_LIMIT) return `${app.name} 无法运行：\n${lastLines(app.logFile)}`;
    await pause((app.restartMillis ?? 500) * 2 ** (quickDeaths - 1), signal);
    if (signal.aborted) return undefined;
  }
}

/** Detached, so that Ctrl-C reaches the launcher alone; the IPC channel tells the child when the launcher is gone. */
function start({ script, loads, env, logFile, ...app }, settings, warm) {
  const log = openLog(logFile);
  const words = warm ? [WARM_START, script, ...loads] : [script];
  const child = spawn(process.execPath, words, { env: { ...env, ...settings }, stdio: ['ignore', log, log, 'ipc'], detached: true });
  closeSync(log);
  if (warm) app.settings?.then((told) => child.connected && child.send(told, () => {}), () => {});
  return child;
}

/** @returns {Promise<NodeJS.ProcessEnv | undefined>} the rest of its environment; undefined when it was asked to stop first */
function whenTold({ settings = {} }, signal) {
  const stopped = new Promise((resolve) => { signal.addEventListener('abort', () => resolve(undefined), { once: true }); });
  return Promise.race([settings, stopped]);
}

const runs = (child) => child?.pid !== undefined && child.exitCode === null && child.signalCode === null;

/** @returns {Promise<string>} exit code or signal */
function endOf(child) {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(String(signal ?? code)));
    child.once('error', (error) => resolve(error.message));
  });
}

/** A pause that a stop cuts short. */
function pause(millis, signal) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, millis);
    signal.addEventListener('abort', () => { clearTimeout(timer); resolve(); }, { once: true });
  });
}
