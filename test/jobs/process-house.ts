import 'reflect-metadata';
import { type DynamicModule, type INestApplicationContext, Logger, Module, type Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { DatabaseModule } from '@sanzhi/platform/database';
import { type JobName, JobsModule, type QueueSettings } from '@sanzhi/platform/jobs';
import { Bell, type Consumer, Consumers, json, sql, UnitOfWork } from '@sanzhi/platform/ports';
import type { RelayHouse } from './relay-house';

/** What the processes of a test say, instead of printing it. */
export const said: string[] = [];
const keep = (message: unknown): void => void said.push(message instanceof Error ? message.message : String(message));
const SAYING = { log: keep, warn: keep, error: keep, fatal: keep };
Logger.overrideLogger(SAYING);

@Module({})
class Process {}

/** A feature that brings consumers. */
function featureOf(consumers: Consumer[]): DynamicModule {
  @Module({})
  class Feature {
    constructor(registry: Consumers) {
      for (const consumer of consumers) registry.register(consumer);
    }
  }
  Reflect.defineMetadata('design:paramtypes', [Consumers], Feature);
  return { module: Feature };
}

/** What a worker without features must run. */
export const PLATFORM_JOBS: JobName[] = ['relay', 'canary', 'inbox-purge'];

const running = new Set<INestApplicationContext>();

/** Boots a process as the apps do, on a test database. What a refused start has opened is closed: no process ends here. */
export async function boot(imports: (Type | DynamicModule)[]): Promise<INestApplicationContext> {
  const process = await Test.createTestingModule({ imports: [{ module: Process, imports }] }).setLogger(SAYING).compile();
  try {
    await process.init();
  } catch (cause) {
    await process.close();
    throw cause;
  }
  running.add(process);
  return process;
}

/** Ends what a test booted, whether it passed or not. */
export async function closeAll(): Promise<void> {
  const ending = [...running].map((process) => process.close());
  running.clear();
  await Promise.all(ending);
}

export function bootWorker(house: RelayHouse, settings: QueueSettings, ...consumers: Consumer[]): Promise<INestApplicationContext> {
  const database = DatabaseModule.forRoot({ url: house.database.url('sanzhi_worker'), poolSize: 5, applicationName: 'worker-test' });
  return boot([database, JobsModule.forWorker(settings, PLATFORM_JOBS), featureOf(consumers)]);
}

export function bootApi(house: RelayHouse, settings: QueueSettings): Promise<INestApplicationContext> {
  const database = DatabaseModule.forRoot({ url: house.database.url('sanzhi_api'), poolSize: 5, applicationName: 'api-test' });
  return boot([database, JobsModule.forApi(settings)]);
}

/** What a use case does: commits with a row in the outbox, then rings. */
export async function act(api: INestApplicationContext, organ: string, topic: string, key: string): Promise<void> {
  await api.get(UnitOfWork).run({ organ, actor: 'officer' }, async (unit) => {
    unit.write(sql`insert into platform.outbox (organ, topic, key, payload) values (${organ}, ${topic}, ${key}, ${json({})})`);
  });
  api.get(Bell).ring(topic);
}
