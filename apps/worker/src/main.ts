import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { EnvironmentError, EXIT_CONFIG, exitWithLauncher, readConfigOrExit, stopGently } from '@sanzhi/platform/config';
import { armFailpoints } from '@sanzhi/platform/failpoints';
import { QueueRefused } from '@sanzhi/platform/jobs';
import { NestLog, openLog } from '@sanzhi/platform/logging';
import { WorkerModule } from './worker.module';

const config = readConfigOrExit(['databaseUrl']);
armFailpoints(config.failpoint);
const log = openLog({ process: 'worker', level: config.logLevel });

async function start(): Promise<void> {
  const starting = NestFactory.createApplicationContext(WorkerModule.forRoot(config), { logger: new NestLog(log), abortOnError: false });
  const stop = stopGently(starting);
  await starting;
  exitWithLauncher(stop);
  log.info('worker is up');
}

start().catch((cause: unknown) => {
  log.fatal({ err: cause }, 'worker did not start');
  process.exit(cause instanceof EnvironmentError || cause instanceof QueueRefused ? EXIT_CONFIG : 1);
});
