// Starts database, migration, seed and processes in this order, and ends them in the opposite one.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import path from 'node:path';
import { freePort } from './embedded-postgres.mjs';
import { EnvironmentFault } from './embedded-binaries.mjs';
import { claimHome, startOwnServer } from './home.mjs';
import { sleep } from './processes.mjs';
import { projectRoot } from './sources.mjs';
import { supervise } from './supervise.mjs';

const LOOPBACK = '127.0.0.1';
const EVERY_NETWORK = ['0.0.0.0', '::'];
const READY_MILLIS = 90_000;
const fromHere = createRequire(import.meta.url);

/** One built file and no more than it needs: the doors of the libs load the whole application, which takes seconds. */
export const built = (file) => fromHere(path.join(projectRoot, 'dist', 'libs', 'platform', `${file}.js`));

/**
 * @typedef {object} AppPlan
 * @property {string} name
 * @property {string} script path of the JavaScript file
 * @property {string} role database role it connects as
 * @property {boolean} [servesHttp] it answers /readyz on the port of its name: the api's, or the portal's
 * @property {string[]} [loads] modules that it loads while the database is still starting
 * @property {number} [restartMillis]
 *
 * @typedef {object} Plan
 * @property {string} home data folder
 * @property {NodeJS.ProcessEnv} env as the launcher found it
 * @property {boolean} [durable] false: the embedded server need not survive a power cut
 * @property {(ownerUrl: string, config: object) => Promise<string[]>} migrate makes roles and database; the migrations it applied
 * @property {{script: string[], isDone: () => boolean}} [seed] a script with its arguments, run with the owner's DATABASE_URL
 *   after a migration, on a database of one's own, and unless it is done
 * @property {AppPlan[]} apps run together, after that
 * @property {(text: string) => void} say
 *
 * @typedef {object} Launch
 * @property {Promise<{url: string, portalUrl?: string, millis: Record<string, number>}>} ready settles when everything answers,
 *   with the time of each step; rejects with the reason it does not
 * @property {Promise<never>} failed rejects when a process is given up later
 * @property {() => Promise<void>} stop ends everything that was started, in the opposite order; may be called at any time
 * @property {() => void} kill ends the processes at once; the database follows when this process has ended
 */

/** @param {Plan} plan @returns {Launch} */
export function launch(plan) {
  const run = { plan, owned: undefined, closers: [], supervised: [], millis: {}, stopping: false, fail: () => {} };
  const failed = new Promise((_, reject) => { run.fail = (reason) => reject(new Error(reason)); });
  failed.catch(() => {});
  let stopped;
  return {
    ready: Promise.race([bringUp(run), failed]),
    failed,
    stop: () => (stopped ??= bringDown(run)),
    kill: () => run.supervised.forEach((app) => app.kill()),
  };
}

/** Every step registers its own end before the next one begins, so a stop in the middle finds all there is to end. */
async function bringUp(run) {
  const { plan } = run;
  const config = readConfig(plan.env);
  run.owned = await step(run, () => ownHome(plan));
  run.closers.push(async () => run.owned.release());
  const ports = await step(run, () => choosePorts(plan, config));
  const tell = await step(run, () => startApps(run));
  const ownerUrl = await step(run, () => openDatabase(run, config), 'database');
  const applied = await step(run, () => plan.migrate(ownerUrl, config), 'schema');
  if (plan.seed && (applied.length > 0 || config.ownerUrl || !plan.seed.isDone())) await step(run, () => runSeed(run, ownerUrl), 'seed');
  const url = addressOf(config, ports.api);
  const portalUrl = ports.portal && addressOf(config, ports.portal);
  // Once more, in front of the database: whoever stops them twice stops them once.
  run.closers.push(() => stopApps(run));
  tell(settingsOf({ ownerUrl, ports, portalUrl, config }));
  run.owned.update({ url, ports: { ...run.owned.fields().ports, ...ports } });
  const addresses = { api: url, portal: portalUrl };
  const serving = plan.apps.filter((app) => app.servesHttp);
  await step(run, () => Promise.all(serving.map((app) => answersReady(addresses[app.name], run))), 'apps');
  return { url, portalUrl, millis: run.millis };
}

async function bringDown(run) {
  run.stopping = true;
  run.owned?.update({ closing: true });
  while (run.closers.length > 0) await run.closers.pop()();
}

/** @param {string} [name] under which its time is told */
async function step(run, work, name) {
  if (run.stopping) throw new Error('已停止');
  const startedAt = performance.now();
  const result = await work();
  if (name) run.millis[name] = Math.round(performance.now() - startedAt);
  return result;
}

async function ownHome({ home, say }) {
  const { owned, running } = await claimHome(home, { onWait: ({ pid }) => say(`正在等待使用数据目录的进程 ${pid} 结束…`) });
  if (owned) return owned;
  const where = running.url ? `，地址 ${running.url}` : '';
  throw new EnvironmentFault(`三制已在运行（进程 ${running.pid}${where}），数据目录 ${home}。`, `Already running (pid ${running.pid}) on ${home}.`);
}

/** The same check as in the processes, before anything is made: a new database cannot change its clock later. */
function readConfig(env) {
  try {
    return built('config/read-config').readConfig(env);
  } catch (error) {
    if (error.name !== 'EnvironmentError') throw error;
    throw new EnvironmentFault(error.message);
  }
}

/** Where this machine reaches a process. */
function addressOf({ host }, port) {
  const local = EVERY_NETWORK.includes(host) ? LOOPBACK : host;
  return `http://${local.includes(':') ? `[${local}]` : local}:${port}`;
}

/** A port for the api, and one for the portal where it is started: any free one too when only the api's is said to be so. */
async function choosePorts({ apps, env }, { port, portalPort, host }) {
  const api = await choosePort({ wanted: port, host, setting: 'SANZHI_PORT' });
  if (!apps.some((app) => app.name === 'portal')) return { api };
  const wanted = port === 0 && !env.SANZHI_PORTAL_PORT ? 0 : portalPort;
  return { api, portal: await choosePort({ wanted, host, setting: 'SANZHI_PORTAL_PORT', taken: api }) };
}

/** Looked at before anything starts: another program on the port would answer /readyz in our place. */
async function choosePort({ wanted, host, setting, taken }) {
  if (wanted === 0) return freePort();
  const isFree = await new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error) => resolve(error.code !== 'EADDRINUSE' && error.code !== 'EACCES'));
    probe.listen(wanted, host, () => probe.close(() => resolve(true)));
  });
  if (isFree && wanted !== taken) return wanted;
  throw new EnvironmentFault(
    `端口 ${wanted} 已被其他程序占用。请用 ${setting} 指定另一个端口，例如 ${setting}=3100 npm start。`,
    `Port ${wanted} is taken. Name another one by ${setting}.`,
  );
}

/** @returns {Promise<string>} the owner's URL */
async function openDatabase(run, config) {
  const { home, durable } = run.plan;
  if (config.ownerUrl) {
    run.owned.update({ external: true });
    return config.ownerUrl;
  }
  const opening = startOwnServer(home, run.owned, { durable });
  run.closers.push(async () => (await opening.catch(() => undefined))?.close({ wait: false }));
  const { ownerUrl, exited } = await opening;
  void exited.then(() => run.stopping || run.fail(`数据库意外退出，日志 ${path.join(home, 'pg.log')}`));
  return ownerUrl;
}

/** It writes to the terminal's stderr and has the whole environment, the owner's URL among it. */
async function runSeed(run, ownerUrl) {
  const words = run.plan.seed.script;
  const env = { ...run.plan.env, DATABASE_URL: ownerUrl, SANZHI_DATA: run.plan.home };
  const child = spawn(process.execPath, words, { env, stdio: ['ignore', 2, 2], detached: true });
  const ended = new Promise((resolve) => { child.once('exit', (code, signal) => resolve(signal ?? code)); child.once('error', resolve); });
  const close = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  run.closers.push(close);
  const outcome = await ended;
  run.closers = run.closers.filter((closer) => closer !== close);
  if (outcome !== 0 && !run.stopping) throw new Error(`${words.map((word) => path.basename(word)).join(' ')} 失败（${outcome}）`);
}

/** What every child begins with: never the owner's URL, which could do anything. */
function environmentOf({ env, home }) {
  const { DATABASE_URL: _owner, SANZHI_DATABASE_URL: _other, SANZHI_QUEUE_DATABASE_URL: _queue, ...rest } = env;
  return { ...rest, SANZHI_DATA: home };
}

/** What a child is told when the database is there, by its role. */
function settingsOf({ ownerUrl, ports, portalUrl, config }) {
  const { roleUrl } = built('database/role-url');
  const shared = { SANZHI_PORT: String(ports.api) };
  if (portalUrl) Object.assign(shared, { SANZHI_PORTAL_PORT: String(ports.portal), SANZHI_PORTAL_URL: config.portalUrl ?? portalUrl });
  if (!config.redisUrl && config.queue !== 'none') shared.SANZHI_QUEUE_DATABASE_URL = roleUrl(ownerUrl, 'sanzhi_queue');
  return (role) => ({ ...shared, SANZHI_DATABASE_URL: roleUrl(ownerUrl, role) });
}

/** Loading takes longer than anything else: it begins at once, beside the database. Returns what makes them run. */
function startApps(run) {
  const { plan } = run;
  let tell;
  const told = new Promise((resolve) => { tell = resolve; });
  run.supervised = plan.apps.map((app) => supervise({
    ...app,
    env: environmentOf(plan),
    settings: told.then((settings) => settings(app.role)),
    logFile: path.join(plan.home, 'logs', `${app.name}.log`),
  }, plan.say));
  run.closers.push(() => stopApps(run));
  for (const app of run.supervised) void app.failed.then(run.fail);
  return tell;
}

const stopApps = (run) => Promise.all(run.supervised.map((app) => app.stop()));

async function answersReady(url, run) {
  for (const endsAt = Date.now() + READY_MILLIS; Date.now() < endsAt && !run.stopping; await sleep(50)) {
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
    if (answer?.ok) return;
  }
  throw new Error(run.stopping ? '已停止' : `接口在 ${READY_MILLIS / 1000} 秒内没有就绪，日志见 ${path.join(run.plan.home, 'logs')}`);
}
