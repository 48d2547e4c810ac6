import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import pg from 'pg';
import { ScryptPasswordHasher, seedDemoOrgan } from '@sanzhi/identity';
import { PgUnitOfWork } from '@sanzhi/platform/database';
import { VerifyRecord } from '@sanzhi/record';
import { freshDatabase, type FreshDatabase } from '@sanzhi/testing';
import { openCases } from '../../apps/cli/src/demo/open-cases';
import { seedCases } from '../../apps/cli/src/demo/seed-cases';
import { openHouse } from '../../apps/cli/src/house';

jest.setTimeout(180_000);

let database: FreshDatabase;
let owner: pg.Pool;
let house: INestApplicationContext;
let folder: string;
let seconds: number;
beforeAll(async () => {
  database = await freshDatabase();
  owner = new pg.Pool({ pipeline: true, connectionString: database.ownerUrl, max: 2 });
  folder = mkdtempSync(path.join(tmpdir(), 'sanzhi-cases-'));
  await seedDemoOrgan({ units: new PgUnitOfWork(owner), passwords: new ScryptPasswordHasher(4) }, folder);
  house = await openHouse(database.ownerUrl, 'sanzhi_api');
  const begun = performance.now();
  expect(await seedCases(house)).toBe(25);
  seconds = (performance.now() - begun) / 1000;
});
afterAll(async () => {
  await house?.close();
  await owner.end();
  await database.drop();
  rmSync(folder, { recursive: true });
});

const count = async (what: string): Promise<number> => Number((await owner.query(`select count(*) from ${what}`)).rows[0].count);

it('shows a district at work: open cases in every state', async () => {
  const { rows } = await owner.query<{ state: string; cases: number }>('select state, count(*)::int as cases from casework.case group by state order by state');
  const states = Object.fromEntries(rows.map((row) => [row.state, row.cases]));
  expect(Object.keys(states).sort()).toEqual(
    ['clue', 'closed', 'decided', 'discussed', 'discussing', 'filing', 'investigating', 'notified', 'performed', 'reported', 'reviewed', 'reviewing', 'served'].sort(),
  );
  expect(rows.reduce((sum, row) => sum + row.cases, 0)).toBe(openCases.length);
});

it('has two that are overdue, and one publication that nobody scoped in time', async () => {
  expect(await count("casework.clock where rule = 'CASE-DECIDE-90' and state = 'running' and statutory_due < identity.legal_today()")).toBe(2);
  expect(await count("casework.clock k join disclosure.item i on i.id = k.subject_id where k.state = 'running' and k.statutory_due < identity.legal_today() and i.state = 'proposed'")).toBe(1);
});

it('is dated on the days of the acts, with papers for proof, by officers of both staffs', async () => {
  const late = "record.entry e join record.payload p using (organ, case_id, seq) where e.acted_at < e.recorded_at - interval '1 day'";
  expect(await count(`${late} and p.body::jsonb->'proof' is null`)).toBe(0);
  expect(await count(late)).toBeGreaterThan(150);
  expect(await count("(select distinct o.body from record.entry e join identity.officer o on o.id::text = e.actor where o.body = 'DEMO-TEAM') bodies")).toBe(1);
  expect(await house.get(VerifyRecord, { strict: false }).run({ organ: 'DEMO-DISTRICT' })).toMatchObject({ ok: true, cases: 25 });
});

it('is done once, and soon', async () => {
  expect(await seedCases(house)).toBe(0);
  expect(await count('casework.case')).toBe(25);
  expect(seconds).toBeLessThan(15);
});
