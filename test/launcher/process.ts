import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

export const projectRoot = path.resolve(__dirname, '..', '..');
export const standIn = (name: string): string => path.join(__dirname, 'stand-in', `${name}.mjs`);

/** A started Node process whose output can be waited for. */
export interface Started {
  child: ChildProcess;
  stdout(): string;
  stderr(): string;
  /** Settles with the first line of stdout that begins so; rejects when the process ends before. */
  line(beginning: string): Promise<string>;
  /** Settles with exit code or signal. */
  ended: Promise<number | string | null>;
}

/** The environment without what the test run itself was given. */
function plainEnvironment(more: Record<string, string>): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(?:SANZHI_|DATABASE_URL$|REDIS_URL$|npm_lifecycle_event$)/.test(name));
  return { ...Object.fromEntries(kept), ...more };
}

const running = new Set<ChildProcess>();

/** Ends what a failed test has left running. */
export async function endAll(): Promise<void> {
  for (const child of running) child.kill('SIGKILL');
  await eventually(() => running.size === 0);
}

/** Starts a script under Node in a process group of its own. */
export function start(script: string, args: string[], environment: Record<string, string>): Started {
  const child = spawn(process.execPath, [script, ...args], { env: plainEnvironment(environment), stdio: 'pipe', detached: true });
  running.add(child);
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => { output.stdout += chunk.toString(); });
  child.stderr.on('data', (chunk: Buffer) => { output.stderr += chunk.toString(); });
  const ended = new Promise<number | string | null>((resolve) => { child.once('close', (code, signal) => {
    running.delete(child);
    resolve(signal ?? code);
  }); });
  const line = async (beginning: string): Promise<string> => {
    for (;;) {
      const found = output.stdout.split('\n').slice(0, -1).find((text) => text.startsWith(beginning));
      if (found !== undefined) return found;
      if (child.exitCode !== null || child.signalCode !== null) throw new Error(`ended before ${beginning}:\n${output.stdout}\n${output.stderr}`);
      await pause();
    }
  };
  return { child, stdout: () => output.stdout, stderr: () => output.stderr, line, ended };
}

const pause = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, 20); });

/** Waits until the question is answered with yes, at most 15 s; the answer of the last try. */
export async function eventually(question: () => boolean | Promise<boolean>): Promise<boolean> {
  for (const endsAt = Date.now() + 15_000; Date.now() < endsAt; await pause()) if (await question()) return true;
  return question();
}

/** All processes that were given the folder, in command line or environment. */
export function processesOf(folder: string): { pid: number; command: string }[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => {
    try {
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8');
      const given = command + readFileSync(`/proc/${name}/environ`, 'utf8');
      return given.includes(folder) && command ? [{ pid: Number(name), command: command.replaceAll('\0', ' ') }] : [];
    } catch {
      return [];
    }
  });
}
