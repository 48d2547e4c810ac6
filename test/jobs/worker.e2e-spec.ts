import { Module } from '@nestjs/common';
import { DatabaseModule } from '@sanzhi/platform/database';
import { type Job, JobQueue, JobsMismatch, JobsModule, type JobName, OnJob, type QueueSettings } from '@sanzhi/platform/jobs';
import { freshDatabase } from '@sanzhi/testing';
import net from 'node:net';
import { MODES, pause, settingsOf, until } from '../contract/queue-modes';
import { act, boot, bootApi, bootWorker, closeAll, PLATFORM_JOBS } from './process-house';
import { openRelayHouse, recorder, type RelayHouse } from './relay-house';

let house: RelayHouse;
beforeEach(async () => {
  house = await openRelayHouse();
});
afterEach(async () => {
  await closeAll();
  await house.close();
});

const effects = async (): Promise<number> => (await house.ask('select 1 from public.effect')).length;

describe.each(MODES)('api and worker, mode %s', (mode) => {
  let settings: QueueSettings;
  let close: () => Promise<void>;
  beforeAll(async () => {
    const database = mode === 'postgres' ? await freshDatabase({ queue: true }) : undefined;
    settings = settingsOf(mode, database);
    close = async () => database?.drop();
  });
  afterAll(() => close());

  it('what the api commits has its effect in the worker, once, however often it is rung', async () => {
    const [api, worker] = await Promise.all([bootApi(house, settings), bootWorker(house, settings, recorder('note', 1))]);
    await act(api, 'a', 'note', 'k1');
    await Promise.all(Array.from({ length: 50 }, () => worker.get(JobQueue).ring('relay')));
    await until(async () => (await effects()) > 0);
    await pause(300);
    expect(await effects()).toBe(1);
  });

  it('what nobody rang for is found by the timer', async () => {
    await bootWorker(house, settings, recorder('note', 1));
    await house.post([{ organ: 'a', topic: 'note', key: 'silent' }]);
    await until(async () => (await effects()) === 1, 3000);
  });

  it('closing waits for the transaction in hand and begins no other', async () => {
    let begun = false;
    const slow = recorder('note', 1);
    const worker = await bootWorker(house, settings, {
      ...slow,
      consume: async (rows, unit) => {
        begun = true;
        await pause(400);
        await slow.consume(rows, unit);
      },
    });
    await house.post([1, 2, 3].map((n) => ({ organ: 'a', topic: 'note', key: `k${n}` })));
    await until(() => begun);
    await worker.close();
    expect(await effects()).toBe(1);
    expect(await house.ask('select 1 from platform.outbox')).toHaveLength(2);
  });
});

it('opens no socket but those to its database when there is no queue', async () => {
  const spy = jest.spyOn(net.Socket.prototype, 'connect');
  const portOf = (call: unknown[]): number => Number((call as [number | { port: number }])[0]);
  const worker = await bootWorker(house, { queue: 'none' }, recorder('note', 1));
  await worker.get(JobQueue).ring('relay');
  await house.post([{ organ: 'a', topic: 'note', key: 'k1' }]);
  await until(async () => (await effects()) === 1);
  const ports = new Set(spy.mock.calls.map(portOf));
  spy.mockRestore();
  expect([...ports]).toEqual([Number(new URL(house.database.ownerUrl).port)]);
  const databases = await house.ask<{ datname: string }>(`select distinct datname from pg_stat_activity where application_name = 'sanzhi-queue' and datname like $1`, [
    `${new URL(house.database.ownerUrl).pathname.slice(1)}%`,
  ]);
  expect(databases).toEqual([]);
});

describe('boot', () => {
  const bootWith = (...providers: (new () => Job)[]): Promise<unknown> => {
    @Module({ providers })
    class Feature {}
    const database = DatabaseModule.forRoot({ url: house.database.url('sanzhi_worker'), poolSize: 2, applicationName: 'boot-test' });
    return boot([database, JobsModule.forWorker({ queue: 'none' }, PLATFORM_JOBS), Feature]);
  };

  it('fails on two handlers for one job', async () => {
    @OnJob({ name: 'relay' })
    class SecondRelay implements Job {
      async run(): Promise<void> {}
    }
    await expect(bootWith(SecondRelay)).rejects.toThrow(new JobsMismatch(['relay: 2 handlers']));
  });

  it('fails on a handler for a job that is not in the list', async () => {
    @OnJob({ name: 'unheard-of' as JobName })
    class Stranger implements Job {
      async run(): Promise<void> {}
    }
    await expect(bootWith(Stranger)).rejects.toThrow('unheard-of: not in job-names.ts');
  });

  it('fails on a plan that no timer can keep', () => {
    expect(() => OnJob({ name: 'relay', everySeconds: 86_401 })).toThrow(RangeError);
    expect(() => OnJob({ name: 'relay', everySeconds: 0 })).toThrow(RangeError);
    expect(() => OnJob({ name: 'relay', concurrency: 0 })).toThrow(RangeError);
  });

  it('fails without any queue named', async () => {
    await expect(bootApi(house, { queue: '' })).rejects.toThrow('SANZHI_QUEUE_DATABASE_URL');
  });
});
