import pg from 'pg';
import { digest } from '@sanzhi/kernel';
import { Relay } from '@sanzhi/platform/jobs';
import { until } from '../contract/queue-modes';
import { Dossier } from '../office/dossier';
import { Office } from '../office/office';
import { previewOf, toCleared } from '../office/ordinary-road';
import { expectInvariants } from './invariants';
import { stopAt } from './stopping-point';

jest.setTimeout(240_000);

/** Nine o'clock of the day on which a decision of 9 March is shown. */
const DUE = '2023-03-17T09:00:00+08:00';
const NOTICE = '<p>本项公示已撤回。</p>';

let office: Office;
let file: Dossier;
beforeEach(async () => {
  office = await Office.open({ at: '2023-03-09T09:00:00+08:00' });
  file = await Dossier.register(office);
  await toCleared(file);
});
afterEach(async () => {
  await office.settle();
  await expectInvariants(office.api, { looked: ['I2', 'I7', 'I8', 'I9', 'I10'] });
  await office.close();
});

const count = async (what: string): Promise<number> => (await office.rows(`select 1 from ${what}`)).length;
const relayed = (): Promise<number> => office.worker.get(Relay, { strict: false }).drain({ patienceMs: 20_000 });

/** As an act does it: the api's role in its organ, under the lock of the case. */
async function asApi(work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: office.database.url('sanzhi_api') });
  await client.connect();
  try {
    await client.query(`begin; select set_config('sanzhi.organ', 'DEMO-DISTRICT', true), set_config('sanzhi.organs', '{DEMO-DISTRICT}', true)`);
    await client.query('select 1 from casework.case where id = $1 for update', [file.id]);
    await work(client);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

const item = (): string => `${file.id}/decision`;
const withdrawalDue = (client: pg.Client): Promise<unknown> =>
  client.query('select disclosure.withdraw_due($1, $2, $3)', ['DEMO-DISTRICT', item(), { ground: 'annulled', arrivedOn: '2023-03-17', person: office.person('handler1') }]);

async function withdrawn(client: pg.Client): Promise<void> {
  const { sha256 } = digest(NOTICE);
  const draft = { notice: NOTICE, sha256, report: { clean: true, sha256 }, person: office.person('publisher'), at: DUE };
  await client.query('select disclosure.draft_withdrawal($1, $2, $3)', ['DEMO-DISTRICT', item(), draft]);
  await client.query('select disclosure.withdraw($1, $2)', [item(), { sha256, person: office.person('second-eye'), late: null }]);
}

it('F-20: a withdrawal that falls due while the publication is not committed waits for it, and takes it away', async () => {
  const point = await stopAt(office, 'after insert', 'pub.item');
  await office.standAt(DUE);
  const publishing = office.settle();
  await until(async () => (await point.waiting()) > 0, 30_000);
  const asked = asApi(async (client) => void (await withdrawalDue(client)));
  await until(async () => (await office.rows(`select 1 from pg_locks l join pg_stat_activity a using (pid) where not l.granted and a.usename = 'sanzhi_api'`)).length > 0, 30_000);
  await point.remove();
  await Promise.all([publishing, asked]);
  expect([await count('pub.item'), await count('disclosure.withdrawal')]).toEqual([1, 1]);
  await asApi(withdrawn);
  expect([await count('pub.item'), await count("pub.notice where kind = 'withdrawn'")]).toEqual([0, 1]);
  await relayed();
  expect(await count('pub.item')).toBe(0);
});

it('F-20: a publication that falls due while its withdrawal is not committed waits for it, and shows nothing', async () => {
  await asApi(async (client) => {
    await withdrawalDue(client);
    await office.standAt(DUE);
    const publishing = office.settle();
    await until(async () => (await office.rows(`select 1 from pg_locks l join pg_stat_activity a using (pid) where not l.granted and a.usename = 'sanzhi_worker'`)).length > 0, 30_000);
    expect(await count('pub.item')).toBe(0);
    void publishing.catch(() => undefined);
  });
  await office.settle();
  expect([await count('pub.item'), await count("disclosure.item where state = 'dropped'")]).toEqual([0, 1]);
});

it('F-20: a version cleared anew while the clock publishes: what is shown is one of them whole, as its report says', async () => {
  const sha256 = await previewOf(file);
  await office.standAt(DUE);
  const clearing = office.seat('second-eye').act(file.id, 'clear-publication', { sha256, confirmed: true });
  const [answer] = await Promise.all([clearing, office.settle()]);
  expect([200, 412, 422]).toContain(answer.status);
  await office.settle();
  const shown = 'select p.id from pub.item p join disclosure.item i using (organ, id) where p.sha256 = i.body_sha256 and i.id = $1';
  expect(await office.rows(shown, [item()])).toHaveLength(1);
});
