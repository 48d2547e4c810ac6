import { type DynamicModule, Module } from '@nestjs/common';
import { PublicPagesModule } from '@sanzhi/disclosure';
import type { SanzhiConfig } from '@sanzhi/platform/config';
import { DatabaseModule, onlyReads } from '@sanzhi/platform/database';
import { PlatformHttpModule } from '@sanzhi/platform/http';
import type { Log } from '@sanzhi/platform/logging';

/** The public disclosure site: reads the schema `pub` and nothing else. */
@Module({})
export class PortalModule {
  static forRoot(config: SanzhiConfig, log: Log): DynamicModule {
    const url = config.databaseUrl as string;
    const options = { url, poolSize: config.poolSize, applicationName: 'sanzhi-portal', mustHold: onlyReads('pub') };
    const origin = config.portalUrl ?? `http://127.0.0.1:${config.portalPort}`;
    return {
      module: PortalModule,
      imports: [PlatformHttpModule.forRoot({ log }), DatabaseModule.forRoot(options), PublicPagesModule.forRoot({ origin })],
    };
  }
}
