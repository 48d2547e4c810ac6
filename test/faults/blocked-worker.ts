// A worker in a process of its own whose event loop stands still for longer than the queue lends it a job.
import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DatabaseModule } from '@sanzhi/platform/database';
import { JobsModule } from '@sanzhi/platform/jobs';
import { Consumers, sql } from '@sanzhi/platform/ports';

const { database, queue, lockMillis, blockMillis } = JSON.parse(String(process.argv[2])) as Record<string, string>;

@Module({})
class Feature {
  constructor(consumers: Consumers) {
    consumers.register({
      topic: 'note',
      batch: 1,
      consume: async (rows, unit) => {
        for (const row of rows) unit.write(sql`insert into public.effect (organ, topic, key) values (${row.organ}, ${row.topic}, ${row.key})`);
        process.send?.('blocked');
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Number(blockMillis));
      },
    });
  }
}
Reflect.defineMetadata('design:paramtypes', [Consumers], Feature);

const settings = { queue: '' as const, queueDatabaseUrl: queue, lockMillis: Number(lockMillis) };
const imports = [
  DatabaseModule.forRoot({ url: database, poolSize: 3, applicationName: 'blocked-worker' }),
  JobsModule.forWorker(settings, ['relay', 'canary', 'inbox-purge']),
  Feature,
];

@Module({ imports })
class Root {}

void NestFactory.createApplicationContext(Root, { abortOnError: false }).then(() => process.send?.('up'));
