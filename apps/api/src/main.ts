import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ConfigFileError, EXIT_CONFIG, exitWithLauncher, projectRoot, readConfigOrExit, stopGently } from '@sanzhi/platform/config';
import { UnsafeDatabaseRole } from '@sanzhi/platform/database';
import { armFailpoints } from '@sanzhi/platform/failpoints';
import { openHttpApp, OpenRoutes, serveOpenApi, serveWeb } from '@sanzhi/platform/http';
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
  serveOpenApi(app, () => JSON.parse(readFileSync(path.join(projectRoot(), 'openapi.json'), 'utf8')));
  if (!(await serveWeb(app, path.join(projectRoot(), 'dist', 'web')))) log.warn('the workbench is not built');
  await app.listen(config.port, config.host);
  log.info({ address: await app.getUrl(), bootMillis: Math.round(performance.now()) }, 'api is up');
}

start().catch((cause: unknown) => {
  log.fatal({ err: cause }, 'api did not start');
  process.exit(WRONG_SETUP.some((fault) => cause instanceof fault) ? EXIT_CONFIG : 1);
});
