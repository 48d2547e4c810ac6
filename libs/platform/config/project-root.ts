import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Folder of the project: the nearest one upward whose package.json has the name `sanzhi`. Throws when there is none. */
export function projectRoot(from: string = __dirname): string {
  for (let folder = from; ; folder = path.dirname(folder)) {
    if (isProject(folder)) return folder;
    if (folder === path.dirname(folder)) throw new Error(`no package.json named "sanzhi" at or above ${from}`);
  }
}

/** Folder of the law as YAML and CSV; read at run time, never copied into dist. */
export function configDir(): string {
  return path.join(projectRoot(), 'config');
}

function isProject(folder: string): boolean {
  const file = path.join(folder, 'package.json');
  return existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as { name?: unknown }).name === 'sanzhi';
}
