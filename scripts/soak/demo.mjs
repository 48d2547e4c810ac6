// The demo killed at random points and started again: the same figures, and nothing left behind.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sleep, until } from '../processes.mjs';
import { projectRoot } from '../sources.mjs';
import { chance } from './chance.mjs';
import { processes, run } from './run.mjs';

const CLI = path.join(projectRoot, 'dist', 'bundle', 'sanzhi.js');
const KILLS = 10;
const GONE_MILLIS = 60_000;

/** @returns {Promise<string[]>} one line for each kill after which something differed or was left */
export async function killDemo({ seed, share, say }) {
  const next = chance(seed);
  const home = mkdtempSync(path.join(tmpdir(), 'sanzhi-soak-demo-'));
  // Whatever it starts stands in a folder of its own: what is left there, or of that name, is its.
  const demo = { args: [CLI, 'demo', '--json', '--share', share, '--out', path.join(home, 'out')], env: { ...process.env, TMPDIR: home }, home };
  const startedAt = Date.now();
  const expected = figuresOf(await run(process.execPath, demo.args, demo.env));
  const took = Date.now() - startedAt;
  if (expected === null) return ['the demo fails without being killed'];
  const failures = [];
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const millis = Math.round(took * next());
    await killAfter(demo, millis);
    const left = await leftBehind(demo);
    const differs = difference(await run(process.execPath, demo.args, demo.env), expected);
    say(`  demo killed after ${millis} of ${took} ms: figures ${differs || 'equal'}, left behind: ${left || 'nothing'}`);
    if (differs || left) failures.push(`killed after ${millis} ms: ${differs} ${left}`);
  }
  rmSync(home, { recursive: true, force: true });
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

/** @returns {string} how the answer differs, or why there is none; empty when it is as expected */
function difference(answer, expected) {
  const figures = figuresOf(answer);
  if (figures === expected) return '';
  const why = figures === null ? `none, exit ${answer.code}: ${answer.stderr.trim().slice(-500)}` : figures;
  return `DIFFER (${why})`;
}

async function killAfter({ args, env }, millis) {
  const child = spawn(process.execPath, args, { env, stdio: 'ignore' });
  const gone = new Promise((resolve) => { child.once('exit', resolve); });
  await Promise.race([sleep(millis), gone]);
  child.kill('SIGKILL');
  await gone;
}

/** Its server and its folder; the server ends by itself, a moment after the demo. */
async function leftBehind({ home }) {
  const left = () => [
    ...processes().filter(({ command }) => command.includes(home)).map(({ pid }) => `process ${pid}`),
    ...readdirSync(home).filter((name) => name !== 'out').map((name) => `folder ${name}`),
  ];
  await until(() => left().length === 0, GONE_MILLIS);
  return left().join(', ');
}
