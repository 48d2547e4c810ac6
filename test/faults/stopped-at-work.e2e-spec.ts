import { randomUUID } from 'node:crypto';
import { until } from '../contract/queue-modes';
import { Dossier } from '../office/dossier';
import { Office } from '../office/office';
import { toCleared } from '../office/ordinary-road';
import { expectInvariants } from './invariants';
import { startApi, startWorker } from './worker-process';

jest.setTimeout(400_000);

const PATIENCE = 120_000;

let office: Office;
let file: Dossier;
beforeAll(async () => {
  office = await Office.open({ at: '2023-03-09T09:00:00+08:00', worker: 'none' });
  file = await Dossier.register(office);
  await toCleared(file);
});
afterAll(() => office.close());

const count = async (what: string): Promise<number> => (await office.rows(`select 1 from ${what}`)).length;

/** Transactions of a role that have written; what sessions of others do is hidden from an owner, their locks are not. */
const writing = async (role: string): Promise<string[]> => {
  const rows = await office.rows<{ id: string }>(`select distinct l.virtualtransaction as id from pg_locks l join pg_stat_activity a using (pid)
    where a.usename = '${role}' and a.datname = current_database() and l.mode = 'RowExclusiveLock'`);
  return rows.map(({ id }) => id);
};

/** How many of them a failpoint holds open, and are not just on their way. */
const inHand = async (role: string): Promise<number> => {
  const before = await writing(role);
  await new Promise((resolve) => setTimeout(resolve, 300));
  return (await writing(role)).filter((id) => before.includes(id)).length;
};

it('F-44: SIGTERM while the api works: the act in hand is done and answered, then it ends', async () => {
  const api = await startApi(office.database, { env: { FAILPOINT: 'before-commit:delay=1500' } });
  const seat = office.seat('handler1').elsewhere(api.address);
  const { version } = (await file.view()).case;
  const acting = seat.act(file.id, 'record-payment', { paidFen: 300000, receipt: '示范票据0001' }, { version, key: randomUUID() });
  await until(async () => (await inHand('sanzhi_api')) > 0, PATIENCE);
  await api.stop();
  expect((await acting).status).toBe(200);
});

it('F-44: SIGTERM while the worker works: the job in hand is done; SIGTERM and then SIGKILL while it hangs: the next one does it, once', async () => {
  await office.standAt('2023-03-17T09:00:00+08:00');
  const hanging = startWorker(office.database, { env: { FAILPOINT: 'before-commit:hang' } });
  await until(async () => (await inHand('sanzhi_worker')) > 0, PATIENCE);
  const stopped = hanging.stop().catch(() => 'killed');
  await new Promise((resolve) => setTimeout(resolve, 500));
  await hanging.kill();
  expect(await stopped).toBe('killed');
  expect(await count('pub.item')).toBe(0);

  await until(async () => (await inHand('sanzhi_worker')) === 0, PATIENCE);
  const slow = startWorker(office.database, { env: { FAILPOINT: 'before-commit:delay=3000' } });
  await until(async () => (await inHand('sanzhi_worker')) > 0, PATIENCE);
  await slow.stop();
  const next = startWorker(office.database);
  await until(async () => (await count('pub.item')) > 0 && (await count('platform.outbox')) === 0, PATIENCE);
  await next.stop();
  expect(await count(`disclosure.event where kind = 'published'`)).toBe(1);
  await expectInvariants(office.api, { looked: ['I2', 'I3', 'I4', 'I6', 'I7', 'I8', 'I9'] });
});
