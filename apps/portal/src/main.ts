import 'reflect-metadata';
import { ConfigFileError, EXIT_CONFIG, exitWithLauncher, readConfigOrExit, stopGently } from '@sanzhi/platform/config';
import { UnsafeDatabaseRole } from '@sanzhi/platform/database';
import { openHttpApp, OpenRoutes } from '@sanzhi/platform/http';
import { openLog } from '@sanzhi/platform/logging';
import { PortalModule } from './portal.module';

/** What a second start will not mend either. */
const WRONG_SETUP = [ConfigFileError, UnsafeDatabaseRole, OpenRoutes];

const config = readConfigOrExit(['databaseUrl']);
const log = openLog({ process: 'portal', level: config.logLevel });

async function start(): Promise<void> {
  const app = await openHttpApp(PortalModule.forRoot(config, log), { log, pages: true });
  exitWithLauncher(stopGently(app));
  await app.listen(config.portalPort, config.host);
  log.info({ address: await app.getUrl(), bootMillis: Math.round(performance.now()) }, 'portal is up');
}

start().catch((cause: unknown) => {
  log.fatal({ err: cause }, 'portal did not start');
  process.exit(WRONG_SETUP.some((fault) => cause instanceof fault) ? EXIT_CONFIG : 1);
});
