// Compiles apps and libs into dist with swc: one CommonJS file per source, no type check (that is `npm run typecheck`);
// then puts each process together in dist/bundle, and the workbench into dist/web with Vite.
import { existsSync, mkdirSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.mjs';
import { digestSources, digestWeb, listSources, projectRoot } from './sources.mjs';

/**
 * Brings dist/apps and dist/libs in line with the sources and writes dist/.stamp last,
 * so that an interrupted build is taken for stale.
 * @param {string} [root] project root
 * @returns {Promise<{files: number, written: number, removed: number}>} counts of outputs
 * @throws {Error} naming every file that does not compile
 */
export async function build(root = projectRoot) {
  const stamp = path.join(root, 'dist', '.stamp');
  const digest = digestSources(root);
  rmSync(stamp, { force: true });
  const outputs = await compile(root, listSources(root));
  const written = [...outputs].filter(([file, content]) => writeChanged(path.join(root, 'dist', file), content)).length;
  const removed = removeStale(root, outputs);
  writeFileSync(stamp, digest);
  return { files: outputs.size, written, removed };
}

/** @param {string} root @param {string[]} sources @returns {Promise<Map<string, string | Buffer>>} content by path below dist */
async function compile(root, sources) {
  const { transformFile } = await import('@swc/core');
  const options = compilerOptions(root);
  const failures = [];
  const outputs = new Map();
  await Promise.all(sources.map(async (source) => {
    if (!source.endsWith('.ts')) return outputs.set(source, readFileSync(path.join(root, source)));
    const target = source.replace(/\.ts$/, '.js');
    const sourceFileName = path.posix.relative(path.posix.dirname(`dist/${source}`), source);
    try {
      const { code, map } = await transformFile(path.join(root, source), { ...options, sourceFileName });
      outputs.set(target, `${code}\n//# sourceMappingURL=${path.posix.basename(target)}.map\n`);
      outputs.set(`${target}.map`, map);
    } catch (error) {
      failures.push(`${source}: ${error.message}`);
    }
  }));
  if (failures.length > 0) throw new Error(failures.sort().join('\n'));
  return outputs;
}

/**
 * The project's .swcrc with the one value a file cannot hold: swc resolves `paths` only against an absolute baseUrl,
 * and then emits relative requires.
 * @param {string} root
 */
function compilerOptions(root) {
  const { $schema: _schema, exclude: _exclude, jsc, ...rest } = JSON.parse(readFileSync(path.join(root, '.swcrc'), 'utf8'));
  return { ...rest, swcrc: false, configFile: false, cwd: root, jsc: { ...jsc, baseUrl: root } };
}

/** @param {string} file @param {string | Buffer} content @returns {boolean} true when the file had other content */
function writeChanged(file, content) {
  if (existsSync(file) && readFileSync(file).equals(Buffer.from(content))) return false;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  return true;
}

/** @param {string} root @param {Map<string, unknown>} outputs @returns {number} how many left-over files were removed */
function removeStale(root, outputs) {
  let removed = 0;
  for (const folder of ['apps', 'libs']) {
    const absolute = path.join(root, 'dist', folder);
    if (!existsSync(absolute)) continue;
    for (const entry of readdirSync(absolute, { recursive: true, withFileTypes: true })) {
      const file = path.join(entry.parentPath ?? entry.path, entry.name);
      if (!entry.isFile() || outputs.has(path.relative(path.join(root, 'dist'), file).split(path.sep).join('/'))) continue;
      rmSync(file);
      removed += 1;
    }
  }
  return removed;
}

/**
 * Builds the workbench into dist/web unless it is up to date; its stamp is written last, like that of the rest.
 * @param {string} [root] project root
 * @returns {Promise<boolean>} whether it had to be built
 */
export async function buildWeb(root = projectRoot) {
  const digest = digestWeb(root);
  const stamp = path.join(root, 'dist', 'web', '.stamp');
  if (digest === undefined || (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest)) return false;
  rmSync(stamp, { force: true });
  const vite = await import('vite');
  await vite.build({ configFile: path.join(root, 'apps/web/vite.config.mjs') });
  writeFileSync(stamp, digest);
  return true;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const startedAt = performance.now();
  try {
    const [[{ files, written, removed }, bundled], web] = await Promise.all([build().then(async (built) => [built, await bundle()]), buildWeb()]);
    const millis = Math.round(performance.now() - startedAt);
    process.stderr.write(`built dist: ${files} files, ${written} written, ${removed} removed${bundled ? ', bundle' : ''}${web ? ', web' : ''}, ${millis} ms\n`);
  } catch (error) {
    process.stderr.write(`build failed\n${error.message}\n`);
    process.exitCode = 1;
  }
}
