// The whole product under load while its processes are killed at random; then every invariant, with what clients were told.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../embedded-postgres.mjs';
import { sleep, until } from '../processes.mjs';
import { projectRoot } from '../sources.mjs';
import { chance } from './chance.mjs';
import { childrenOf, run } from './run.mjs';

const CLIENTS = 6;
const KILL_EVERY_MILLIS = 20_000;
const READY_MILLIS = 120_000;
const CLI = path.join(projectRoot, 'dist', 'bundle', 'sanzhi.js');

/** @returns {Promise<string[]>} what does not hold afterwards, one line each */
export async function killOffice({ seed, minutes, say }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'sanzhi-soak-'));
  const [port, portalPort] = [await freePort(), await freePort()];
  const env = { PATH: process.env.PATH, SANZHI_DATA: folder, SANZHI_PORT: String(port), SANZHI_PORTAL_PORT: String(portalPort), SANZHI_LOG_LEVEL: 'warn' };
  const soak = { env, folder, url: `http://127.0.0.1:${port}`, history: path.join(folder, 'history.jsonl'), next: chance(seed), say };
  try {
    const launcher = startLauncher(soak);
    if (!(await until(() => ready(soak), READY_MILLIS))) return [`npm start did not become ready: ${launcher.said()}`];
    const told = await underLoad(soak, launcher, Date.now() + minutes * 60_000);
    say(`  office: ${told.kills} kills, ${told.ok} acknowledged, ${told.info} unknown`);
    if (!(await until(() => ready(soak), READY_MILLIS))) return ['the office did not come back after the last kill'];
    await sleep(10_000);
    return await brokenInvariants(soak);
  } finally {
    await stopAll(soak);
    rmSync(folder, { recursive: true, force: true });
  }
}

function startLauncher(soak) {
  const child = spawn(process.execPath, [path.join(projectRoot, 'scripts', 'start.mjs')], { env: soak.env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => { said += chunk; });
  soak.launcher = child;
  return { said: () => said };
}

const ready = ({ url }) => fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5000) }).then(({ ok }) => ok, () => false);

async function underLoad(soak, _launcher, endsAt) {
  const told = { kills: 0, ok: 0, info: 0, over: false };
  const clients = Array.from({ length: CLIENTS }, () => client(soak, told));
  while (Date.now() < endsAt) {
    await sleep(KILL_EVERY_MILLIS * (0.5 + soak.next()));
    told.kills += killOne(soak) ? 1 : 0;
  }
  told.over = true;
  await Promise.all(clients);
  return told;
}

/** One of api, worker and portal; now and then the launcher itself, which is started again. */
function killOne(soak) {
  const apps = childrenOf(soak.launcher.pid).filter(({ command }) => /apps\/(?:api|worker|portal)\//.test(command));
  if (apps.length === 0) return false;
  process.kill(apps[Math.floor(soak.next() * apps.length)].pid, 'SIGKILL');
  return true;
}

/** Opens cases and takes their next act, as its person would; repeats with the same key what it was not answered. */
async function client(soak, told) {
  const accounts = JSON.parse(readFileSync(path.join(soak.folder, 'demo-accounts.json'), 'utf8'));
  const handlers = accounts.filter(({ duty }) => duty === 'handler').slice(0, 2);
  const session = {};
  while (!told.over) {
    const key = randomUUID();
    for (let tries = 0; tries < 60 && !told.over; tries += 1) {
      session.who ??= await signIn(soak, handlers).catch(() => undefined);
      const answer = session.who && (await openCase(soak, session.who, key).catch(() => undefined));
      note(soak, told, key, answer);
      if (answer?.status === 201) break;
      if (answer?.status === 401) session.who = undefined;
      await sleep(500);
    }
    await sleep(50);
  }
}

function note({ history }, told, key, answer) {
  const { case: seen, record } = answer?.body ?? {};
  const line = { op: key, organ: 'DEMO-DISTRICT', action: 'register-clue' };
  if (answer?.status === 201) told.ok += 1;
  else told.info += 1;
  const known = answer?.status === 201 ? { type: 'ok', case: seen.id, seq: record.seq, digest: record.digest } : { type: 'info' };
  appendFileSync(history, `${JSON.stringify({ ...line, ...known })}\n`);
}

async function signIn({ url }, accounts) {
  const persons = [];
  let cookie = '';
  for (const { login, password } of accounts) {
    const answer = await post(`${url}/api/v1/session`, { login, password }, {});
    if (answer.status !== 201) throw new Error(String(answer.status));
    cookie ||= /^sid=[^;]+/.exec(answer.headers.get('set-cookie'))[0];
    persons.push(answer.body.officer);
  }
  return { cookie, persons };
}

function openCase({ url }, { cookie, persons }, key) {
  const party = { kind: 'organization', name: '示例口腔门诊部（001号）', code: '91120104MA0000001P', legalRepresentative: '示例负责人', address: '示范区示例路1号' };
  const clue = { source: 'routine', discipline: '医疗卫生', offence: '使用未取得处方权的人员开具处方', discoveredOn: '2023-02-28', conductEndedOn: '2023-02-28' };
  const form = { party, clue, handlers: persons };
  return post(`${url}/api/v1/cases`, { procedure: 'penalty-ordinary', form }, { cookie, 'idempotency-key': key });
}

async function post(url, body, headers) {
  const signal = AbortSignal.timeout(30_000);
  const answer = await fetch(url, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers }, signal });
  return { status: answer.status, headers: answer.headers, body: await answer.json() };
}

async function brokenInvariants({ env, history }) {
  const { code, stdout, stderr } = await run(process.execPath, [CLI, 'check-invariants', '--json', '--history', history], env);
  if (code === 0) return [];
  const { problems } = stdout ? JSON.parse(stdout) : { problems: [{ kind: stderr }] };
  return problems.map((problem) => JSON.stringify(problem));
}

async function stopAll({ launcher }) {
  if (!launcher || launcher.exitCode !== null) return;
  const gone = new Promise((resolve) => { launcher.once('exit', resolve); });
  launcher.kill('SIGTERM');
  await gone;
}
