import type { UnitOfWork } from '@sanzhi/platform/ports';
import { CreateOrgan, type Enrolled } from '../app/create-organ';
import type { PasswordHasher } from '../app/credentials';
import type { DemoOrgan } from '../app/demo-organ';
import { SeedDemo } from '../app/seed-demo';
import { ScryptPasswordHasher } from './crypto/scrypt-password-hasher';
import { SqlOrganSetUp } from './db/sql-organ-set-up';
import { DemoAccountsFile } from './demo-accounts-file';

/** What set-up works with. `units` runs on the owner's connection; a cheaper hasher is for tests. */
export interface SetUpMeans {
  units: UnitOfWork;
  passwords?: PasswordHasher;
}

/** Creates any organ with its people, all or nothing; returns their account and officer ids in order. */
export function createOrgan(means: SetUpMeans, organ: DemoOrgan['organ'], people: DemoOrgan['people'], entrusted?: DemoOrgan['entrusted']): Promise<Enrolled[]> {
  const passwords = means.passwords ?? new ScryptPasswordHasher();
  return new CreateOrgan(new SqlOrganSetUp(means.units), passwords).run(organ, people, entrusted);
}

/** Sets up the demo organs and writes `demo-accounts.json` into the data folder; returns its path. May run at every start. */
export function seedDemoOrgan(means: SetUpMeans, dataFolder: string): Promise<string> {
  const setUp = new SqlOrganSetUp(means.units);
  const create = new CreateOrgan(setUp, means.passwords ?? new ScryptPasswordHasher());
  return new SeedDemo(create, setUp, new DemoAccountsFile(dataFolder)).run();
}
