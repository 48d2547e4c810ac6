// Processes of a soak: run to their end, found by their parent, ended with all they started.
import { spawn, spawnSync } from 'node:child_process';

/** @returns {Promise<{code: number | string, stdout: string, stderr: string}>} */
export function run(program, args, env) {
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr']) child[name].on('data', (chunk) => { said[name] += chunk; });
  return new Promise((resolve) => { child.once('close', (code, signal) => resolve({ code: signal ?? code, ...said })); });
}

/** @param {number} parent @returns {{pid: number, command: string}[]} its direct children */
export function childrenOf(parent) {
  return processes().filter(({ ppid }) => ppid === parent);
}

/** @returns {{pid: number, ppid: number, command: string}[]} all processes of this machine */
export function processes() {
  const { stdout } = spawnSync('ps', ['-e', '-o', 'pid=,ppid=,command='], { encoding: 'utf8' });
  return stdout.split('\n').filter(Boolean).map((line) => {
    const [, pid, ppid, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line);
    return { pid: Number(pid), ppid: Number(ppid), command };
  });
}
