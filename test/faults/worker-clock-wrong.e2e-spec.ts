import { until } from '../contract/queue-modes';
import { Dossier } from '../office/dossier';
import { Office } from '../office/office';
import { toCleared } from '../office/ordinary-road';
import { startWorker } from './worker-process';

jest.setTimeout(120_000);

const PATIENCE = 45_000;

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

it.each([2, -2])('a worker whose machine is %i hours wrong does nothing early and nothing late', async (hours) => {
  await ladder({ remind: -1, act: 3600 });
  const worker = startWorker(office.database, { clockHours: hours });
  await until(async () => (await count("casework.rung where rung = 'remind'")) === 1 && (await count('platform.outbox')) === 0, PATIENCE);
  expect(await count('casework.rung')).toBe(1);
  expect(await count('pub.item')).toBe(0);
  await worker.stop();

  await ladder({ remind: -2, act: -1 });
  const next = startWorker(office.database, { clockHours: hours });
  await until(async () => (await count('pub.item')) === 1, PATIENCE);
  await next.stop();
  const [entry] = (await file.record()).filter((one) => one.action === 'publish-decision');
  const [{ apart }] = await office.rows<{ apart: number }>(
    'select abs(extract(epoch from clock_timestamp() - recorded_at))::int as apart from record.entry where case_id = $1 and seq = $2',
    [file.id, entry.seq],
  );
  expect(apart).toBeLessThan(600);
  expect(entry.actedAt).toBe(entry.recordedAt);
});
