import path from 'node:path';
import { projectRoot } from '@sanzhi/platform/config';
import { openDataSource, PgUnitOfWork, poolOf } from '@sanzhi/platform/database';
import { seedDemoOrgan } from '@sanzhi/identity';
import { EXIT, print, type Command } from '../command';
import { withOwner } from '../house';

/** `sanzhi seed`: the demo organ with its accounts in `demo-accounts.json`; may run at every start. */
export const seed: Command = async (argv, io) => {
  const accounts = await withOwner(async (ownerUrl, config) => {
    const dataSource = await openDataSource({ url: ownerUrl, poolSize: 2, applicationName: 'sanzhi-seed' });
    try {
      const units = new PgUnitOfWork(poolOf(dataSource));
      return await seedDemoOrgan({ units }, path.resolve(projectRoot(), config.dataFolder));
    } finally {
      await dataSource.destroy();
    }
  });
  print(io, argv.includes('--json'), { accounts }, () => `演示账号：${accounts}\n`);
  return EXIT.done;
};
