import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Answer, Seat } from '@sanzhi/testing';
import { until } from '../contract/queue-modes';
import { Dossier } from '../office/dossier';
import { Office } from '../office/office';
import { TcpProxy } from '../platform/tcp-proxy';
import { expectInvariants } from './invariants';
import { stopAt } from './stopping-point';
import { endConnections } from './worker-process';

jest.setTimeout(90_000);

const REASON = { reason: '有初步证据，属于本机关管辖。' };

let office: Office;
let road: TcpProxy;
let handler: Seat;
beforeAll(async () => {
  const server = new URL(process.env.SANZHI_TEST_OWNER_URL as string);
  road = new TcpProxy({ host: server.hostname, port: Number(server.port || 5432) });
  const port = String(await road.open());
  office = await Office.open({ worker: 'none', road: (url) => Object.assign(new URL(url), { hostname: '127.0.0.1', port }).toString() });
  handler = office.seat('handler1');
});
afterAll(async () => {
  await office.close();
  await road.close();
});

function expectAway({ status, body, headers }: Answer, code = 'database-unavailable'): void {
  expect([status, body.code]).toEqual([503, code]);
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
}

/** Does something while an act waits for the row of its case, which another one holds. */
async function whileWaiting(file: Dossier, acting: () => Promise<Answer>, work: () => Promise<unknown>): Promise<Answer> {
  const client = new pg.Client({ connectionString: office.database.ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('select 1 from casework.case where id = $1 for update', [file.id]);
    const answer = acting();
    await until(async () => (await office.rows('select 1 from pg_locks where not granted')).length > 0);
    await work();
    return await answer;
  } finally {
    await client.query('rollback');
    await client.end();
  }
}

it('F-04: loses its connection in the middle of an act: 503, nothing is written, and the same request then does it', async () => {
  const file = await Dossier.register(office);
  const before = await office.imprint();
  const key = randomUUID();
  const act = (): Promise<Answer> => handler.act(file.id, 'file-case', REASON, { version: 1, key });
  expectAway(await whileWaiting(file, act, () => endConnections(office.database, 'sanzhi_api')));
  expect(await office.imprint()).toEqual(before);
  const again = await act();
  expect([again.status, again.body.case?.version]).toEqual([200, 2]);
});

it('F-23: loses it with the road, before the answer to the commit is known: the repeat tells what became of it', async () => {
  const file = await Dossier.register(office);
  const key = randomUUID();
  const act = (): Promise<Answer> => handler.act(file.id, 'file-case', REASON, { version: 1, key });
  expectAway(await whileWaiting(file, act, () => road.close()));
  expectAway(await handler.get(`/cases/${file.id}`));
  await road.open();
  await until(async () => (await handler.get(`/cases/${file.id}`)).status === 200);
  const again = await act();
  expect([again.status, again.body.case?.version]).toEqual([200, 2]);
  expect(await office.verify(file.id)).toMatchObject({ ok: true, entries: 2 });
});

it('F-04: the connections of the crowd are ended again and again: none that is used anew carries anything over', async () => {
  const files = await Promise.all(Array.from({ length: 4 }, () => Dossier.register(office)));
  const reading = files.map(async (file) => {
    for (let n = 0; n < 15; n += 1) {
      const { status, body } = await handler.get<{ case?: { id: string } }>(`/cases/${file.id}`);
      expect([200, 503]).toContain(status);
      if (status === 200) expect(body.case?.id).toBe(file.id);
    }
  });
  const ending = (async () => {
    for (let n = 0; n < 10; n += 1) await endConnections(office.database, 'sanzhi_api');
  })();
  await Promise.all([...reading, ending]);
  const pool = office.api.get<pg.Pool>(pg.Pool, { strict: false });
  const { rows } = await pool.query(`select nullif(current_setting('sanzhi.organ', true), '') as organ, now() = statement_timestamp() as alone`);
  expect(rows).toEqual([{ organ: null, alone: true }]);
});

it('F-23: nothing passes while the commit is under way and nobody is told: 503 in time, and the repeat tells that it was done', async () => {
  const file = await Dossier.register(office);
  const key = randomUUID();
  const act = (): Promise<Answer> => handler.act(file.id, 'file-case', REASON, { version: 1, key });
  const point = await stopAt(office, 'before insert', 'record.entry');
  const from = performance.now();
  const answer = act();
  await until(async () => (await point.waiting()) > 0);
  road.hold();
  await point.remove();
  await until(async () => (await office.rows('select 1 from record.entry where case_id = $1 and seq = 2', [file.id])).length === 1);
  expectAway(await answer);
  expect(performance.now() - from).toBeLessThan(40_000);
  await road.close();
  await road.open();
  await until(async () => (await handler.get(`/cases/${file.id}`)).status === 200, 30_000);
  const again = await act();
  expect([again.status, again.body.case?.version]).toEqual([200, 2]);
});

it('is told by its own health, and lives on', async () => {
  await road.close();
  const [live, ready] = await Promise.all(['livez', 'readyz'].map((path) => fetch(`${office.address}/${path}`)));
  expect([live.status, ready.status]).toEqual([200, 503]);
  await road.open();
  await until(async () => (await fetch(`${office.address}/readyz`)).status === 200);
});

it('U33: cannot keep the audit row of a refusal: 503 in place of the refusal, and nothing is written', async () => {
  const file = await Dossier.register(office);
  await office.rows(`create function public.no_audit() returns trigger language plpgsql as $$ begin raise exception 'disk full' using errcode = 'disk_full'; end $$`);
  await office.rows('create trigger no_audit before insert on platform.refusal for each row execute function public.no_audit()');
  const before = await office.imprint();
  const refused = (): Promise<Answer> => handler.act(file.id, 'close-case', { summary: '结案。' });
  expectAway(await refused(), 'audit-unavailable');
  expect(await office.imprint()).toEqual(before);
  await office.rows('drop trigger no_audit on platform.refusal');
  expect((await refused()).status).toBe(422);
});

it('U33: cannot write a part of an act: nothing of it is there, whichever part it is', async () => {
  const file = await Dossier.register(office);
  await office.rows(`create function public.no_room() returns trigger language plpgsql as $$ begin raise exception 'disk full' using errcode = 'disk_full'; end $$`);
  const before = await office.imprint();
  for (const table of ['casework.case', 'record.entry', 'record.payload', 'record.pending_leaf', 'casework.task', 'platform.idempotency']) {
    await office.rows(`create trigger no_room before insert or update on ${table} for each row execute function public.no_room()`);
    const answer = await handler.act(file.id, 'file-case', REASON);
    await office.rows(`drop trigger no_room on ${table}`);
    expect([table, answer.status]).toEqual([table, 503]);
    expect(await office.imprint()).toEqual(before);
  }
  expect((await handler.act(file.id, 'file-case', REASON)).status).toBe(200);
});

it('and all invariants hold after all of it', () => expectInvariants(office.api));
