// Every variant of every fault under test/faults, round after round, each with another seed.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { projectRoot } from '../sources.mjs';

const JEST = path.join(projectRoot, 'node_modules', 'jest', 'bin', 'jest.js');

/** @returns {Promise<string[]>} one line for each round that failed */
export async function repeatFaults({ seed, rounds, say }) {
  const failures = [];
  for (let round = 0; round < rounds; round += 1) {
    const own = seed + round;
    const { code, passed } = await runJest(own);
    say(`  faults round ${round + 1}: seed ${own}, ${passed}, exit ${code}`);
    if (code !== 0) failures.push(`SANZHI_FAULT_SEED=${own} SANZHI_FAULT_ROUNDS=0 npx jest test/faults: ${passed}`);
  }
  return failures;
}

function runJest(seed) {
  const env = { ...process.env, SANZHI_FAULT_SEED: String(seed), SANZHI_FAULT_ROUNDS: '0' };
  const child = spawn(process.execPath, [JEST, 'test/faults', '--silent'], { cwd: projectRoot, env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk) => { said += chunk; });
  return new Promise((resolve) => {
    child.once('close', (code) => {
      if (code !== 0) process.stderr.write(said);
      resolve({ code, passed: /^Tests: +(.*)$/m.exec(said)?.[1] ?? 'no summary' });
    });
  });
}
