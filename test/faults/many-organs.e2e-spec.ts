import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import { demoPeople } from '@sanzhi/identity';
import type { Seat } from '@sanzhi/testing';
import { until } from '../contract/queue-modes';
import { CLINIC, clueForm } from '../office/forms';
import { Office } from '../office/office';
import { expectInvariants } from './invariants';

jest.setTimeout(120_000);

const ORGANS = Array.from({ length: 20 }, (_, index) => `ORGAN-${index + 1}`);
const POOL = 5;

interface Line {
  party: string;
}

let office: Office;
beforeAll(async () => {
  office = await Office.open({ poolSize: POOL });
  for (const organ of ORGANS) {
    const pair = demoPeople.slice(0, 2).map((one) => ({ ...one, login: loginOf(organ, one.login) }));
    await office.addOrgan(organ, pair);
  }
});
afterAll(() => office.close());

const loginOf = (organ: string, login: string): string => `${organ.toLowerCase()}-${login}`;
const pairOf = (organ: string): Seat[] => ['handler1', 'handler2'].map((login) => office.seat(loginOf(organ, login)));
const pool = (): Pool => office.api.get<Pool>(Pool, { strict: false });

/** What one organ does in the crowd; each answer is judged by itself. `opened` counts what was certainly saved. */
const doings: ((organ: string, opened: Map<string, number>) => Promise<void>)[] = [
  async (organ, opened) => {
    const [handler] = pairOf(organ);
    const { status } = await handler.open('penalty-ordinary', clueForm(pairOf(organ), { ...CLINIC, name: organ }));
    expect([201, 503]).toContain(status);
    if (status === 201) opened.set(organ, (opened.get(organ) ?? 0) + 1);
  },
  async (organ) => {
    const { status, body } = await pairOf(organ)[1].get<{ items: Line[] }>('/cases');
    expect([200, 503]).toContain(status);
    if (status === 200) expect(body.items.filter((line) => line.party !== organ)).toEqual([]);
  },
  async (organ) => {
    const { status } = await pairOf(organ)[0].open('penalty-ordinary', { ...clueForm(pairOf(organ)), handlers: [] });
    expect([400, 503]).toContain(status);
  },
  async (organ) => {
    // Refused by law: the code of the party is wrong.
    const wrong = { ...CLINIC, name: organ, code: '91120104MA0000001C' };
    const { status } = await pairOf(organ)[0].open('penalty-ordinary', clueForm(pairOf(organ), wrong));
    expect([422, 503]).toContain(status);
  },
  async (organ) => {
    const { status } = await pairOf(organ)[0].act(randomUUID(), 'file-case', {}, { version: 1 });
    expect([404, 503]).toContain(status);
  },
  // Gone before the answer: saved or not, nobody knows, but whole.
  async (organ) => {
    const json = { procedure: 'penalty-ordinary', form: clueForm(pairOf(organ), { ...CLINIC, name: organ }) };
    const signal = AbortSignal.timeout(1 + Math.floor(Math.random() * 200));
    const sent = pairOf(organ)[0].ask('POST', '/cases', { json, headers: { 'idempotency-key': randomUUID() }, signal });
    await sent.catch((cause: Error) => expect(cause.name).toMatch(/Abort|Timeout/));
  },
];

it('F-54: 200 requests at once on five connections, with errors and cancels: each organ has its own rows and no other', async () => {
  const opened = new Map<string, number>();
  const crowd = Array.from({ length: 200 }, (_, n) => doings[Math.floor(n / ORGANS.length) % doings.length](ORGANS[n % ORGANS.length], opened));
  await Promise.all(crowd);
  await until(() => pool().idleCount === pool().totalCount && pool().waitingCount === 0, 20_000);

  const rows = await office.rows<{ organ: string; party: string; cases: number; parties: number; entries: number }>(`
    select c.organ, c.facts->'party'->>'name' as party, count(*)::int as cases,
      (select count(*)::int from parties.party p where p.organ = c.organ) as parties,
      (select count(*)::int from record.entry e where e.organ = c.organ) as entries
    from casework.case c group by 1, 2`);
  for (const row of rows) {
    expect(row).toMatchObject({ party: row.organ, parties: 1, entries: row.cases });
    expect(row.cases).toBeGreaterThanOrEqual(opened.get(row.organ) ?? 0);
  }
  expect([...opened.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0);
  for (const { organ, cases } of rows) expect(await office.verify(undefined, organ)).toEqual({ ok: true, entries: cases, cases, problems: [] });
});

it('gives every connection back clean, and as many as there were', async () => {
  expect(pool().totalCount).toBeLessThanOrEqual(POOL);
  const clients = await Promise.all(Array.from({ length: POOL }, () => pool().connect()));
  for (const client of clients) {
    const { rows } = await client.query(`select nullif(current_setting('sanzhi.organ', true), '') as organ,
      nullif(current_setting('sanzhi.organs', true), '') as organs, now() = statement_timestamp() as alone`);
    expect(rows).toEqual([{ organ: null, organs: null, alone: true }]);
    expect((await client.query('select 1 from casework.case')).rowCount).toBe(0);
  }
  clients.forEach((client) => client.release());
});

it('serves each organ after it as before', async () => {
  for (const organ of ORGANS) {
    const { body } = await pairOf(organ)[0].get<{ items: Line[] }>('/cases');
    expect(new Set([organ, ...body.items.map((line) => line.party)])).toEqual(new Set([organ]));
  }
});

it('and all invariants hold in each of them', async () => {
  await office.settle();
  await expectInvariants(office.api);
});
