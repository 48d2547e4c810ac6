import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { SESSION_COOKIE } from './principal';

/** Address of the description of the API. */
export const OPEN_API_PATH = 'api/openapi.json';

/** The description of the API (OpenAPI 3.1), from its controllers and DTOs. */
export function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Sanzhi')
    .setDescription('三制：行政执法公示、执法全过程记录、重大执法决定法制审核')
    .setVersion('1')
    .addCookieAuth(SESSION_COOKIE)
    .build();
  return SwaggerModule.createDocument(app, about);
}

/** Serves the description; it is made when somebody first asks. */
export function serveOpenApi(app: NestFastifyApplication): void {
  SwaggerModule.setup('api', app, () => openApiDocument(app), { ui: false, raw: ['json'], jsonDocumentUrl: OPEN_API_PATH });
}
