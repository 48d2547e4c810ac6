// Stands in for a command: uses the server of the data folder, holds it until stdin ends, and prints what it saw.
import pg from 'pg';
import { homeOf, openServer } from '../../../scripts/home.mjs';

const server = await openServer(homeOf(process.env));
const client = new pg.Client({ connectionString: server.ownerUrl.replace(/[^/]+$/, 'postgres') });
await client.connect();
process.stdout.write('OPEN\n');
for await (const _chunk of process.stdin);
await client.query('select 1');
await client.end();
await server.close();
process.stdout.write('CLOSED\n');
