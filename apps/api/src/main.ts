import 'reflect-metadata';
import { ConfigFileError, EXIT_CONFIG, exitWithLauncher, readConfigOrExit, stopGently } from '@sanzhi/platform/config';
import { UnsafeDatabaseRole } from '@sanzhi/platform/database';
import { armFailpoints } from '@sanzhi/platform/failpoints';
import { openHttpApp, OpenRoutes, serveOpenApi } from '@sanzhi/platform/http';
import { QueueRefused } from '@sanzhi/platform/jobs';
import { openLog } from '@sanzhi/platform/logging';
import { AppModule } from './app.module';

/** What a second start will not mend either. */
const WRONG_SETUP = [ConfigFileError, UnsafeDatabaseRole, OpenRoutes, QueueRefused];

const config = readConfigOrExit(['databaseUrl']);
armFailpoints(config.failpoint);
const log = openLog({ process: 'api', level: config.logLevel });

async function start(): Promise<void> {
  const app = await openHttpApp(AppModule.forRoot(config, log), { log });
  exitWithLauncher(stopGently(app));
  serveOpenApi(app);
  await app.listen(config.port, config.host);
  log.info({ address: await app.getUrl(), bootMillis: Math.round(performance.now()) }, 'api is up');
}

start().catch((cause: unknown) => {
  log.fatal({ err: cause }, 'api did not start');
  process.exit(WRONG_SETUP.some((fault) => cause instanceof fault) ? EXIT_CONFIG : 1);
});
