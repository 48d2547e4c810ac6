// A throw-away server that prints its URL and lives until stdin ends.
import { startThrowAwayPostgres } from '../../../scripts/embedded-postgres.mjs';

const server = await startThrowAwayPostgres();
process.stdout.write(`URL ${server.url}\n`);
for await (const _chunk of process.stdin);
await server.stop();
