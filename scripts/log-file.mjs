// Log files of the processes: appended to, one older one kept.
import { existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';

const LIMIT_BYTES = 10_000_000;

/** @param {string} file @returns {number} descriptor for appending; a file that has grown large is set aside as `.1` first */
export function openLog(file) {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LIMIT_BYTES) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}

/** @param {string} file @returns {string} its last ten lines, empty when there is none */
export function lastLines(file) {
  return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n').slice(-10).join('\n') : '';
}
