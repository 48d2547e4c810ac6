import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import path from 'node:path';
import { projectRoot, readConfig, type Environment } from '@sanzhi/platform/config';
import type { LoginRole } from '@sanzhi/platform/database';
import { openHttpApp, serveWeb } from '@sanzhi/platform/http';
import { NestLog, openLog, type LogOptions } from '@sanzhi/platform/logging';
import type { FreshDatabase } from '@sanzhi/testing';
import { AppModule } from '../../apps/api/src/app.module';
import { WorkerModule } from '../../apps/worker/src/worker.module';

/** Way the bells go in this run, as the environment of the tests says: what the launcher would choose. */
export const QUEUE_MODE: 'none' | 'redis' | 'postgres' =
  process.env.SANZHI_QUEUE === 'none' ? 'none' : process.env.REDIS_URL ? 'redis' : 'postgres';

/** What the launcher tells a process of this run; each Jest worker has a Redis database of its own. */
export function environmentOf(database: FreshDatabase, role: LoginRole, poolSize = 5): Environment {
  const common = { SANZHI_DATABASE_URL: database.url(role), SANZHI_POOL_SIZE: String(poolSize), SANZHI_PORT: '0' };
  if (QUEUE_MODE === 'none') return { ...common, SANZHI_QUEUE: 'none' };
  if (QUEUE_MODE === 'postgres') return { ...common, SANZHI_QUEUE_DATABASE_URL: database.url('sanzhi_queue') };
  const url = new URL(process.env.REDIS_URL as string);
  url.pathname = `/${Number(process.env.JEST_WORKER_ID ?? 0) % 16}`;
  return { ...common, REDIS_URL: url.toString() };
}

/** Silent; `SANZHI_LOG_LEVEL=warn` shows what a failing test does not tell. */
const LEVEL = (process.env.SANZHI_LOG_LEVEL ?? 'silent') as LogOptions['level'];

/** The api as its process opens it, on a free port. */
export async function openApi(database: FreshDatabase, poolSize?: number): Promise<NestFastifyApplication> {
  const log = openLog({ process: 'api', level: LEVEL });
  const app = await openHttpApp(AppModule.forRoot(readConfig(environmentOf(database, 'sanzhi_api', poolSize)), log), { log });
  await serveWeb(app, path.join(projectRoot(), 'dist', 'web'));
  await app.listen(0, '127.0.0.1');
  return app;
}

/** The worker as its process opens it: timers, bells, sweep and relay run. */
export function openWorker(database: FreshDatabase): Promise<INestApplicationContext> {
  const logger = new NestLog(openLog({ process: 'worker', level: LEVEL }));
  const config = readConfig(environmentOf(database, 'sanzhi_worker'));
  return NestFactory.createApplicationContext(WorkerModule.forRoot(config), { logger, abortOnError: false });
}
