import { Pool } from 'pg';
import type { Answer } from '@sanzhi/testing';
import { ClockSweep } from '@sanzhi/casework';
import { Dossier } from '../office/dossier';
import { clueForm } from '../office/forms';
import { Office } from '../office/office';
import { steps } from '../office/ordinary-road';
import { TcpProxy } from '../platform/tcp-proxy';
import { expectInvariants } from './invariants';

jest.setTimeout(180_000);

const REASON = { reason: '有初步证据，属于本机关管辖。' };

let office: Office;
let road: TcpProxy;
beforeAll(async () => {
  const server = new URL(process.env.SANZHI_TEST_OWNER_URL as string);
  road = new TcpProxy({ host: server.hostname, port: Number(server.port || 5432) });
  const port = String(await road.open());
  office = await Office.open({ at: '2023-03-09T09:00:00+08:00', road: (url) => Object.assign(new URL(url), { hostname: '127.0.0.1', port }).toString() });
});
afterEach(async () => {
  await office.settle();
  await expectInvariants(office.api);
});
afterAll(async () => {
  await office.close();
  await road.close();
});

const open = (): Promise<Answer> => office.seat('handler1').open('penalty-ordinary', clueForm([office.seat('handler1'), office.seat('handler2')]));

it('F-28: each answer of the database takes 300 ms more: acts are done all the same', async () => {
  road.slow(150);
  const answers = await Promise.all(Array.from({ length: 10 }, open));
  road.slow(0);
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
});

it('F-28: a lock is held for long: 503 with Retry-After within the time-out, nothing is written, and the repeat does it', async () => {
  const file = await Dossier.register(office);
  const before = await office.imprint();
  const holder = await office.owner.connect();
  await holder.query('begin');
  await holder.query('select 1 from casework.case where id = $1 for update', [file.id]);
  const from = performance.now();
  const act = (): Promise<Answer> => office.seat('handler1').act(file.id, 'file-case', REASON, { version: 1, key: 'locked' });
  const { status, headers, body } = await act();
  const took = performance.now() - from;
  await holder.query('rollback');
  holder.release();
  expect([status, body.code, Number(headers.get('retry-after')) > 0]).toEqual([503, 'database-unavailable', true]);
  expect(headers.get('content-type')).toContain('application/problem+json');
  expect(took).toBeGreaterThan(4500);
  expect(took).toBeLessThan(15_000);
  expect(await office.imprint()).toEqual(before);
  expect((await act()).status).toBe(200);
});

/** Takes every connection of a process and does something meanwhile. */
async function exhausted(pool: Pool, work: () => Promise<void>): Promise<void> {
  const taken = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connect()));
  try {
    await work();
  } finally {
    taken.forEach((client) => client.release());
  }
}

it('F-28: no connection is free: a crowd is told at once that it is too much, and nobody waits for ever', async () => {
  const pool = office.api.get<Pool>(Pool, { strict: false });
  await exhausted(pool, async () => {
    const from = performance.now();
    const answers = await Promise.all(Array.from({ length: pool.options.max * 50 + 50 }, () => office.seat('handler1').get('/cases')));
    expect(performance.now() - from).toBeLessThan(30_000);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]));
    expect(answers.every(({ headers }) => Number(headers.get('retry-after')) > 0)).toBe(true);
    expect(new Set(answers.map(({ body }) => body.code))).toEqual(new Set(['busy', 'database-unavailable']));
  });
  expect((await open()).status).toBe(201);
});

it('F-28: no connection of the worker is free: the sweep still fires what is due', async () => {
  await steps.file(await Dossier.register(office));
  await office.standAt('2023-07-20T09:00:00+08:00');
  const before = (await office.rows('select 1 from casework.rung')).length;
  await exhausted(office.worker.get<Pool>(Pool, { strict: false }), async () => {
    expect(await office.worker.get(ClockSweep, { strict: false }).sweep()).toBeGreaterThanOrEqual(0);
    expect((await office.rows('select 1 from casework.rung')).length).toBeGreaterThan(before);
  });
});
