// What `sanzhi rules list` says, asked once per run.
import { execFileSync } from 'node:child_process';
import path from 'node:path';

/** The built command that knows the rules of every feature. */
export const COMMAND = 'dist/apps/cli/src/main.js';

const asked = new Map();

/**
 * @param {string} root project root
 * @returns {{id: string, title: string, basis: string, effect: string, reads: string[], usedIn: string[]}[]}
 */
export function listedRules(root) {
  if (!asked.has(root)) {
    const answer = execFileSync(process.execPath, [path.join(root, COMMAND), 'rules', 'list', '--json'], { encoding: 'utf8' });
    asked.set(root, JSON.parse(answer).rules);
  }
  return asked.get(root);
}
