import type { DataSource } from 'typeorm';
import { openDataSource, PgUnitOfWork, poolOf } from '@sanzhi/platform/database';
import { json, sql, type UnitContext } from '@sanzhi/platform/ports';
import { freshDatabase, type FreshDatabase } from '@sanzhi/testing';

const AS: UnitContext = { organ: 'A', actor: 'somebody' };

let database: FreshDatabase;
let source: DataSource;
let units: PgUnitOfWork;

beforeAll(async () => {
  database = await freshDatabase();
  // One connection: what it keeps of the statement before meets the one behind it.
  source = await openDataSource({ url: database.ownerUrl, poolSize: 1, applicationName: 'test', waitMillis: 60_000 });
  units = new PgUnitOfWork(poolOf(source));
  await poolOf(source).query('create table public.kept (id int primary key, what jsonb, on_day date)');
});
afterEach(() => poolOf(source).query('truncate public.kept'));
afterAll(async () => {
  await source.destroy();
  await database.drop();
});

const add = (id: number, what: unknown = null) => sql`insert into kept (id, what, on_day) values (${id}, ${json(what)}, '2026-01-05')`;
const read = (from: number) => sql`select id, what, on_day as day from kept where id >= ${from} order by id`;

it('gives rows with their types, the first time and when the server knows the statement', async () => {
  await units.run(AS, async (unit) => unit.write(add(1, { 甲: ['"', '\\'] }), add(2)));
  for (let times = 0; times < 2; times += 1) {
    const [rows, none] = await units.ask(AS, read(1), read(9));
    expect(rows).toEqual([{ id: 1, what: { 甲: ['"', '\\'] }, day: '2026-01-05' }, { id: 2, what: null, day: '2026-01-05' }]);
    expect(none).toEqual([]);
  }
});

it('answers statement by statement when one stands twice in a message', async () => {
  const [one, added, other] = await units.ask(AS, read(1), add(1), read(1));
  expect([one.length, added.length, other.length]).toEqual([0, 0, 1]);
});

it('shows policies whose organ it is, until its end', async () => {
  const seen = sql`select current_setting('sanzhi.organ', true) as organ, readable_organs() as readable, current_setting('sanzhi.actor', true) as actor`;
  const [[inside]] = await units.ask({ ...AS, readable: ['A', 'B"\\'] }, seen);
  expect(inside).toEqual({ organ: 'A', readable: ['A', 'B"\\'], actor: 'somebody' });
  const { rows } = await poolOf(source).query(`select current_setting('sanzhi.organ', true) as organ`);
  expect(rows).toEqual([{ organ: '' }]);
});

it('keeps nothing of a message in which one statement fails, and the connection serves on', async () => {
  await expect(units.ask(AS, add(1), add(1), add(2))).rejects.toMatchObject({ code: '23505' });
  const failed = units.run(AS, async (unit) => unit.write(add(1), add(1)));
  await expect(failed).rejects.toMatchObject({ code: '23505' });
  expect(await units.ask(AS, read(1))).toEqual([[]]);
});

it('keeps nothing when the work throws between its two messages', async () => {
  const thrown = units.run(AS, async (unit) => {
    await unit.load(add(1));
    throw new Error('law');
  });
  await expect(thrown).rejects.toThrow('law');
  expect(await units.ask(AS, read(1))).toEqual([[]]);
});

it('runs a statement that the server refused to parse once it can', async () => {
  const late = sql`select count(*)::int as n from late where n > ${0}`;
  await expect(units.ask(AS, late)).rejects.toMatchObject({ code: '42P01' });
  await poolOf(source).query('create table public.late (n int)');
  expect(await units.ask(AS, late)).toEqual([[{ n: 0 }]]);
  expect(await units.ask(AS, late)).toEqual([[{ n: 0 }]]);
});

it('runs a statement again whose first run failed after it was parsed', async () => {
  const divided = (by: number) => sql`select 6 / ${by}::int as n`;
  await expect(units.ask(AS, divided(0))).rejects.toMatchObject({ code: '22012' });
  expect(await units.ask(AS, divided(2))).toEqual([[{ n: 3 }]]);
});

it('tells where in the application a statement failed', async () => {
  const failed = await units.ask(AS, sql`select 1 / ${0}::int`).catch((cause: Error) => cause);
  expect((failed as Error).stack).toContain('pg-unit-of-work');
});

it('stops the time-out of each message that was answered', async () => {
  const timers = (): number => process.getActiveResourcesInfo().filter((one) => one === 'Timeout').length;
  const before = timers();
  for (let times = 0; times < 20; times += 1) await units.ask(AS, read(1));
  expect(timers() - before).toBeLessThan(5);
});
