// Stands in for the seed: notes each start in a table, as the owner.
import pg from 'pg';

const owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
await owner.connect();
// The server of tests acknowledges before it writes; what is killed right after must not have lost this.
await owner.query('set synchronous_commit = on');
await owner.query('insert into start default values');
await owner.end();
