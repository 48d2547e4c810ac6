import pg from 'pg';
import { Dossier } from '../office/dossier';
import { SMALL } from '../office/forms';
import { Office } from '../office/office';
import { toNotified } from '../office/ordinary-road';

jest.setTimeout(90_000);

let office: Office;
let file: Dossier;
const pools: pg.Pool[] = [];
beforeAll(async () => {
  office = await Office.open();
  file = await Dossier.register(office);
  await toNotified(file, SMALL);
  await office.settle();
});
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.end()));
  await office.close();
});

/** What is added and never changed: table, and a column that somebody might want to change. */
const KEPT = [
  ['record.entry', 'actor'], ['record.payload', 'body'], ['record.erasure', 'ground'], ['platform.refusal', 'actor'], ['platform.reading', 'code'],
  ['identity.duty', 'duty'], ['casework.rung', 'rung'], ['statistics.tally', 'kind'], ['statistics.imported', 'reason'],
  ['disclosure.event', 'ground'], ['discussion.vote', 'vote'],
] as const;

/** Runs as a process's role in the organ and rolls back; SQLSTATE of what refuses, and how many rows it reached. */
async function attempt(role: 'sanzhi_api' | 'sanzhi_worker', statement: string): Promise<{ code: string | null; rows: number }> {
  const pool = pools.find((one) => one.options.user === role) ?? opened(role);
  const client = await pool.connect();
  try {
    await client.query(`begin; select set_config('sanzhi.organ', 'DEMO-DISTRICT', true), set_config('sanzhi.organs', '{DEMO-DISTRICT}', true)`);
    return { code: null, rows: (await client.query(statement)).rowCount ?? 0 };
  } catch (cause) {
    return { code: (cause as pg.DatabaseError).code ?? 'none', rows: 0 };
  } finally {
    await client.query('rollback');
    client.release();
  }
}

function opened(role: 'sanzhi_api' | 'sanzhi_worker'): pg.Pool {
  const pool = new pg.Pool({ connectionString: office.database.url(role), user: role, max: 1 });
  pools.push(pool);
  return pool;
}

const NOT_GRANTED = '42501';

describe.each(['sanzhi_api', 'sanzhi_worker'] as const)('%s', (role) => {
  it.each(KEPT)('changes, deletes and empties nothing of %s', async (table, column) => {
    for (const statement of [`update ${table} set ${column} = ${column}`, `delete from ${table}`, `truncate ${table}`, `truncate ${table} cascade`]) {
      expect([statement, await attempt(role, statement)]).toEqual([statement, { code: NOT_GRANTED, rows: 0 }]);
    }
  });

  it('sees its organ only while it says which, and writes for no other', async () => {
    const pool = pools.find((one) => one.options.user === role) ?? opened(role);
    expect((await pool.query('select 1 from record.entry')).rowCount).toBe(0);
    const foreign = `insert into record.pending_leaf select 'ELSEWHERE', case_id, seq + 100, year, sha256, sm3 from record.pending_leaf`;
    const found = await attempt(role, foreign);
    // The worker integrates the leaves of every organ; nobody else writes for one that is not his.
    expect(found.code).toBe(role === 'sanzhi_api' ? NOT_GRANTED : null);
    const entry = `insert into record.entry select 'ELSEWHERE', case_id, seq, prev_sha256, sha256, sm3, header, action, actor, acted_at, recorded_at from record.entry`;
    expect((await attempt(role, entry)).code).toBe(NOT_GRANTED);
  });

  it('makes, changes and disables nothing of the schema', async () => {
    for (const statement of ['alter table record.entry disable trigger all', 'drop table record.payload', 'create table record.own (a int)', 'set role sanzhi_keeper']) {
      expect([statement, (await attempt(role, statement)).code]).toEqual([statement, NOT_GRANTED]);
    }
  });
});

it('is not even changed by the owner, who would have to take the guard away first', async () => {
  for (const statement of ['update record.entry set actor = actor', 'delete from record.entry', 'truncate record.entry cascade', 'update record.payload set body = body']) {
    await expect(office.rows(statement)).rejects.toMatchObject({ code: '23001' });
  }
});

it('takes no second entry in a place that is taken, nor a second one after the same', async () => {
  const again = (seq: string, sha: string) => `insert into record.entry
    select organ, case_id, ${seq}, prev_sha256, ${sha}, sm3, header, action, actor, acted_at, recorded_at from record.entry where seq = 2`;
  expect((await attempt('sanzhi_api', again('seq', 'sha256'))).code).toBe('23505');
  expect((await attempt('sanzhi_api', again('seq + 90', `'another'`))).code).toBe('23505');
});
