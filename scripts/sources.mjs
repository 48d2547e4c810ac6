// What the build is made from: the list of source files and one digest over their content.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder that holds package.json; found from this file, so the working directory does not matter. */
export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const notEntered = new Set(['node_modules', 'dist']);
const notInWeb = /\.spec\.ts$/;
const notShipped = /\.(?:spec|e2e-spec)\.ts$|\.d\.ts$|\.tsx$|\.md$/;

/**
 * Every file below apps (except the web front end) and libs that belongs into dist.
 * @param {string} root project root
 * @returns {string[]} paths relative to the root, with forward slashes, sorted
 */
export function listSources(root) {
  const files = [...listFiles(root, 'apps'), ...listFiles(root, 'libs')];
  return files.filter((file) => !file.startsWith('apps/web/') && !notShipped.test(file)).sort();
}

/** @param {string} root @param {string} folder relative to the root @returns {string[]} */
function listFiles(root, folder) {
  const absolute = path.join(root, folder);
  if (!existsSync(absolute)) return [];
  return readdirSync(absolute, { withFileTypes: true }).flatMap((entry) => {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return notEntered.has(entry.name) ? [] : listFiles(root, file);
    return entry.isFile() ? [file] : [];
  });
}

/**
 * SHA-256 over names and contents, so that neither a touched nor a renamed file is missed.
 * @param {string} root @param {string[]} files relative to the root; a missing one counts as empty
 * @returns {string} hex
 */
export function digestFiles(root, files) {
  const digest = createHash('sha256');
  for (const file of files) {
    const absolute = path.join(root, file);
    const content = existsSync(absolute) ? readFileSync(absolute) : Buffer.alloc(0);
    digest.update(`${file}\0${content.length}\0`).update(content);
  }
  return digest.digest('hex');
}

/**
 * The digest that dist/.stamp must carry for dist to be up to date.
 * @param {string} root project root
 */
export function digestSources(root) {
  return digestFiles(root, ['.swcrc', 'package.json', 'scripts/build.mjs', ...listSources(root)]);
}

/**
 * The digest that dist/bundle/.stamp must carry: of the sources, and of the packages that are put together with them.
 * @param {string} root project root
 */
export function digestBundle(root) {
  return `${digestSources(root)} ${digestFiles(root, ['package-lock.json', 'scripts/bundle.mjs', 'scripts/compiled-code.cjs'])}`;
}

/**
 * The digest that dist/web/.stamp must carry for the workbench to be up to date; undefined where the project has none.
 * @param {string} root project root
 */
export function digestWeb(root) {
  if (!existsSync(path.join(root, 'apps/web/index.html'))) return undefined;
  return digestFiles(root, ['package.json', 'package-lock.json', ...listFiles(root, 'apps/web').filter((file) => !notInWeb.test(file)).sort()]);
}
