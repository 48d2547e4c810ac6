import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** Root of the real project. */
export const projectRoot = resolve(__dirname, '../..');

/** What a finished command left: exit code and both outputs. */
export interface Finished {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a node script of the project in `cwd`; never throws on a non-zero exit. */
export function runScript(cwd: string, script: string, args: string[]): Promise<Finished> {
  return new Promise((done) => {
    const options = { cwd, maxBuffer: 64 << 20, env: { ...process.env, FORCE_COLOR: '0' } };
    execFile(process.execPath, [resolve(projectRoot, script), ...args], options, (error, stdout, stderr) => {
      const code = error ? Number((error as { code?: unknown }).code ?? 1) : 0;
      done({ code, stdout, stderr });
    });
  });
}

/** A small tree of files under the system's temporary folder, with the compiler settings and packages of the project. */
export class TemporaryHouse {
  readonly root = mkdtempSync(join(tmpdir(), 'sanzhi-house-'));

  constructor(files: Record<string, string>) {
    const tsconfig = {
      extends: join(projectRoot, 'tsconfig.json'),
      compilerOptions: { noUnusedLocals: false, rootDir: '.', paths: { '@sanzhi/*': ['./libs/*/index.ts'] } },
      include: ['apps', 'libs', 'test'],
    };
    symlinkSync(join(projectRoot, 'node_modules'), join(this.root, 'node_modules'), 'dir');
    this.write({ 'tsconfig.json': JSON.stringify(tsconfig), 'package.json': '{"name":"house"}', ...files });
  }

  /** Adds or replaces files; keys are paths from the root of the house. */
  write(files: Record<string, string>): void {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.root, path)), { recursive: true });
      writeFileSync(join(this.root, path), text);
    }
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
