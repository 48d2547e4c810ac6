import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { until } from '../contract/queue-modes';
import { openRelayHouse, recorder, type RelayHouse, rowsOf } from '../jobs/relay-house';

let house: RelayHouse;
beforeAll(async () => {
  house = await openRelayHouse();
});
afterAll(() => house.close());

const holdRows = (): ChildProcess =>
  fork(path.join(__dirname, 'held-relay.ts'), [house.database.url('sanzhi_worker')], {
    execArgv: ['-r', path.join(__dirname, 'typescript-hook.cjs')],
  });

it('a worker killed in the middle of a batch loses nothing and leaves nothing behind', async () => {
  await house.post(rowsOf('note', 25, 1));
  const child = holdRows();
  const [message] = await once(child, 'message');
  expect(message).toEqual({ held: 10 });

  // Batches of one organ and topic wait for each other; other organs do not wait.
  await house.post([{ organ: 'other', topic: 'note', key: 'other' }]);
  const { relay } = await house.hand(recorder('note', 10));
  expect(await relay.drain()).toBe(1);

  child.kill('SIGKILL');
  await once(child, 'exit');
  await until(async () => (await house.ask(`select 1 from pg_stat_activity where application_name = 'held-relay'`)).length === 0);
  expect(await house.ask('select 1 from platform.outbox')).toHaveLength(25);

  expect(await relay.drain()).toBe(25);
  const effects = await house.ask<{ times: number }>('select count(*)::int as times from public.effect group by key');
  expect(effects).toHaveLength(26);
  expect(effects.every(({ times }) => times === 1)).toBe(true);
});
