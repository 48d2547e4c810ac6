import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DynamicModule, INestApplicationContext } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { projectRoot, readConfig, type SanzhiConfig } from '@sanzhi/platform/config';
import { DatabaseModule, migrateTo, provision, readMigrations, roleUrl, type Birth, type LoginRole } from '@sanzhi/platform/database';
import { armFailpoints } from '@sanzhi/platform/failpoints';
import { JobsModule } from '@sanzhi/platform/jobs';
import { FEATURES } from '../../features';
import { StderrLog } from './stderr-log';

/** A long report or recount may take longer than a request. */
const STATEMENT_MILLIS = 600_000;
const LOCK_MILLIS = 60_000;

@Module({})
class HouseModule {}

/**
 * The application without HTTP, on one database role. `jobs` says what runs by itself: nothing unless told otherwise.
 * Close it with `close()`.
 */
export function openHouse(ownerUrl: string, role: LoginRole, jobs: DynamicModule = JobsModule.forCommand()): Promise<INestApplicationContext> {
  const options = { url: roleUrl(ownerUrl, role), poolSize: 8, applicationName: 'sanzhi-cli', statementMillis: STATEMENT_MILLIS, lockMillis: LOCK_MILLIS };
  const imports = [DatabaseModule.forRoot(options), jobs, ...FEATURES];
  return NestFactory.createApplicationContext({ module: HouseModule, imports }, { logger: new StderrLog(), abortOnError: false });
}

/** What the scripts of the launcher offer to commands. */
interface HomeScript {
  openServer(home: string): Promise<{ ownerUrl: string; close(): Promise<void> }>;
}

/** One of the launcher's scripts, which are plain modules beside the compiled code. */
export async function scriptOf<T>(name: string): Promise<T> {
  return (await import(pathToFileURL(path.join(projectRoot(), 'scripts', name)).href)) as T;
}

/** An owner's connection for one command: DATABASE_URL, else the running embedded server, else one started for it. */
export async function withOwner<T>(work: (ownerUrl: string, config: SanzhiConfig) => Promise<T>): Promise<T> {
  const config = readConfig();
  armFailpoints(config.failpoint);
  if (config.ownerUrl) return work(config.ownerUrl, config);
  const script = await scriptOf<HomeScript>('home.mjs');
  const server = await script.openServer(path.resolve(projectRoot(), config.dataFolder));
  try {
    return await work(server.ownerUrl, config);
  } finally {
    await server.close();
  }
}

/** Makes the database if need be and brings it to the newest schema. Returns the migrations that were applied. */
export async function prepare(ownerUrl: string, birth: Birth): Promise<string[]> {
  await provision(ownerUrl);
  return migrateTo(ownerUrl, readMigrations(projectRoot()), birth);
}

/** Runs `work` in a house on a prepared database, and closes everything after it. */
export function withHouse<T>(role: LoginRole, work: (house: INestApplicationContext, ownerUrl: string) => Promise<T>): Promise<T> {
  return withOwner(async (ownerUrl, config) => {
    await prepare(ownerUrl, { clock: config.clock });
    const house = await openHouse(ownerUrl, role);
    try {
      return await work(house, ownerUrl);
    } finally {
      await house.close();
    }
  });
}
