import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Seat } from '@sanzhi/testing';
import type { Operation } from '../../apps/cli/src/invariants/history';
import { until } from '../contract/queue-modes';
import { clueForm } from '../office/forms';
import { Office } from '../office/office';
import { TcpProxy } from '../platform/tcp-proxy';
import { expectInvariants } from './invariants';
import { chance, SEED } from './rounds';

jest.setTimeout(240_000);

interface Server {
  url: string;
  port: number;
  pid: number;
  exited: Promise<void>;
  stop(): Promise<void>;
}

const given = process.env.SANZHI_TEST_OWNER_URL;
const home = mkdtempSync(path.join(tmpdir(), 'sanzhi-pg-'));
let server: Server;
let road: TcpProxy;
let office: Office;

/** A server that keeps what it acknowledges: this one is to be killed. */
async function start(): Promise<Server> {
  const { startPostgres } = (await import('../../scripts/embedded-postgres.mjs' as string)) as { startPostgres(wishes: object): Promise<Server> };
  return startPostgres({ dataDir: path.join(home, 'pg'), durable: true, removeOnExit: home });
}

beforeAll(async () => {
  server = await start();
  process.env.SANZHI_TEST_OWNER_URL = server.url;
  road = new TcpProxy({ host: '127.0.0.1', port: server.port });
  const port = String(await road.open());
  office = await Office.open({ worker: 'none', clock: 'real', road: (url) => Object.assign(new URL(url), { port }).toString() });
});
afterAll(async () => {
  process.env.SANZHI_TEST_OWNER_URL = given;
  await road.close();
  await server.stop();
});

const operations: Operation[] = [];

/** Opens cases one after the other until told to stop, and keeps what it was told of each. */
async function client(seat: Seat, stop: AbortSignal): Promise<void> {
  const form = clueForm([office.seat('handler1'), office.seat('handler2')]);
  for (let n = 0; !stop.aborted; n += 1) {
    const op = `${seat.login}-${Math.random()}`;
    const told = { op, organ: 'DEMO-DISTRICT', action: 'register-clue' };
    const { status, body, headers } = await seat.open('penalty-ordinary', form, { key: op });
    expect([201, 503]).toContain(status);
    if (status === 503) expect(headers.get('retry-after')).not.toBeNull();
    const known = body.record && body.case ? { case: body.case.id, ...body.record } : {};
    operations.push({ ...told, ...known, became: status === 201 ? 'ok' : 'info' });
  }
}

it(`F-03: the database is killed under load (seed ${SEED}): what was acknowledged is there, and the same api goes on`, async () => {
  const stop = new AbortController();
  const seats = ['handler1', 'handler2', 'handler3'].map((login) => office.seat(login));
  const clients = [...seats, ...seats].map((seat) => client(seat, stop.signal));
  const enough = 20 + Math.floor(chance()() * 40);
  await until(() => operations.filter(({ became }) => became === 'ok').length >= enough, 60_000);
  process.kill(server.pid, 'SIGKILL');
  await server.exited;
  await until(() => operations.some(({ became }) => became === 'info'), 30_000);
  server = await start();
  road.lead({ host: '127.0.0.1', port: server.port });
  const before = operations.filter(({ became }) => became === 'ok').length;
  await until(() => operations.filter(({ became }) => became === 'ok').length > before + 5, 60_000);
  stop.abort();
  await Promise.all(clients);
  const acknowledged = operations.filter(({ became }) => became === 'ok');
  const [action] = await actions();
  await expectInvariants(office.api, { operations: operations.map((one) => ({ ...one, action })), looked: ['I1', 'I2', 'I7', 'I10'] });
  expect(acknowledged.length).toBeGreaterThan(enough);
  await closeAll();
});

/** The opening act has one name, whatever the procedure calls it. */
async function actions(): Promise<string[]> {
  const { body } = await office.seat('handler1').get<{ items: { action: string }[] }>(`/cases/${operations.find(({ became }) => became === 'ok')!.case}/record`);
  return body.items.map(({ action }) => action);
}

/** The owner's connections of this office led to the server that is gone: only the api is closed as it should be. */
async function closeAll(): Promise<void> {
  await office.api.close();
  await office.owner.end().catch(() => undefined);
}
