// Tries once to own the file named, holds it until stdin ends, and prints whether it does.
import { tryClaim } from '../../../scripts/claim.mjs';

process.stdout.write(tryClaim(process.argv[2], {}) ? 'OWNED\n' : 'TAKEN\n');
for await (const _chunk of process.stdin);
