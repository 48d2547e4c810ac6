// `npm run soak [-- --seed N] [--rounds N] [--minutes N] [--only faults,office,demo] [--share S]`: what takes too long for
// each commit. Prints seeds, rounds and failures; exit 1 when anything failed. A seed that failed repeats its choices.
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { killDemo } from './soak/demo.mjs';
import { repeatFaults } from './soak/faults.mjs';
import { killOffice } from './soak/office.mjs';

const text = { type: 'string' };
const { values } = parseArgs({ options: { seed: text, rounds: text, minutes: text, only: text, share: text } });
const asked = {
  seed: Number(values.seed ?? randomInt(1_000_000_000)),
  rounds: Number(values.rounds ?? 10),
  minutes: Number(values.minutes ?? 60),
  share: values.share ?? '0.1',
  say: (line) => process.stdout.write(`${line}\n`),
};
/** Each answers its failures, one line each. */
const steps = { faults: repeatFaults, office: killOffice, demo: killDemo };
const wanted = (values.only ?? Object.keys(steps).join()).split(',');

asked.say(`soak: seed ${asked.seed}, ${asked.rounds} rounds, ${asked.minutes} minutes`);
const failures = [];
for (const name of wanted) {
  const startedAt = Date.now();
  const found = await steps[name](asked);
  failures.push(...found.map((line) => `${name}: ${line}`));
  asked.say(`soak ${name}: ${found.length} failures, ${Math.round((Date.now() - startedAt) / 1000)} s`);
}
asked.say([`soak: seed ${asked.seed}, ${failures.length} failures`, ...failures].join('\n'));
process.exitCode = failures.length === 0 ? 0 : 1;
