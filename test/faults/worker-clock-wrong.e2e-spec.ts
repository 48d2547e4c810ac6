import { until } from '../contract/queue-modes';
import { Dossier } from '../office/dossier';
import { Office } from '../office/office';
import { toCleared } from '../office/ordinary-road';
import { expectInvariants } from './invariants';
import { sampled, SEED } from './rounds';
import { type ProcessWishes, startWorker } from './worker-process';

jest.setTimeout(400_000);

const PATIENCE = 120_000;

let office: Office;
let file: Dossier;
beforeEach(async () => {
  office = await Office.open({ clock: 'real', worker: 'none' });
  file = await Dossier.register(office);
  await toCleared(file);
});
afterEach(() => office.close());

const count = async (what: string): Promise<number> => (await office.rows(`select 1 from ${what}`)).length;

/** The ladder of the publication, in seconds from now by the clock of the database. */
const ladder = (rungs: Record<string, number>): Promise<unknown> =>
  office.rows(
    `update casework.clock set rungs = r.all, next_rung_at = r.next from (
       select jsonb_agg(jsonb_build_object('id', key, 'at', iso_instant(clock_timestamp() + make_interval(secs => value::int))) order by value::int) as all,
         min(clock_timestamp() + make_interval(secs => value::int)) as next from jsonb_each_text($1)) r
     where rule = 'PUB-CF-7'`,
    [JSON.stringify(rungs)],
  );

const WRONG: [what: string, wishes: ProcessWishes, said: RegExp][] = [
  ['two hours fast', { clockHours: 2 }, /the clock of this machine is 7[12]\d{5} ms ahead/],
  ['two hours slow', { clockHours: -2 }, /the clock of this machine is -7[12]\d{5} ms ahead/],
  ['set back by ten minutes as it runs', { clock: 'step=-600000@4000' }, /the clock of this machine was set by -(?:600|599)\d{3} ms/],
  ['standing still', { clock: 'frozen' }, /the clock of this machine (?:is -\d{4,} ms ahead|was set by -\d{4,} ms)/],
];

it.each(sampled(WRONG, 2))(`F-15 (seed ${SEED}): a worker whose clock is %s does nothing early and nothing late, and says so`, async (_, wishes, told) => {
  const env = { SANZHI_CANARY_MILLIS: '2000', SANZHI_SILENCE_MILLIS: '60000' };
  await ladder({ remind: -1, act: 3600 });
  const worker = startWorker(office.database, { ...wishes, env });
  await until(async () => (await count("casework.rung where rung = 'remind'")) === 1 && (await count('platform.outbox')) === 0, PATIENCE);
  expect(await count('casework.rung')).toBe(1);
  expect(await count('pub.item')).toBe(0);
  await until(() => told.test(worker.said()), PATIENCE);
  await worker.stop();

  await ladder({ remind: -2, act: -1 });
  const next = startWorker(office.database, { ...wishes, env });
  await until(async () => (await count('pub.item')) === 1 && (await count('platform.outbox')) === 0, PATIENCE);
  await next.stop();
  const [entry] = (await file.record()).filter((one) => one.action === 'publish-decision');
  const [{ apart }] = await office.rows<{ apart: number }>(
    'select abs(extract(epoch from clock_timestamp() - recorded_at))::int as apart from record.entry where case_id = $1 and seq = $2',
    [file.id, entry.seq],
  );
  expect(apart).toBeLessThan(600);
  expect(entry.actedAt).toBe(entry.recordedAt);
  await expectInvariants(office.api);
});
