// Tries to own each of many files at an agreed instant, and prints which it got.
import { tryClaim } from '../../../scripts/claim.mjs';

const [folder, count, firstAtMillis] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
const owned = [];
for (let file = 0; file < count; file += 1) {
  while (Date.now() < firstAtMillis + 5 * file);
  if (tryClaim(`${folder}/${file}.json`, {})) owned.push(file);
}
process.stdout.write(`OWNED ${JSON.stringify(owned)}\n`);
for await (const _chunk of process.stdin);
