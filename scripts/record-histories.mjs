// `node scripts/record-histories.mjs`: writes test/histories/*.json anew, what the law was asked in driven cases of the demo
// and what it answered. Only for a change that is meant to decide otherwise: histories replay, they are not made to fit.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from './sources.mjs';

const DIST = path.join(projectRoot, 'dist');
const OUT = path.join(projectRoot, 'test', 'histories');
const require = createRequire(path.join(DIST, 'apps', 'cli', 'src', 'main.js'));
require('reflect-metadata');

const { decide } = require(path.join(DIST, 'libs', 'kernel'));
const { TakeStep } = require(path.join(DIST, 'libs', 'casework', 'app', 'take-step.js'));
const { demo } = require(path.join(DIST, 'apps', 'cli', 'src', 'commands', 'demo.js'));

/** @type {Map<string, object[]>} steps by case, as they came */
const steps = new Map();

/** What stands in config is not kept: a replay takes it from there, as of the day of the step. */
function seen({ parameters: _, ...file }, outcome) {
  return JSON.parse(JSON.stringify({ file, outcome }));
}

const { run } = TakeStep.prototype;
TakeStep.prototype.run = function listen(unit, loaded) {
  const { file } = loaded;
  const procedure = this.law.pinned(file.case.procedure, file.case.procedureVersion);
  const { outcome } = decide(this.law.law(procedure), file);
  if (outcome) steps.set(file.case.id, [...(steps.get(file.case.id) ?? []), seen(file, outcome)]);
  return run.call(this, unit, loaded);
};

/** The longest case of each organ: what is rare makes a case long. */
function chosen() {
  const longest = new Map();
  for (const history of steps.values()) {
    const [{ file: { case: { organ, procedure } } }] = history;
    const key = `${procedure}-${organ.toLowerCase()}`;
    if (history.length > (longest.get(key)?.length ?? 0)) longest.set(key, history);
  }
  return longest;
}

const out = mkdtempSync(path.join(tmpdir(), 'sanzhi-histories-'));
const said = { stdout: () => undefined, stderr: (text) => process.stderr.write(text) };
const code = await demo(['--json', '--share', '0.1', '--out', out], said);
rmSync(out, { recursive: true });
if (code !== 0) throw new Error(`the demo ended with ${code}`);
const lines = (history) => `[\n${history.map((step) => JSON.stringify(step)).join(',\n')}\n]\n`;
for (const [name, history] of chosen()) writeFileSync(path.join(OUT, `${name}.json`), lines(history));
