// `npm run check`: the fast tier, everything that needs no database, in two lanes. Prints what failed, then a timed table.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { projectRoot } from './sources.mjs';

const bin = (file) => path.join(projectRoot, 'node_modules', file);

const lanes = [
  [
    ['types', bin('typescript/bin/tsc'), '--noEmit', '-p', 'tsconfig.json'],
    ['web types', bin('typescript/bin/tsc'), '-p', 'apps/web/tsconfig.json'],
    ['lint', bin('eslint/bin/eslint.js'), '--max-warnings', '0', '.'],
  ],
  [
    ['files', 'scripts/lint/files.mjs'],
    ['generated', 'scripts/generate.mjs', '--check'],
    ['walls', bin('dependency-cruiser/bin/dependency-cruise.mjs'), '--config', '.dependency-cruiser.cjs', 'apps', 'libs'],
    ['unit tests', bin('jest/bin/jest.js'), '--globalSetup=', '--globalTeardown=', '--maxWorkers=1', 'libs/', 'apps/'],
  ],
];

function run([name, script, ...args]) {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [script, ...args], { cwd: projectRoot, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.push(chunk));
  return new Promise((done) => {
    child.on('close', (code) => {
      done({ name, ok: code === 0, seconds: (performance.now() - startedAt) / 1000, output: Buffer.concat(output).toString() });
    });
  });
}

async function runLane(steps) {
  const results = [];
  for (const step of steps) results.push(await run(step));
  return results;
}

const startedAt = performance.now();
const results = (await Promise.all(lanes.map(runLane))).flat();
for (const { name, output } of results.filter(({ ok }) => !ok)) console.log(`\n== ${name}\n${output.trimEnd()}\n`);
for (const { name, ok, seconds } of results) {
  console.log(`${ok ? 'ok    ' : 'FAILED'}  ${name.padEnd(12)}${seconds.toFixed(1).padStart(6)} s`);
}
console.log(`${''.padEnd(8)}${'all'.padEnd(12)}${((performance.now() - startedAt) / 1000).toFixed(1).padStart(6)} s`);
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
