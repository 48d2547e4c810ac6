import pg from 'pg';
import { type LoginRole, LOGIN_ROLES, provision, withDatabase } from '@sanzhi/platform/database';
import { type FreshDatabase, freshDatabase } from '@sanzhi/testing';

async function ask<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('a database for a test file, with the roles of the processes', () => {
  let database: FreshDatabase;

  beforeAll(async () => {
    database = await freshDatabase({ queue: true, migrations: [] });
  });

  afterAll(() => database.drop());

  it.each(LOGIN_ROLES)('%s logs in by its derived password and has no privileges', async (role: LoginRole) => {
    const [row] = await ask<{ me: string; mighty: boolean }>(
      database.url(role),
      'select current_user as me, rolsuper or rolbypassrls or rolcreatedb or rolcreaterole as mighty from pg_roles where rolname = current_user',
    );
    expect(row).toEqual({ me: role, mighty: false });
  });

  it('keeps the queue out of the case database and the api out of the queue', async () => {
    const queue = new URL(database.url('sanzhi_queue'));
    await expect(ask(withDatabase(queue.href, new URL(database.ownerUrl).pathname.slice(1)), 'select 1')).rejects.toMatchObject({ code: '42501' });
    await expect(ask(withDatabase(database.url('sanzhi_api'), queue.pathname.slice(1)), 'select 1')).rejects.toMatchObject({ code: '42501' });
  });

  it('lets only the queue make a schema in its database', async () => {
    await ask(database.url('sanzhi_queue'), 'create schema bullmq');
    await expect(ask(database.url('sanzhi_api'), 'create schema mine')).rejects.toMatchObject({ code: '42501' });
  });

  it('finds Chinese by trigrams and sorts by code point', async () => {
    await ask(database.ownerUrl, 'create extension if not exists pg_trgm');
    const [row] = await ask(
      database.ownerUrl,
      `select cardinality(show_trgm('行政处罚')) as trigrams, (select string_agg(t, '' order by t) from unnest(array['b', 'B', 'a']) t) as sorted`,
    );
    expect(row).toEqual({ trigrams: 5, sorted: 'Bab' });
  });

  it('is provisioned any number of times at once without a fault', async () => {
    await Promise.all(Array.from({ length: 8 }, () => provision(database.ownerUrl)));
    await expect(ask(database.url('sanzhi_worker'), 'select 1')).resolves.toHaveLength(1);
  });

  it('is one of many made at the same time, each alone', async () => {
    const many = await Promise.all(Array.from({ length: 6 }, () => freshDatabase({ migrations: [] })));
    await ask(many[0].ownerUrl, 'create table only_here ()');
    const seen = await Promise.all(many.map((one) => ask<{ there: boolean }>(one.ownerUrl, `select to_regclass('only_here') is not null as there`)));
    expect(seen.map(([row]) => row.there)).toEqual([true, false, false, false, false, false]);
    await Promise.all(many.map((one) => one.drop()));
  });
});
