import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { asServerOwner, readMigrations, roleUrl, withDatabase } from '@sanzhi/platform/database';
import { endAll, projectRoot, start } from '../launcher/process';
import { openApi } from '../office/processes';
import { expectInvariants } from './invariants';

jest.setTimeout(180_000);

const CLI = path.join(projectRoot, 'dist/bundle/sanzhi.js');
const name = `sanzhi_together_${randomUUID().slice(0, 8)}`;
const ownerUrl = withDatabase(process.env.SANZHI_TEST_OWNER_URL as string, name);
const folder = mkdtempSync(path.join(tmpdir(), 'sanzhi-together-'));

afterAll(async () => {
  await endAll();
  await asServerOwner(ownerUrl.replace(name, 'postgres'), async (owner) => {
    for (const one of [name, `${name}_queue`]) await owner.query(`drop database if exists ${one} with (force)`);
  });
  rmSync(folder, { recursive: true, force: true });
});

it('F-40: two that start together make one database, one schema and one demo organ', async () => {
  expect(existsSync(CLI)).toBe(true);
  const run = (command: string) => start(CLI, [command, '--json'], { DATABASE_URL: ownerUrl, SANZHI_DATA: folder });
  const migrating = [run('migrate'), run('migrate'), run('migrate')];
  expect(await Promise.all(migrating.map(({ ended }) => ended))).toEqual([0, 0, 0]);
  const applied = migrating.flatMap(({ stdout }) => (JSON.parse(stdout()) as { applied: string[] }).applied);
  expect(applied.sort()).toEqual(readMigrations(projectRoot).map((one) => one.name));
  const seeding = [run('seed'), run('seed')];
  expect(await Promise.all(seeding.map(({ ended }) => ended))).toEqual([0, 0]);
  expect((JSON.parse(readFileSync(path.join(folder, 'demo-accounts.json'), 'utf8')) as unknown[]).length).toBeGreaterThan(5);
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const { rows } = await owner.query('select count(*)::int as accounts, count(distinct login)::int as logins from identity.account');
  expect(rows[0].accounts).toBe(rows[0].logins);
  await owner.end();
  const api = await openApi({ ownerUrl, url: (role) => roleUrl(ownerUrl, role), drop: async () => undefined });
  await expectInvariants(api, { looked: [] });
  await api.close();
});
