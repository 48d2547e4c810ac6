import { type DynamicModule, Module } from '@nestjs/common';
import type { SanzhiConfig } from '@sanzhi/platform/config';
import { DatabaseModule } from '@sanzhi/platform/database';
import { PlatformHttpModule } from '@sanzhi/platform/http';
import { JobsModule } from '@sanzhi/platform/jobs';
import type { Log } from '@sanzhi/platform/logging';
import { FEATURES } from '../../features';

/** HTTP API of the office network. */
@Module({})
export class AppModule {
  static forRoot(config: SanzhiConfig, log: Log): DynamicModule {
    const url = config.databaseUrl as string;
    const database = DatabaseModule.forRoot({ url, poolSize: config.poolSize, applicationName: 'sanzhi-api' });
    return {
      module: AppModule,
      imports: [PlatformHttpModule.forRoot({ log }), database, JobsModule.forApi(config), ...FEATURES],
    };
  }
}
