// `npm run generate` writes every file that is made from others; `npm run generate -- --check` only says what is stale.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from './build.mjs';
import { projectRoot } from './sources.mjs';

const DIFF_LINES = 60;

/**
 * The registry: every module of scripts/generate/, by file name. A generator is
 * `{name, outputs: string[], requires?: string, run(root): Map<path, content> | Promise<…>}`;
 * `requires` names a built file without which it has nothing to do yet.
 */
async function generators() {
  const files = readdirSync(path.join(projectRoot, 'scripts/generate')).filter((file) => file.endsWith('.mjs')).sort();
  return Promise.all(files.map(async (file) => (await import(`./generate/${file}`)).default));
}

function verify({ name, outputs }, made) {
  const missing = outputs.filter((output) => !made.has(output));
  const surplus = [...made.keys()].filter((output) => !outputs.includes(output));
  if (missing.length + surplus.length > 0) {
    throw new Error(`${name} promised ${outputs.join(', ')} and made ${[...made.keys()].join(', ')}`);
  }
}

function current(file) {
  const absolute = path.join(projectRoot, file);
  return existsSync(absolute) ? readFileSync(absolute, 'utf8') : undefined;
}

function write(file, content) {
  const absolute = path.join(projectRoot, file);
  mkdirSync(path.dirname(absolute), { recursive: true });
  writeFileSync(absolute, content);
}

function printDiff(file, content) {
  const folder = mkdtempSync(path.join(tmpdir(), 'sanzhi-generated-'));
  const fresh = path.join(folder, path.basename(file));
  writeFileSync(fresh, content);
  const old = existsSync(path.join(projectRoot, file)) ? path.join(projectRoot, file) : '/dev/null';
  try {
    execFileSync('git', ['diff', '--no-index', '--no-color', '--', old, fresh], { encoding: 'utf8' });
  } catch (difference) {
    const lines = String(difference.stdout).split('\n').filter((line) => !/^(?:diff|index|---|\+\+\+) /.test(line));
    console.log(lines.slice(0, DIFF_LINES).join('\n'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs one generator; returns the files that were not as they should be. */
async function bring(generator, check) {
  if (generator.requires && !existsSync(path.join(projectRoot, generator.requires))) {
    console.log(`${generator.name}: nothing to do, ${generator.requires} is not built`);
    return [];
  }
  const made = await generator.run(projectRoot);
  verify(generator, made);
  const stale = [...made].filter(([file, content]) => current(file) !== content);
  for (const [file, content] of stale) {
    console.log(`${generator.name}: ${file} ${check ? 'is stale' : 'written'}`);
    if (check) printDiff(file, content);
    else write(file, content);
  }
  return stale;
}

const check = process.argv.includes('--check');
await build();
const stale = [];
for (const generator of await generators()) stale.push(...(await bring(generator, check)));
if (check && stale.length > 0) console.log('Run `npm run generate` and commit what it writes.');
// Some built modules keep timers; what was to be said is said.
process.exit(check && stale.length > 0 ? 1 : 0);
