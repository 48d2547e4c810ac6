// Before every npm command: installs what is missing and builds what is stale. Node built-ins only, and not one word on
// stdout, which belongs to the command itself.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { claim } from './claim.mjs';
import { digestBundle, digestSources, digestWeb, projectRoot } from './sources.mjs';

const at = (...names) => path.join(projectRoot, ...names);
const tell = (text) => process.stderr.write(`${text}\n`);
const readIfThere = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);
const installStamp = at('node_modules', '.sanzhi-stamp');

/** What decides about the content of node_modules: the lock, the wishes it was made from, and the platform. */
function digestWishes() {
  const { dependencies, devDependencies, overrides, allowScripts } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
  const wishes = [dependencies, devDependencies, overrides, allowScripts, process.platform, process.arch];
  return createHash('sha256').update(JSON.stringify(wishes)).update(readIfThere(at('package-lock.json')) ?? '').digest('hex');
}

function isInstalled() {
  const installed = at('node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const stamp = readIfThere(installStamp);
  if (stamp !== undefined) return stamp === digestWishes();
  const installedAt = statSync(installed).mtimeMs;
  return ['package.json', 'package-lock.json'].every((file) => !existsSync(at(file)) || statSync(at(file)).mtimeMs <= installedAt);
}

const isBuilt = () =>
  readIfThere(at('dist', '.stamp')) === digestSources(projectRoot) &&
  readIfThere(at('dist', 'bundle', '.stamp')) === digestBundle(projectRoot) &&
  readIfThere(at('dist', 'web', '.stamp')) === digestWeb(projectRoot);

/** @param {string[]} words program and arguments; its stdout goes to our stderr */
function run(words) {
  return new Promise((resolve, reject) => {
    const shell = process.platform === 'win32' && words[0] === 'npm';
    const child = spawn(words[0], words.slice(1), { cwd: projectRoot, stdio: ['ignore', 2, 2], shell });
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`${words.join(' ')} ended with ${code}`))));
  });
}

/** `npm ci` refuses a lock that lacks optional packages of other platforms; `npm install` does not. */
async function install() {
  tell('正在安装依赖（首次约半分钟）…');
  const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
  await run([...npm, 'install', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(installStamp, digestWishes());
}

async function ensure() {
  if (isInstalled() && isBuilt()) return;
  mkdirSync(at('node_modules'), { recursive: true });
  const turn = await claim(at('node_modules', '.sanzhi-turn'), {}, () => tell('另一个命令正在安装或构建，请稍候…'));
  try {
    if (!isInstalled()) await install();
    if (!isBuilt()) await run([process.execPath, at('scripts', 'build.mjs')]);
  } finally {
    turn.release();
  }
}

try {
  await ensure();
} catch (error) {
  tell(`准备失败：${error.message}`);
  process.exitCode = 3;
}
