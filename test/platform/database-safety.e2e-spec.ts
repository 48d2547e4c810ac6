import { Client, type Pool } from 'pg';
import type { DataSource } from 'typeorm';
import {
  assertSafeDatabaseRole, dataSourceFor, isDatabaseAway, openDataSource, PgLegalClock, PgUnitOfWork, poolOf,
} from '@sanzhi/platform/database';
import { answerOf, AppError, keepAnswer, openKey, sql, type KeyScope, type UnitContext } from '@sanzhi/platform/ports';
import { freshDatabase, type FreshDatabase } from '@sanzhi/testing';

const POOL_SIZE = 3;
const context: UnitContext = { organ: 'A', actor: 'li' };
let database: FreshDatabase;
let owner: Client;
let source: DataSource;
let pool: Pool;
let work: PgUnitOfWork;

beforeAll(async () => {
  database = await freshDatabase();
  owner = new Client(database.ownerUrl);
  await owner.connect();
  source = await openDataSource({
    url: database.url('sanzhi_api'), poolSize: POOL_SIZE, applicationName: 'safety', statementMillis: 300, waitMillis: 300,
  });
  pool = poolOf(source);
  work = new PgUnitOfWork(pool);
});
afterAll(async () => {
  await source.destroy();
  await owner.end();
  await database.drop();
});

const thrownBy = (promise: Promise<unknown>): Promise<unknown> => promise.then(() => undefined, (cause: unknown) => cause);
const untouched = { idle: 0, waiting: 0 };
const state = (): typeof untouched => ({ idle: pool.totalCount - pool.idleCount, waiting: pool.waitingCount });

describe('the role of a process', () => {
  it('is safe as it is provisioned', async () => {
    await expect(assertSafeDatabaseRole(pool)).resolves.toBeUndefined();
  });

  it.each([
    ['superuser', 'superuser', '超级用户'],
    ['bypassrls', 'bypassrls', 'BYPASSRLS'],
    ['owner', 'nosuperuser', '拥有表'],
    ['member', 'nosuperuser', '拥有表'],
  ])('is refused when it is %s', async (kind, attribute, reason) => {
    const role = `sanzhi_test_${kind}_${process.pid}`;
    await owner.query(`create role ${role} login password 'x' ${attribute}`);
    await owner.query(`grant create, usage on schema public to ${role}`);
    await owner.query(`grant connect on database ${new URL(database.ownerUrl).pathname.slice(1)} to ${role}`);
    if (kind === 'owner') await owner.query(`create table public.of_${kind} (); alter table public.of_${kind} owner to ${role}`);
    if (kind === 'member') await owner.query(`grant ${(await owner.query<{ r: string }>('select current_user as r')).rows[0].r} to ${role}`);
    const url = new URL(database.ownerUrl);
    Object.assign(url, { username: role, password: 'x' });
    const unsafe = await dataSourceFor({ url: url.toString(), poolSize: 1, applicationName: 'unsafe' }).initialize();
    const thrown = await thrownBy(assertSafeDatabaseRole(poolOf(unsafe)));
    await unsafe.destroy();
    await owner.query(`drop owned by ${role} cascade; drop role ${role}`);
    expect(thrown).toMatchObject({ name: 'UnsafeDatabaseRole', role });
    expect((thrown as Error).message).toContain(reason);
  });
});

describe('a unit of work under faults', () => {
  it('gives its connection back after errors of every kind, clean', async () => {
    const faults = [
      () => work.run(context, async () => Promise.reject(new Error('before anything'))),
      () => work.run(context, async (unit) => unit.load(sql`select 1/0`)),
      () => work.run(context, async (unit) => void unit.write(sql`insert into platform.outbox (organ) values ('A')`)),
      () => work.run(context, async (unit) => unit.load(sql`select pg_sleep(5)`)),
      () => work.run(context, async (unit) => unit.load(sql`select pg_terminate_backend(pg_backend_pid())`)),
      () => work.run(context, async (unit) => (unit.refuse(sql`select nonsense`), null)),
    ];
    const thrown = await Promise.all(Array.from({ length: 10 }, () => faults).flat().map((fault) => thrownBy(retried(fault))));
    expect(thrown.every((cause) => cause instanceof Error)).toBe(true);
    expect(state()).toEqual(untouched);
    const leaked = await Promise.all(
      Array.from({ length: POOL_SIZE }, () => pool.query<{ organ: string }>(`select current_setting('sanzhi.organ', true) as organ, pg_sleep(0.05)`)),
    );
    for (const { rows } of leaked) expect(rows[0].organ || '').toBe('');
  });

  it('outlives a connection that the server ends between two statements', async () => {
    const thrown = await thrownBy(
      work.run(context, async (unit) => {
        const [[{ pid }]] = await unit.load(sql`select pg_backend_pid() as pid`);
        await owner.query('select pg_terminate_backend($1)', [pid]);
        await new Promise((resolve) => setTimeout(resolve, 100));
        return unit.load(sql`select 1`);
      }),
    );
    expect(isDatabaseAway(thrown)).toBe(true);
    expect(state()).toEqual(untouched);
    expect(await work.run(context, (unit) => unit.load(sql`select 1 as one`))).toEqual([[{ one: 1 }]]);
  });

  it('tells a statement that runs too long, and a pool without a free connection, as the database being away', async () => {
    const slow = () => thrownBy(work.run(context, (unit) => unit.load(sql`select pg_sleep(2)`)));
    expect(isDatabaseAway(await slow())).toBe(true);
    const held = await Promise.all(Array.from({ length: POOL_SIZE }, () => pool.connect()));
    const waiting = await thrownBy(work.run(context, (unit) => unit.load(sql`select 1`)));
    held.forEach((client) => client.release());
    expect(isDatabaseAway(waiting)).toBe(true);
    expect(state()).toEqual(untouched);
  });
});

/** With all connections in use by faults, waiting for one may fail as well: that is not the fault that is tested. */
async function retried(fault: () => Promise<unknown>): Promise<unknown> {
  for (;;) {
    const thrown = await thrownBy(fault());
    if (!(thrown instanceof Error && thrown.message.startsWith('timeout exceeded when trying'))) throw thrown as Error;
  }
}

describe('idempotency keys', () => {
  const scope = (key: string, requestSha256 = 'one'): KeyScope => ({ organ: 'A', account: 'li', key, requestSha256 });
  const act = (of: KeyScope, effect: () => Promise<number>): Promise<unknown> =>
    work.run(context, async (unit) => {
      const [[{ opened }]] = await unit.load(openKey(of));
      const before = answerOf(opened, of.requestSha256);
      if (before) return before.answer;
      const answer = { result: await effect() };
      unit.write(keepAnswer(of, { status: 201, answer }));
      return answer;
    });
  const codeOf = (cause: unknown): string => (cause instanceof AppError ? `${cause.status} ${cause.code}` : String(cause));

  it('gives the same answer again, and refuses another request', async () => {
    expect(await act(scope('k1'), async () => 1)).toEqual({ result: 1 });
    expect(await act(scope('k1'), async () => 2)).toEqual({ result: 1 });
    expect(codeOf(await thrownBy(act(scope('k1', 'other'), async () => 3)))).toBe('422 idempotency-mismatch');
    expect(await act({ ...scope('k1'), account: 'wang' }, async () => 4)).toEqual({ result: 4 });
  });

  it('forgets a key whose act failed', async () => {
    expect(await thrownBy(act(scope('k2'), () => Promise.reject(new Error('failed'))))).toBeInstanceOf(Error);
    expect(await act(scope('k2'), async () => 5)).toEqual({ result: 5 });
  });

  it('runs one of two at the same time', async () => {
    let begun: () => void = () => undefined;
    let goOn: () => void = () => undefined;
    const started = new Promise<void>((resolve) => (begun = resolve));
    const first = act(scope('k3'), () => (begun(), new Promise((resolve) => (goOn = () => resolve(6)))));
    await started;
    expect(codeOf(await thrownBy(act(scope('k3'), async () => 7)))).toBe('409 idempotency-running');
    goOn();
    expect(await first).toEqual({ result: 6 });
    expect(await act(scope('k3'), async () => 8)).toEqual({ result: 6 });
  });
});

it('tells legal time, real or simulated', async () => {
  const real = await new PgLegalClock(pool).now();
  expect(real.simulated).toBe(false);
  expect(Math.abs(Date.parse(real.at) - Date.now())).toBeLessThan(60_000);
  const demo = await freshDatabase({ clock: 'simulated' });
  const other = await openDataSource({ url: demo.url('sanzhi_api'), poolSize: 1, applicationName: 'clock' });
  expect(await new PgLegalClock(poolOf(other)).now()).toEqual({ at: '2019-12-31T16:00:00.000Z', simulated: true });
  await other.destroy();
  await demo.drop();
});
