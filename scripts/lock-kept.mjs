/**
 * Fails when `npm install` changed what the committed lock says. Entries for other platforms do not count: npm adds or
 * leaves out optional packages of foreign systems, and their `libc`, by its own version.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const committed = packagesOf(execFileSync('git', ['show', 'HEAD:package-lock.json'], { encoding: 'utf8', maxBuffer: 1 << 26 }));
const installed = packagesOf(readFileSync('package-lock.json', 'utf8'));
const changed = [...new Set([...committed.keys(), ...installed.keys()])].filter(differs);
if (changed.length > 0) {
  process.stderr.write(`package-lock.json is not what was committed:\n${changed.map((name) => `  ${name}\n`).join('')}`);
  process.exit(1);
}
execFileSync('git', ['checkout', '--quiet', '--', 'package-lock.json']);

function packagesOf(text) {
  return new Map(Object.entries(JSON.parse(text).packages));
}

function differs(name) {
  const [before, after] = [committed.get(name), installed.get(name)];
  if (before && after) return before.version !== after.version || before.integrity !== after.integrity;
  const { optional, os, cpu } = before ?? after;
  return !(optional && (os ?? cpu));
}
