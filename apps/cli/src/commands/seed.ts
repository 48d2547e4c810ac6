import path from 'node:path';
import { projectRoot } from '@sanzhi/platform/config';
import { openDataSource, PgUnitOfWork, poolOf } from '@sanzhi/platform/database';
import { seedDemoOrgan } from '@sanzhi/identity';
import { EXIT, print, type Command } from '../command';
import { seedCases } from '../demo/seed-cases';
import { openHouse, withOwner } from '../house';

/** `sanzhi seed [--cases]`: the demo organs with their accounts in `demo-accounts.json`, and open cases; may run at every start. */
export const seed: Command = async (argv, io) => {
  const answer = await withOwner(async (ownerUrl, config) => {
    const accounts = await seedOrgans(ownerUrl, path.resolve(projectRoot(), config.dataFolder));
    return { accounts, cases: argv.includes('--cases') ? await casesOf(ownerUrl) : 0 };
  });
  print(io, argv.includes('--json'), answer, () => `演示账号：${answer.accounts}\n演示案件：${answer.cases} 件\n`);
  return EXIT.done;
};

async function seedOrgans(ownerUrl: string, dataFolder: string): Promise<string> {
  const dataSource = await openDataSource({ url: ownerUrl, poolSize: 2, applicationName: 'sanzhi-seed' });
  try {
    return await seedDemoOrgan({ units: new PgUnitOfWork(poolOf(dataSource)) }, dataFolder);
  } finally {
    await dataSource.destroy();
  }
}

async function casesOf(ownerUrl: string): Promise<number> {
  const house = await openHouse(ownerUrl, 'sanzhi_api');
  try {
    return await seedCases(house);
  } finally {
    await house.close();
  }
}
