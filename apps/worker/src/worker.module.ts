import { type DynamicModule, Module } from '@nestjs/common';
import type { SanzhiConfig } from '@sanzhi/platform/config';
import { DatabaseModule } from '@sanzhi/platform/database';
import { JobsModule } from '@sanzhi/platform/jobs';
import { FEATURES } from '../../features';

/** Relay, sweep, roll-up and every other job of the features. */
@Module({})
export class WorkerModule {
  static forRoot(config: SanzhiConfig): DynamicModule {
    const url = config.databaseUrl as string;
    const database = DatabaseModule.forRoot({ url, poolSize: config.poolSize, applicationName: 'sanzhi-worker' });
    return { module: WorkerModule, imports: [database, JobsModule.forWorker(config), ...FEATURES] };
  }
}
