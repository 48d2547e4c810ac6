import type pg from 'pg';
import { PgUnitOfWork } from '@sanzhi/platform/database';
import { json, sql, type Sql } from '@sanzhi/platform/ports';
import { House, refusal } from './house';

const NOT_ALLOWED = '42501';

let house: House;
let api: pg.Pool;
let units: PgUnitOfWork;

beforeAll(async () => {
  house = await House.open();
  api = house.pool('sanzhi_api');
  units = new PgUnitOfWork(api);
});

afterAll(() => house.close());

const countAs = (readable: string[], question: Sql): Promise<number> =>
  units.run({ organ: 'EAST', readable, actor: 'test' }, async (unit) => {
    const [[row]] = await unit.load(question);
    return Number(row.count);
  });

describe('rows of another organ', () => {
  it.each([
    ['officers', sql`select count(*) from identity.officer`, 2, 1],
    ['accounts', sql`select count(*) from identity.account`, 2, 1],
  ])('hide %s from who may not read it', async (_, question, east, west) => {
    expect(await countAs(['EAST'], question)).toBe(east);
    expect(await countAs(['WEST'], question)).toBe(west);
    expect(await countAs(['EAST', 'WEST'], question)).toBe(east + west);
    expect(await countAs([], question)).toBe(0);
  });

  it.each(['sanzhi_api', 'sanzhi_worker'] as const)('are hidden from %s without a context', async (role) => {
    const { rows } = await house.pool(role).query('select count(*)::int as count from identity.officer');
    expect(rows).toEqual([{ count: 0 }]);
  });

  it('cannot be written', async () => {
    const officer = sql`insert into identity.officer (organ, name, posts, valid_from) values ('WEST', 'x', ${['handler']}, '2020-01-01')`;
    const written = units.run({ organ: 'EAST', readable: ['EAST', 'WEST'], actor: 'test' }, async (unit) => unit.write(officer));
    expect((await refusal(written)).code).toBe(NOT_ALLOWED);
  });

  it('are reached by no table of the schema without forced row-level security', async () => {
    const { rows } = await house.owner.query<{ name: string; shut: boolean }>(`
      select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as shut from pg_class c
      where c.relnamespace = 'identity'::regnamespace and c.relkind = 'r'
        and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'organ')`);
    expect(rows.map((row) => row.name).sort()).toEqual(['account', 'appointment', 'case_scope', 'delegation', 'duty', 'entrustment', 'officer', 'session']);
    expect(rows.every((row) => row.shut)).toBe(true);
  });
});

describe('secrets of signing in', () => {
  it.each(['password_hash', 'totp_secret'])('%s is read by no process', async (column) => {
    for (const role of ['sanzhi_api', 'sanzhi_worker', 'sanzhi_portal'] as const) {
      expect((await refusal(house.pool(role).query(`select ${column} from identity.account`))).code).toBe(NOT_ALLOWED);
    }
  });

  it('sessions are seen by their functions alone', async () => {
    expect((await refusal(api.query('select * from identity.session'))).code).toBe(NOT_ALLOWED);
  });

  it('the functions that need no organ belong to the keeper, look nowhere else, and are shut to the rest', async () => {
    const { rows } = await house.owner.query<{ name: string; owner: string; path: string[]; open: boolean }>(`
      select proname as name, pg_get_userbyid(proowner) as owner, proconfig as path,
        has_function_privilege('sanzhi_portal', oid, 'execute') or has_function_privilege('sanzhi_worker', oid, 'execute') as open
      from pg_proc where pronamespace = 'identity'::regnamespace and prosecdef`);
    expect(rows.length).toBeGreaterThan(7);
    for (const row of rows) expect(row).toMatchObject({ owner: 'sanzhi_keeper', path: ['search_path=identity, pg_temp'], open: false });
  });

  it('set-up is closed to the processes', async () => {
    expect((await refusal(api.query(`select identity.enrol('EAST', '{}')`))).code).toBe(NOT_ALLOWED);
  });
});

describe('accounts of the command line and of administrators', () => {
  it.each([
    ['the command line handles no case', { login: 'x1', kind: 'cli', posts: ['handler'] }, 'posts_of_kind'],
    ['nobody holds two administrations', { login: 'x2', kind: 'admin', posts: ['system-admin', 'audit-admin'] }, 'posts_of_kind'],
    ['an officer administers nothing', { login: 'x3', kind: 'person', name: 'x', posts: ['handler', 'security-admin'] }, 'administrators_apart'],
  ])('%s', async (_, draft, constraint) => {
    const enrolled = house.units.run({ organ: 'EAST', actor: 'test' }, (unit) =>
      unit.load(sql`select identity.enrol('EAST', ${json({ ...draft, passwordHash: 'x' })})`),
    );
    expect(await refusal(enrolled)).toEqual({ code: '23514', message: expect.stringContaining(constraint) });
  });
});
