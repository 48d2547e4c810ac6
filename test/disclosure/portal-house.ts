import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SanzhiConfig } from '@sanzhi/platform/config';
import { openHttpApp } from '@sanzhi/platform/http';
import { openLog } from '@sanzhi/platform/logging';
import { PortalModule } from '../../apps/portal/src/portal.module';

/** What the portal answered. */
export interface PageSeen {
  status: number;
  body: string;
  headers: Headers;
}

/** The portal as it runs, on its own role of the database at `url`. */
export class Portal {
  private constructor(
    private readonly app: NestFastifyApplication,
    readonly origin: string,
  ) {}

  static async open(url: string, poolSize = 2): Promise<Portal> {
    const log = openLog({ level: 'silent', process: 'portal' });
    const config = Object.assign(new SanzhiConfig(), { databaseUrl: url, portalUrl: 'https://portal.example', poolSize });
    const app = await openHttpApp(PortalModule.forRoot(config, log), { log, pages: true });
    await app.listen(0, '127.0.0.1');
    return new Portal(app, await app.getUrl());
  }

  async get(address: string, headers: Record<string, string> = {}): Promise<PageSeen> {
    const answer = await fetch(this.origin + address, { headers, redirect: 'manual' });
    return { status: answer.status, body: await answer.text(), headers: answer.headers };
  }

  close(): Promise<void> {
    return this.app.close();
  }
}
