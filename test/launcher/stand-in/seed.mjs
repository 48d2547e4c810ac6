// Stands in for the seed: notes each start in a table, as the owner.
import pg from 'pg';

const owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
await owner.connect();
await owner.query('insert into start default values');
await owner.end();
