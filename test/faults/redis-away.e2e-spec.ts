import { JobQueue } from '@sanzhi/platform/jobs';
import { once } from 'node:events';
import net from 'node:net';
import { pause, until } from '../contract/queue-modes';
import { act, bootApi, bootWorker, closeAll, said } from '../jobs/process-house';
import { openRelayHouse, recorder, type RelayHouse } from '../jobs/relay-house';
import { TcpProxy } from '../platform/tcp-proxy';
import { hasRedis, type OwnRedis, ownRedis } from './own-redis';
import { rounds } from './rounds';

jest.setTimeout(90_000);

let house: RelayHouse;
let redis: OwnRedis;
beforeEach(async () => {
  said.length = 0;
  [house, redis] = [await openRelayHouse(), await ownRedis()];
});
afterEach(async () => {
  await closeAll();
  await redis.close();
  await house.close();
});

const settings = (): { queue: ''; redisUrl: string } => ({ queue: '', redisUrl: redis.url });
const effects = async (): Promise<number> => (await house.ask('select 1 from public.effect')).length;

// Runs where a redis-server is installed.
const onRedis = hasRedis() ? describe : (_name: string, _tests: () => void): void => undefined;

it('F-07: never there: api and worker start, a ring is lost at once, timers do the work, and the process ends', async () => {
  const startedAt = Date.now();
  const [api] = await Promise.all([bootApi(house, settings()), bootWorker(house, settings(), recorder('note', 1))]);
  expect(Date.now() - startedAt).toBeLessThan(10_000);
  const rungAt = Date.now();
  expect(await api.get(JobQueue).ring('relay')).toBe(false);
  expect(Date.now() - rungAt).toBeLessThan(500);
  await act(api, 'a', 'note', 'k1');
  await until(async () => (await effects()) === 1, 5000);
  const closedAt = Date.now();
  await closeAll();
  expect(Date.now() - closedAt).toBeLessThan(5000);
});

it('F-10: answers nobody: a process starts and rings without waiting for it', async () => {
  const mute = net.createServer(() => undefined).listen(0, '127.0.0.1');
  await once(mute, 'listening');
  const sockets = new Set<net.Socket>();
  mute.on('connection', (socket) => sockets.add(socket));
  const startedAt = Date.now();
  const api = await bootApi(house, { queue: '', redisUrl: `redis://127.0.0.1:${(mute.address() as net.AddressInfo).port}` });
  expect(Date.now() - startedAt).toBeLessThan(10_000);
  expect(await api.get(JobQueue).ring('relay')).toBe(false);
  await closeAll();
  for (const socket of sockets) socket.destroy();
  mute.close();
});

onRedis('Redis', () => {
  it('away at boot: api and worker start, timers do the work, and bells ring when it comes', async () => {
    const startedAt = Date.now();
    const [api, worker] = await Promise.all([bootApi(house, settings()), bootWorker(house, settings(), recorder('note', 1))]);
    expect(Date.now() - startedAt).toBeLessThan(10_000);
    expect(api.get(JobQueue).state()).toMatchObject({ mode: 'redis', up: false });
    await act(api, 'a', 'note', 'k1');
    await until(async () => (await effects()) === 1, 5000);

    await redis.start();
    await until(() => api.get(JobQueue).state().up, 15_000);
    let served = 0;
    await until(async () => {
      served += (await worker.get(JobQueue).ring('relay', {}, { key: `try-${served}` })) ? 1 : 0;
      return worker.get(JobQueue).state().up;
    }, 15_000);
    await act(api, 'a', 'note', 'k2');
    await until(async () => (await effects()) === 2, 5000);
  });

  it('F-08: away for 15 s: a ring neither waits nor throws, timers carry on, and the idle worker hears bells again', async () => {
    await redis.start();
    const [api, worker] = await Promise.all([bootApi(house, settings()), bootWorker(house, settings(), recorder('note', 1))]);
    await act(api, 'a', 'note', 'before');
    await until(async () => (await effects()) === 1, 5000);

    await redis.kill();
    const awayAt = Date.now();
    await pause(200);
    for (let n = 1; n <= 10; n += 1) {
      const askedAt = Date.now();
      expect(await api.get(JobQueue).ring('relay', { n: String(n) })).toBe(false);
      expect(Date.now() - askedAt).toBeLessThan(2500);
    }
    expect(api.get(JobQueue).state()).toMatchObject({ up: false, lostRings: 10 });
    expect(said.filter((line) => line.includes('is away')).length).toBeLessThanOrEqual(2);
    await house.post([{ organ: 'a', topic: 'note', key: 'meanwhile' }]);
    await until(async () => (await effects()) === 2, 5000);
    await pause(15_000 - (Date.now() - awayAt));

    await redis.start();
    await until(async () => api.get(JobQueue).ring('inbox-purge'), 10_000);
    await until(() => said.some((line) => line.includes('is back')), 10_000);
    await house.ask(`insert into platform.inbox (organ, consumer, key, done_at) values ('a', 'note', 'old', clock_timestamp() - interval '100 days')`);
    await until(async () => {
      await worker.get(JobQueue).ring('inbox-purge');
      return (await house.ask(`select 1 from platform.inbox where key = 'old'`)).length === 0;
    }, 20_000);
  });

  it('F-06: flushed while bells wait: nothing is lost', async () => {
    await redis.start();
    const api = await bootApi(house, settings());
    for (let n = 0; n < 20; n += 1) await act(api, 'a', 'note', `k${n}`);
    await api.get(JobQueue).ring('relay', {}, { delayMs: 60_000 });
    await redis.send('FLUSHALL');
    await bootWorker(house, settings(), recorder('note', 1));
    await until(async () => (await effects()) === 20, 10_000);
    await redis.send('FLUSHALL');
    await act(api, 'a', 'note', 'after');
    await until(async () => (await effects()) === 21, 5000);
  });

  it('F-06: flushed again and again under load: nothing is lost, nothing is late', async () => {
    await redis.start();
    const [api] = await Promise.all([bootApi(house, settings()), bootWorker(house, settings(), recorder('note', 1))]);
    const many = rounds(10);
    for (let round = 0; round < many; round += 1) {
      for (let n = 0; n < 5; n += 1) await act(api, 'a', 'note', `r${round}-${n}`);
      await redis.send('FLUSHALL');
      await pause(50);
    }
    await until(async () => (await effects()) === many * 5, 10_000);
    expect(await house.ask('select key from public.effect group by key having count(*) > 1')).toEqual([]);
  });

  it.each([['off', 'no'], ['on', 'yes']])('F-05: killed with its append-only file %s: api still answers, what is due is done', async (_, appendonly) => {
    await redis.start('--appendonly', appendonly);
    const [api] = await Promise.all([bootApi(house, settings()), bootWorker(house, settings(), recorder('note', 1))]);
    for (let n = 0; n < 10; n += 1) await act(api, 'a', 'note', `before-${n}`);
    await redis.kill();
    for (let n = 0; n < 10; n += 1) {
      const from = Date.now();
      await act(api, 'a', 'note', `after-${n}`);
      expect(Date.now() - from).toBeLessThan(2000);
    }
    await until(async () => (await effects()) === 20, 10_000);
    await redis.start('--appendonly', appendonly);
    await until(async () => api.get(JobQueue).ring('relay'), 20_000);
    await act(api, 'a', 'note', 'again');
    await until(async () => (await effects()) === 21, 5000);
    expect(await house.ask('select key from public.effect group by key having count(*) > 1')).toEqual([]);
  });

  it('F-10: a road that swallows everything: a ring is given up within two seconds, an act is not held up', async () => {
    await redis.start();
    const url = new URL(redis.url);
    const road = new TcpProxy({ host: url.hostname, port: Number(url.port) });
    url.port = String(await road.open());
    const api = await bootApi(house, { queue: '', redisUrl: url.toString() });
    await bootWorker(house, settings(), recorder('note', 1));
    road.hold();
    const from = Date.now();
    await act(api, 'a', 'note', 'k1');
    expect(Date.now() - from).toBeLessThan(1000);
    const rungAt = Date.now();
    expect(await api.get(JobQueue).ring('relay')).toBe(false);
    expect(Date.now() - rungAt).toBeLessThan(2600);
    await until(async () => (await effects()) === 1, 5000);
    await road.close();
  });

  it('that evicts is refused at boot', async () => {
    await redis.start('--maxmemory', '12mb', '--maxmemory-policy', 'allkeys-lru');
    await expect(bootApi(house, settings())).rejects.toThrow('noeviction');
    await expect(bootWorker(house, settings(), recorder('note', 1))).rejects.toThrow('noeviction');
  });

  it('away while closing: the process still ends', async () => {
    await redis.start();
    await Promise.all([bootApi(house, settings()), bootWorker(house, settings(), recorder('note', 1))]);
    await redis.kill();
    const askedAt = Date.now();
    await closeAll();
    expect(Date.now() - askedAt).toBeLessThan(8000);
  });
});
