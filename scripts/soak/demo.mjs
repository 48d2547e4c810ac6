// The demo killed at random points and started again: the same figures, and nothing left behind.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sleep, until } from '../processes.mjs';
import { projectRoot } from '../sources.mjs';
import { chance } from './chance.mjs';
import { processes, run } from './run.mjs';

const CLI = path.join(projectRoot, 'dist', 'apps', 'cli', 'src', 'main.js');
const KILLS = 10;
const GONE_MILLIS = 60_000;

/** @returns {Promise<string[]>} one line for each kill after which something differed or was left */
export async function killDemo({ seed, share, say }) {
  const next = chance(seed);
  const out = mkdtempSync(path.join(tmpdir(), 'sanzhi-soak-demo-'));
  const args = [CLI, 'demo', '--json', '--share', share, '--out', out];
  const startedAt = Date.now();
  const expected = figuresOf(await run(process.execPath, args, process.env));
  const took = Date.now() - startedAt;
  if (expected === null) return ['the demo fails without being killed'];
  const before = traces();
  const failures = [];
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const millis = Math.round(took * next());
    await killAfter(args, millis);
    const left = await leftBehind(before);
    const again = figuresOf(await run(process.execPath, args, process.env));
    say(`  demo killed after ${millis} of ${took} ms: figures ${again === expected ? 'equal' : 'DIFFER'}, left behind: ${left || 'nothing'}`);
    if (again !== expected || left) failures.push(`killed after ${millis} ms: ${again === expected ? '' : 'figures differ '}${left}`);
  }
  rmSync(out, { recursive: true, force: true });
  return failures;
}

function figuresOf({ stdout }) {
  try {
    const { ok, seeds } = JSON.parse(stdout);
    return ok ? JSON.stringify(seeds.map(({ seed, figures }) => [seed, figures.map(({ id, printed, computed }) => [id, printed, computed])])) : null;
  } catch {
    return null;
  }
}

async function killAfter(args, millis) {
  const child = spawn(process.execPath, args, { env: process.env, stdio: 'ignore' });
  const gone = new Promise((resolve) => { child.once('exit', resolve); });
  await Promise.race([sleep(millis), gone]);
  child.kill('SIGKILL');
  await gone;
}

/** What a demo leaves while it runs: its server's processes and folder. */
function traces() {
  const servers = processes().filter(({ command }) => /sanzhi-pg-|sanzhi demo/.test(command)).map(({ pid }) => `process ${pid}`);
  const folders = readdirSync(tmpdir()).filter((name) => name.startsWith('sanzhi-pg-')).map((name) => `folder ${name}`);
  return new Set([...servers, ...folders]);
}

/** Its server ends by itself, a moment after it. */
async function leftBehind(before) {
  const more = () => [...traces()].filter((trace) => !before.has(trace));
  await until(() => more().length === 0, GONE_MILLIS);
  return more().join(', ');
}
