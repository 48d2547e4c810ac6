// Puts each process together from dist and node_modules into dist/bundle, with the machine code that V8 made of it:
// two thousand small files cost a process half a second of processor time, at every start.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { digestBundle, projectRoot } from './sources.mjs';

/** What can be started or loaded, by the name of its file in dist/bundle. */
const ENTRIES = {
  api: 'apps/api/src/main.js',
  'api-module': 'apps/api/src/app.module.js',
  worker: 'apps/worker/src/main.js',
  'worker-module': 'apps/worker/src/worker.module.js',
  portal: 'apps/portal/src/main.js',
  'portal-module': 'apps/portal/src/portal.module.js',
  sanzhi: 'apps/cli/src/main.js',
};
/** Loaded once to have their code compiled. */
const COMPILED = ['api-module', 'worker-module', 'portal-module'];
/** Not installed, and asked for by Nest in case they were. */
const OPTIONAL = [/^@nestjs\/(?:microservices|websockets|platform-express)/, '@fastify/multipart', '@fastify/view'];
const DOOR = '\0door ';

/**
 * Writes dist/bundle anew from dist, unless it is up to date; its stamp is written last.
 * @param {string} [root] project root
 * @returns {Promise<boolean>} whether it had to be made
 */
export async function bundle(root = projectRoot) {
  const digest = digestBundle(root);
  const folder = path.join(root, 'dist', 'bundle');
  const stamp = path.join(folder, '.stamp');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return false;
  // V8 tells compiled code that is not of a text by the length of the text alone: none may outlive its text.
  rmSync(folder, { recursive: true, force: true });
  const entries = Object.fromEntries(Object.entries(ENTRIES).filter(([, file]) => existsSync(path.join(root, 'dist', file))));
  await writeCode(root, entries);
  for (const name of Object.keys(entries)) writeFileSync(path.join(folder, `${name}.js`), starterOf(name));
  keepCompiled(folder, COMPILED.filter((name) => name in entries));
  writeFileSync(stamp, digest);
  return true;
}

async function writeCode(root, entries) {
  const { rolldown } = await import('rolldown');
  const input = Object.fromEntries(Object.keys(entries).map((name) => [name, DOOR + name]));
  const plugins = [doors(root, entries), withMaps(root)];
  const made = await rolldown({ input, cwd: root, platform: 'node', external: OPTIONAL, plugins, onLog: refuseMissing });
  const output = { dir: path.join(root, 'dist', 'bundle', 'code'), format: 'cjs', sourcemap: true, keepNames: true };
  await made.write(output);
  await made.close();
}

/** Each entry behind a door that exports nothing: two that share a module would else take the place of each other's exports. */
function doors(root, entries) {
  return {
    name: 'doors',
    resolveId: (id) => (id.startsWith(DOOR) ? id : null),
    load: (id) => (id.startsWith(DOOR) ? `import ${JSON.stringify(path.join(root, 'dist', entries[id.slice(DOOR.length)]))};` : null),
  };
}

/** What is not found would be looked for when the process runs. */
function refuseMissing(_level, { code, message }) {
  if (code === 'UNRESOLVED_IMPORT') throw new Error(message);
}

/** What was compiled brings its map along, so that a stack still names the sources. */
function withMaps(root) {
  const own = path.join(root, 'dist') + path.sep;
  return {
    name: 'maps of the compiled files',
    load(file) {
      if (!file.startsWith(own)) return null;
      return { code: readFileSync(file, 'utf8'), map: JSON.parse(readFileSync(`${file}.map`, 'utf8')) };
    },
  };
}

const starterOf = (name) => `require('../../scripts/compiled-code.cjs').use(require('node:path').join(__dirname, 'code'));\nrequire('./code/${name}.js');\n`;

function keepCompiled(folder, names) {
  const script = path.join(projectRoot, 'scripts', 'compiled-code.cjs');
  mkdirSync(path.join(folder, 'code'), { recursive: true });
  execFileSync(process.execPath, [script, path.join(folder, 'code'), ...names], { stdio: ['ignore', 2, 2] });
}
