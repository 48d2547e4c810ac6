import { until } from '../contract/queue-modes';
import { Dossier } from '../office/dossier';
import { Office } from '../office/office';
import type { FailpointName } from '@sanzhi/platform/failpoints';
import { toCleared } from '../office/ordinary-road';
import { QUEUE_MODE } from '../office/processes';
import { expectInvariants } from './invariants';
import { sampled, SEED } from './rounds';
import { stopAt } from './stopping-point';
import { endConnections, startWorker } from './worker-process';
import { TcpProxy } from '../platform/tcp-proxy';

jest.setTimeout(400_000);

const PATIENCE = 120_000;
/** Nine o'clock of the working day before the last: the decision of 9 March is to be shown. */
const DUE = '2023-03-17T09:00:00+08:00';

let office: Office;
let file: Dossier;
beforeEach(async () => {
  office = await Office.open({ at: '2023-03-09T09:00:00+08:00', worker: 'none' });
  file = await Dossier.register(office);
  await toCleared(file);
});
afterEach(() => office.close());

const count = async (what: string): Promise<number> => (await office.rows(`select 1 from ${what}`)).length;

/** One publication, one entry, one tally, and nothing that waits. */
async function expectPublishedOnce(): Promise<void> {
  await until(async () => (await count('pub.item')) > 0 && (await count('platform.outbox')) === 0, PATIENCE);
  expect(await count('pub.item')).toBe(1);
  expect((await file.actions()).filter((action) => action === 'publish-decision')).toHaveLength(1);
  const sums = await office.rows("select count::int from statistics.rollup_year where kind = 'publication.published'");
  expect(sums).toEqual([{ count: 1 }]);
  expect(await count("disclosure.event where kind = 'published'")).toBe(1);
  await expectInvariants(office.api, { looked: ['I2', 'I3', 'I4', 'I5', 'I6', 'I7', 'I8', 'I9', 'I10'] });
}

it('F-02: killed between the rung that was saved and its consumer: the next worker publishes, once', async () => {
  const point = await stopAt(office, 'before delete', 'platform.outbox');
  await office.standAt(DUE);
  const first = startWorker(office.database);
  await until(async () => (await point.waiting()) > 0 && (await count('casework.rung')) === 4, PATIENCE);
  await first.kill();
  await point.remove();
  expect(await count("casework.rung where rung = 'act'")).toBe(1);
  expect(await count("platform.outbox where topic = 'rung.publication'")).toBe(4);
  expect(await count('pub.item')).toBe(0);

  const second = startWorker(office.database);
  await expectPublishedOnce();
  await second.stop();
});

it('F-02: killed between the release and its commit: nothing was shown, and the next worker shows it, once', async () => {
  const point = await stopAt(office, 'after insert', 'pub.item');
  await office.standAt(DUE);
  const first = startWorker(office.database);
  await until(async () => (await point.waiting()) > 0, PATIENCE);
  const before = await file.actions();
  await first.kill();
  await point.remove();
  expect(await count('pub.item')).toBe(0);
  expect(await count("platform.outbox where topic = 'rung.publication'")).toBeGreaterThan(0);
  expect(await file.actions()).toEqual(before);
  expect(before).not.toContain('publish-decision');

  const second = startWorker(office.database);
  await expectPublishedOnce();
  await second.stop();
});

/** A bell of the worker's own comes only from the sweep, and is answered only where a queue carries it. */
const IN_THE_WORKER: FailpointName[] = ['after-outbox-insert', 'after-handler-effect', 'before-commit', 'after-commit', 'before-queue-add', 'after-queue-add', 'before-ack'];
const POINTS = IN_THE_WORKER.filter((point) => point !== 'before-ack' || QUEUE_MODE !== 'none');

describe(`F-02 (seed ${SEED})`, () => {
  it.each(sampled(POINTS, 2))('killed %s while it publishes and reminds: the next worker does the rest, once', async (point) => {
    await office.standAt(DUE);
    const first = startWorker(office.database, { env: { FAILPOINT: `${point}:kill9` } });
    expect(await first.ended).toBe('SIGKILL');
    const second = startWorker(office.database);
    await expectPublishedOnce();
    // Where the first had done everything, the next one is not even there yet.
    await until(() => second.said().includes('worker is up'), PATIENCE);
    await second.stop();
  });
});

it('F-24: a worker loses its database while its queue is there: what was in hand comes again, and is done once', async () => {
  const server = new URL(office.database.ownerUrl);
  const road = new TcpProxy({ host: server.hostname, port: Number(server.port) });
  const port = String(await road.open());
  const point = await stopAt(office, 'after insert', 'pub.item');
  await office.standAt(DUE);
  const worker = startWorker(office.database, { road: (url) => Object.assign(new URL(url), { port }).toString() });
  await until(async () => (await point.waiting()) > 0, PATIENCE);
  await road.close();
  await endConnections(office.database);
  await point.remove();
  expect(await count('pub.item')).toBe(0);
  await road.open();
  await expectPublishedOnce();
  await worker.stop();
  await road.close();
});
