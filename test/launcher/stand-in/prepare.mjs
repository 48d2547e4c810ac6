// Stands in for migration and seed: makes roles and database, and notes each start in a table.
import { createRequire } from 'node:module';
import path from 'node:path';
import pg from 'pg';
import { projectRoot } from '../../../scripts/sources.mjs';

const { provision } = createRequire(import.meta.url)(path.join(projectRoot, 'dist/libs/platform/database/provision.js'));
await provision(process.env.DATABASE_URL);
const owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
await owner.connect();
await owner.query('create table if not exists start (at timestamptz default now()); grant select on start to sanzhi_api');
await owner.query('insert into start default values');
await owner.end();
