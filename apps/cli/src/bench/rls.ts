import { withDatabase } from '@sanzhi/platform/database';
import { openHouse, prepare } from '../house';
import { withBenchDatabase } from './bench-database';
import { openOrgans } from './bench-office';
import { asOwner, casesOf, engineLoad, warmed } from './engine-load';
import { againstBaseline, paired, roundsIn, type BenchAsked, type BenchResult, type Load } from './pairs';

const CLIENTS = 8;
const ROUNDS = 10;
const MILLIS = 1200;
const ROWS_PER_ACTION = 10;

/** What only the owner of the tables can do: every policy of the database off. */
const POLICIES_OFF = `
do $$
declare tenant regclass;
begin
  for tenant in select oid::regclass from pg_class where relrowsecurity loop
    execute format('alter table %s disable row level security', tenant);
    execute format('alter table %s no force row level security', tenant);
  end loop;
end $$`;

/** `sanzhi bench rls`: full actions with row-level security on, against the same on a database where its owner switched it off. */
export function benchRls(asked: BenchAsked): Promise<BenchResult[]> {
  return withBenchDatabase(async (ownerUrl) => {
    const openUrl = withDatabase(ownerUrl, `${new URL(ownerUrl).pathname.slice(1)}_open`);
    await prepare(openUrl, { clock: 'real' });
    await asOwner(openUrl, POLICIES_OFF);
    try {
      asked.say('准备案件…\n');
      return await withEngine(ownerUrl, 'actions', (guarded) => withEngine(openUrl, 'policies off', (open) => compared(guarded, open, asked)));
    } finally {
      await asOwner(ownerUrl, `drop database ${new URL(openUrl).pathname.slice(1)} with (force)`);
    }
  });
}

async function withEngine<T>(ownerUrl: string, name: string, work: (load: Load) => Promise<T>): Promise<T> {
  const house = await openHouse(ownerUrl, 'sanzhi_api');
  try {
    const organs = await openOrgans(ownerUrl, CLIENTS);
    const cases = await casesOf(house, organs);
    return await work(await warmed(engineLoad({ house, organs, cases }, name), CLIENTS));
  } finally {
    await house.close();
  }
}

async function compared(guarded: Load, open: Load, asked: BenchAsked): Promise<BenchResult[]> {
  const rounds = await paired([guarded, open], CLIENTS, roundsIn(asked, { rounds: ROUNDS, millis: MILLIS }));
  const about = { name: 'rls', unit: 'actions/s', baseline: open.name, clients: CLIENTS, rowsEach: ROWS_PER_ACTION };
  return [againstBaseline(rounds.map(([one, other]) => [one, other] as const), about)];
}
