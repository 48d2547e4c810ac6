import pg from 'pg';
import { UnitOfWork } from '@sanzhi/platform/ports';
import { sql } from '@sanzhi/platform/ports';
import { clinic, House } from './house';

const ORGAN = 'DEMO-DISTRICT';

let house: House;
let worker: pg.Pool;
beforeAll(async () => {
  house = await House.open([
    { login: 'both', kind: 'person', name: '示范兼职员', posts: ['publisher', 'second-eye'] },
    { login: 'all', kind: 'person', name: '示范全职员', posts: ['handler', 'publisher', 'second-eye'], certificateNumber: '示范-0099', certificateFrom: '2019-01-01', certificateUntil: '2035-12-31' },
  ]);
  worker = house.pool('sanzhi_worker');
  await house.timeline.moveTo('2022-07-06T02:00:00.000Z');
});
afterAll(async () => {
  await worker.end();
  await house.close();
});

const cleared = async (): Promise<string> => {
  const id = await house.decided();
  await house.serve(id);
  await house.scope(id);
  expect(await house.clear(id)).toEqual([]);
  return id;
};

/** Runs as the worker in the organ and rolls back; the message the database refuses with, or null. */
async function refused(...statements: [text: string, values: unknown[]][]): Promise<string | null> {
  const client = await worker.connect();
  try {
    await client.query(`begin; select set_config('sanzhi.organ', '${ORGAN}', true), set_config('sanzhi.organs', '{${ORGAN}}', true)`);
    for (const [text, values] of statements) await client.query(text, values);
    return null;
  } catch (cause) {
    return (cause as pg.DatabaseError).message;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

const release = (id: string, sha256: string, ground: string | null = null): [string, unknown[]] => [
  'select disclosure.release($1, $2, $3)', [`${id}/decision`, sha256, ground],
];
const change = (id: string, set: string): [string, unknown[]] => [`update disclosure.item set ${set} where id = $1`, [`${id}/decision`]];

describe('disclosure.release', () => {
  let id: string;
  let sha256: string;
  beforeAll(async () => {
    id = await cleared();
    sha256 = (await house.item(id)).sha256!;
  });

  it('lets through exactly what was cleared', async () => {
    expect(await refused(release(id, sha256))).toBeNull();
  });

  it('refuses another digest', async () => {
    expect(await refused(release(id, 'f'.repeat(64)))).toContain('the digest is not the one that was cleared');
  });

  it.each([
    ['bytes that were changed', `body = body || ' '`, 'its bytes are not those that were cleared'],
    ['a report that is not clean', `report = report || '{"clean": false}'`, 'its redaction report is not clean'],
    ['a report on other bytes', `report = report || '{"sha256": "00"}'`, 'its redaction report is not clean or not of these bytes'],
    ['a report without a verdict', `report = report - 'clean'`, 'its redaction report is not clean'],
    ['a name in the list that the body does not show', `party_shown = '章海洋'`, 'its entry in the list'],
    ['one person for both', 'cleared_by = scoped_by', 'not of two persons'],
  ])('refuses %s', async (_what, set, fault) => {
    expect(await refused(change(id, set), release(id, sha256))).toContain(fault);
  });

  it.each(['cleared_by', 'scoped_by'])('refuses a handler of the case as %s', async (column) => {
    const handler = house.as('handler1').actor.person;
    expect(await refused(change(id, `${column} = '${handler}'`), release(id, sha256))).toContain('a handler of the case');
  });

  it('refuses what is not cleared, and what is not there', async () => {
    const waiting = await house.decided();
    expect(await refused(release(waiting, sha256))).toContain('it is not cleared');
    expect(await refused(release('00000000-0000-7000-8000-000000000000', sha256))).toContain('no item');
  });

  it('refuses what is not served, but for a recorded ground', async () => {
    const unserved = await house.decided();
    await house.scope(unserved);
    await house.clear(unserved);
    const digest = (await house.item(unserved)).sha256!;
    expect(await refused(release(unserved, digest))).toContain('is not served');
    expect(await refused(release(unserved, digest, ' '))).toContain('is not served');
    expect(await refused(release(unserved, digest, '地方规定'))).toBeNull();
  });

  it('refuses the item of another organ', async () => {
    const client = await worker.connect();
    await client.query(`begin; select set_config('sanzhi.organ', 'ELSEWHERE', true)`);
    await expect(client.query(...release(id, sha256))).rejects.toThrow('no item');
    await client.query('rollback');
    client.release();
  });

  it('leaves nothing half when a later statement of the unit throws', async () => {
    const unit = house.worker.get(UnitOfWork).run({ organ: ORGAN, actor: 'system' }, async (one) => {
      one.write(sql`select disclosure.release(${`${id}/decision`}, ${sha256})`, sql`select 1 / 0`);
    });
    await expect(unit).rejects.toThrow('division by zero');
    expect(await house.published(id)).toEqual([]);
    expect(await house.item(id)).toMatchObject({ state: 'cleared' });
    expect((await house.events(id)).map((event) => event.kind)).not.toContain('published');
  });
});

describe('the roles of the database', () => {
  it.each(['sanzhi_api', 'sanzhi_worker', 'sanzhi_portal'] as const)('%s writes nothing into pub', async (role) => {
    const pool = house.pool(role);
    const row = `insert into pub.item values ('${ORGAN}', 'x', 'x', 'x', 'x', 'x', '2022-01-01', 'x', 'x', '2022-01-01')`;
    for (const text of [row, 'delete from pub.item', `update pub.item set html = ''`, 'truncate pub.item']) {
      await expect(pool.query(text)).rejects.toMatchObject({ code: '42501' });
    }
    await pool.end();
  });

  it('the api publishes nothing by itself', async () => {
    const pool = house.pool('sanzhi_api');
    await expect(pool.query(`select disclosure.release('x', 'x')`)).rejects.toMatchObject({ code: '42501' });
    await pool.end();
  });

  it('the worker does not mark as published what it did not release', async () => {
    const id = await cleared();
    expect(await refused(change(id, `state = 'published', published_at = sanzhi_now()`))).toContain('may not go from cleared to published');
  });

  it('the portal reads pub and nothing else', async () => {
    const pool = house.pool('sanzhi_portal');
    await expect(pool.query('select * from pub.item')).resolves.toBeDefined();
    const { rows } = await pool.query<{ name: string }>(`
      select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'v', 'm', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
        and has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select') order by 1`);
    expect(rows.map((row) => row.name)).toEqual(['platform.instance', 'platform.migration', 'platform.simulated_clock', 'pub.item', 'pub.notice']);
    for (const table of ['casework.case', 'disclosure.item', 'record.payload', 'identity.officer']) {
      await expect(pool.query(`select * from ${table}`)).rejects.toMatchObject({ code: '42501' });
    }
    await pool.end();
  });
});

describe('clearing', () => {
  it('refuses a leak and names its kind, never the value', async () => {
    const id = await house.decided({ party: { ...clinic, name: '示范诊所13812345678' } });
    await house.scope(id);
    const { preview } = await house.item(id);
    const form = { sha256: preview!.sha256, confirmed: true };
    expect(await house.act('second-eye', id, 'clear-publication', form)).toEqual(['redaction-clean']);
    const { allowedActions } = await house.view(id, 'second-eye');
    const [refusal] = allowedActions.find((one) => one.action === 'clear-publication')!.refusals;
    expect(refusal.message).toContain('手机号码');
    expect(JSON.stringify(refusal)).not.toContain('13812345678');
  });

  it('confirms exactly what was seen', async () => {
    const id = await house.decided();
    await house.scope(id);
    expect(await house.act('second-eye', id, 'clear-publication', { sha256: 'a'.repeat(64), confirmed: true })).toEqual(['redaction-as-seen']);
  });

  it('is not for who decided the scope, nor for a handler', async () => {
    const id = await house.decided();
    await house.must('both', id, 'scope-publication', { scope: 'open', ground: '依法公开。', secrecyChecked: true });
    expect(await house.clear(id, 'both')).toEqual(['second-eye-not-publisher']);
    expect(await house.clear(id, 'handler1')).toEqual(['incompatible-duty']);
    expect(await house.clear(id)).toEqual([]);
  });

  it('is asked for again when the case has changed what would be shown', async () => {
    const id = await cleared();
    expect(await house.clear(id)).toEqual(['item-awaits-clearing']);
    const correction = { seq: 1, fact: 'clue.offence', value: '未按规定管理处方', reason: '录入笔误' };
    await house.must('handler1', id, 'request-correction', correction);
    await house.must('head1', id, 'approve-correction', { opinion: '同意。' });
    await house.timeline.moveTo('2022-07-18T02:00:00.000Z');
    expect(await house.published(id)).toEqual([]);
    expect((await house.events(id)).at(-1)).toMatchObject({ kind: 'late', blocked_by: 'second-eye', ground: expect.stringContaining('须重新复核') });
    expect(await house.clear(id)).toEqual([]);
    await house.timeline.settle();
    const [shown] = await house.published(id);
    expect(shown.html).toContain('未按规定管理处方');
  });
});

describe('scoping', () => {
  const form = { scope: 'open', ground: '依法公开。', secrecyChecked: true };

  it('is done once, and not by a handler of the case', async () => {
    const id = await house.decided({ handlers: ['handler1', 'all'] });
    expect(await house.act('all', id, 'scope-publication', form)).toEqual(['publisher-not-handler']);
    await house.scope(id);
    expect(await house.act('publisher', id, 'scope-publication', form)).toEqual(['item-awaits-scope']);
  });
});
