import 'reflect-metadata';
import { SanzhiConfig } from '@sanzhi/platform/config';
import { openApiDocument, openHttpApp } from '@sanzhi/platform/http';
import { openLog } from '@sanzhi/platform/logging';
import { AppModule } from './app.module';

/** The description of the API as it is committed: OpenAPI 3.1, JSON with a newline at its end. Needs no database. */
export async function printedOpenApi(): Promise<string> {
  const log = openLog({ process: 'api', level: 'silent' });
  const app = await openHttpApp(AppModule.forRoot(new SanzhiConfig(), log), { log, onlyDescribed: true });
  return `${JSON.stringify(openApiDocument(app), null, 2)}\n`;
}
