import { Logger } from '@nestjs/common';
import { InboxPurgeJob } from '@sanzhi/platform/jobs';
import { type Consumer, sql } from '@sanzhi/platform/ports';
import { openRelayHouse, recorder, type RelayHouse, rowsOf } from './relay-house';

const said: string[] = [];
const keep = (message: unknown): void => void said.push(String(message));
Logger.overrideLogger({ log: keep, warn: keep, error: keep });

let house: RelayHouse;
beforeEach(async () => {
  said.length = 0;
  house = await openRelayHouse();
});
afterEach(() => house.close());

const effects = (): Promise<{ organ: string; topic: string; key: string; times: number }[]> =>
  house.ask('select organ, topic, key, count(*)::int as times from public.effect group by 1, 2, 3 order by 1, 2, 3');

it.each([1, 200])('four relays side by side hand 2,000 rows of 20 organs over exactly once (batch %i)', async (batch) => {
  await house.post(rowsOf('note', 2000, 20));
  const hands = await Promise.all([1, 2, 3, 4].map(() => house.hand(recorder('note', batch))));
  const counts = await Promise.all(hands.map(({ relay }) => relay.drain({ lanes: 2, patienceMs: 20_000 })));
  expect(counts.reduce((sum, count) => sum + count)).toBe(2000);
  const seen = await effects();
  expect(seen).toHaveLength(2000);
  expect(seen.every(({ times }) => times === 1)).toBe(true);
  expect(await house.ask('select 1 from platform.outbox')).toHaveLength(0);
  expect(await house.ask('select 1 from platform.inbox')).toHaveLength(2000);
});

it.each([
  [200, 1],
  [1, 2],
])('works on one organ and topic with batches of %i in at most %i relays at once', async (batch, mostAtOnce) => {
  await house.post(rowsOf('note', 400, 1));
  const seen = { now: 0, most: 0 };
  const watched: Consumer = {
    topic: 'note',
    batch,
    consume: async (rows, unit) => {
      seen.most = Math.max(seen.most, (seen.now += 1));
      await recorder('note', batch).consume(rows, unit);
      await unit.load(sql`select pg_sleep(0.005)`);
      seen.now -= 1;
    },
  };
  const hands = [await house.hand(watched), await house.hand(watched)];
  await Promise.all(hands.map(({ relay }) => relay.drain({ patienceMs: 20_000 })));
  expect(seen).toEqual({ now: 0, most: mostAtOnce });
  expect(await effects()).toHaveLength(400);
});

it('undoes a batch whose seventh row throws, and takes its rows one by one', async () => {
  await house.post(rowsOf('note', 20, 1));
  const consume = recorder('note', 200).consume;
  const picky: Consumer = {
    topic: 'note',
    batch: 200,
    consume: async (rows, unit) => {
      await consume(rows, unit);
      if (rows.some(({ key }) => key === 'k7')) throw Object.assign(new RangeError('Zhang San is not here'), { code: 'E-SEVEN' });
    },
  };
  const { relay } = await house.hand(picky);
  expect(await relay.drain()).toBe(19);
  const seen = await effects();
  expect(seen.map(({ key }) => key)).not.toContain('k7');
  expect(seen.every(({ times }) => times === 1)).toBe(true);
  const [left, ...none] = await house.ask<{ key: string; attempts: number; last_error: string; wait: number }>(
    'select key, attempts, last_error, extract(epoch from available_at - clock_timestamp())::float8 as wait from platform.outbox',
  );
  expect(none).toHaveLength(0);
  expect(left).toMatchObject({ key: 'k7', attempts: 2, last_error: 'RangeError E-SEVEN' });
  expect(left.wait).toBeGreaterThan(0.5);
  expect(said.join('\n')).not.toContain('Zhang San');
});

it('pauses longer with each failure, at most five minutes, and consumes when the fault is gone', async () => {
  let broken = true;
  const moody: Consumer = {
    topic: 'note',
    batch: 1,
    consume: async (rows, unit) => {
      if (broken) throw new Error('not now');
      await recorder('note', 1).consume(rows, unit);
    },
  };
  await house.post(rowsOf('note', 1, 1));
  const { relay } = await house.hand(moody);
  const pauses: number[] = [];
  for (let attempt = 0; attempt < 12; attempt += 1) {
    expect(await relay.drain()).toBe(0);
    const [row] = await house.ask<{ wait: number }>('select extract(epoch from available_at - clock_timestamp())::float8 as wait from platform.outbox');
    pauses.push(row.wait);
    await house.ask('update platform.outbox set available_at = clock_timestamp()');
  }
  expect(pauses[0]).toBeGreaterThan(0.9);
  expect(pauses[0]).toBeLessThanOrEqual(1);
  expect(pauses[5]).toBeGreaterThan(15);
  expect(Math.max(...pauses)).toBeLessThanOrEqual(300);
  expect(pauses[11]).toBeGreaterThan(140);
  broken = false;
  expect(await relay.drain()).toBe(1);
  expect(await effects()).toMatchObject([{ key: 'k1', times: 1 }]);
});

it('lets a poison row block neither its own organ and topic nor others', async () => {
  await house.post([{ organ: 'a', topic: 'bad', key: 'poison' }]);
  await house.post([...rowsOf('bad', 30, 3), ...rowsOf('good', 30, 3)]);
  const touchy: Consumer = {
    topic: 'bad',
    batch: 1,
    consume: async (rows, unit) => {
      if (rows[0].key === 'poison') throw new Error('poison');
      await recorder('bad', 1).consume(rows, unit);
    },
  };
  const { relay } = await house.hand(touchy, recorder('good', 10));
  expect(await relay.drain()).toBe(60);
  expect(await house.ask('select key from platform.outbox')).toEqual([{ key: 'poison' }]);
});

it('gives an organ with few rows its turn before one with many is done', async () => {
  await house.post(rowsOf('note', 1000, 1));
  await house.post([{ organ: 'small', topic: 'note', key: 'one' }]);
  const { relay } = await house.hand(recorder('note', 1));
  await relay.drain();
  const [{ before }] = await house.ask<{ before: number }>(
    `select count(*)::int as before from public.effect where id < (select id from public.effect where organ = 'small')`,
  );
  expect(before).toBeLessThan(100);
});

it('passes over what the inbox knows, in another batch and in the same one', async () => {
  const twice = [1, 2].map(() => ({ organ: 'a', topic: 'note', key: 'same' }));
  await house.post([...twice, { organ: 'b', topic: 'note', key: 'same' }]);
  const { relay } = await house.hand(recorder('note', 10));
  expect(await relay.drain()).toBe(3);
  await house.post(twice);
  expect(await relay.drain()).toBe(2);
  expect(await effects()).toMatchObject([{ organ: 'a', times: 1 }, { organ: 'b', times: 1 }]);
  expect(await house.ask('select 1 from platform.outbox')).toHaveLength(0);
});

it('takes a row away with its audit row when the consumer is refused, in a batch too', async () => {
  await house.post(rowsOf('note', 3, 1));
  const refused: Consumer = {
    topic: 'note',
    batch: 10,
    consume: async (rows, unit) => {
      await recorder('note', 10).consume(rows, unit);
      if (!rows.some(({ key }) => key === 'k2')) return;
      unit.refuse(sql`insert into platform.refusal (organ, actor, action, refusals) values (${rows[0].organ}, 'system', 'publish', '[]')`);
    },
  };
  const { relay } = await house.hand(refused);
  expect(await relay.drain()).toBe(3);
  expect((await effects()).map(({ key }) => key)).toEqual(['k1', 'k3']);
  expect(await house.ask('select action from platform.refusal')).toEqual([{ action: 'publish' }]);
  expect(await house.ask('select 1 from platform.outbox')).toHaveLength(0);
});

it('leaves a topic that nobody consumes, says so once and shows it in the lag', async () => {
  await house.post(rowsOf('unheard', 2, 2));
  const { relay } = await house.hand(recorder('note', 1));
  expect([await relay.drain(), await relay.drain()]).toEqual([0, 0]);
  expect(said.filter((line) => line.includes('unheard'))).toHaveLength(1);
  const lag = await relay.lag();
  expect(lag).toMatchObject({ unknown: ['unheard'], topics: [{ topic: 'unheard', waiting: 2, failing: 0 }] });
  expect(lag.topics[0].oldestSeconds).toBeGreaterThan(0);
  expect(await house.ask('select 1 from platform.outbox')).toHaveLength(2);
});

it('waits with patience for what another relay holds', async () => {
  await house.post(rowsOf('note', 1, 1));
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  let reached = (): void => undefined;
  const inHand = new Promise<void>((resolve) => (reached = resolve));
  const slow: Consumer = {
    topic: 'note',
    batch: 1,
    consume: async (rows, unit) => {
      reached();
      await held;
      await recorder('note', 1).consume(rows, unit);
    },
  };
  const [first, second] = [await house.hand(slow), await house.hand(recorder('note', 1))];
  const working = first.relay.drain();
  await inHand;
  expect(await second.relay.drain()).toBe(0);
  const patient = second.relay.drain({ patienceMs: 10_000 });
  letGo();
  expect([await working, await patient]).toEqual([1, 0]);
  expect(await effects()).toMatchObject([{ times: 1 }]);
});

it('ends after the transaction in hand when it is stopped', async () => {
  await house.post(rowsOf('note', 50, 1));
  const stop = new AbortController();
  const third: Consumer = {
    topic: 'note',
    batch: 1,
    consume: async (rows, unit) => {
      await recorder('note', 1).consume(rows, unit);
      if (rows[0].key === 'k3') stop.abort();
    },
  };
  const { relay } = await house.hand(third);
  expect(await relay.drain({ stop: stop.signal })).toBe(3);
  expect(await effects()).toHaveLength(3);
});

it('throws what hinders every row, and goes on when the database is back', async () => {
  await house.post(rowsOf('note', 5, 1));
  const { relay } = await house.hand(recorder('note', 1));
  await house.ask(`alter table platform.outbox rename to outbox_away`);
  await expect(relay.drain()).rejects.toThrow('outbox');
  await house.ask(`alter table platform.outbox_away rename to outbox`);
  expect(await relay.drain()).toBe(5);
});

it('refuses a second consumer for a topic and a batch out of bounds', async () => {
  const { consumers } = await house.hand(recorder('note', 1));
  expect(() => consumers.register(recorder('note', 5))).toThrow('two consumers for the topic note');
  expect(() => consumers.register(recorder('other', 0))).toThrow(RangeError);
});

it('empties the inbox of what is older than 90 days', async () => {
  await house.ask(`insert into platform.inbox (organ, consumer, key, done_at)
    select 'a', 'note', 'k' || n, clock_timestamp() - make_interval(days => n) from generate_series(80, 100) n`);
  const { unitOfWork } = await house.hand();
  await new InboxPurgeJob(unitOfWork).run({}, new AbortController().signal);
  expect(await house.ask('select 1 from platform.inbox')).toHaveLength(10);
});
