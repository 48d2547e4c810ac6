import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { PROBLEM_JSON } from './problem';
import { SESSION_COOKIE } from './principal';

/** Address of the description of the API. */
export const OPEN_API_PATH = 'api/openapi.json';

const text = { type: 'string' };
const objectOf = (properties: Record<string, object>): object => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
});

/** The one shape of errors, as JSON Schema. */
const PROBLEM_SCHEMA = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail', 'traceId', 'errors'],
  properties: {
    ...{ type: text, title: text, status: { type: 'integer' }, code: text, detail: text, traceId: text },
    errors: { type: 'array', items: objectOf({ pointer: text, code: text, message: text }) },
    refusals: { type: 'array', items: objectOf({ rule: text, title: text, basis: text, message: text, cure: text }) },
  },
};
const PROBLEM_ANSWER = {
  description: '未能办理：RFC 9457',
  content: { [PROBLEM_JSON]: { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** The description of the API (OpenAPI 3.1), from its controllers and DTOs; every route may answer with a Problem. */
export function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Sanzhi')
    .setDescription('三制：行政执法公示、执法全过程记录、重大执法决定法制审核')
    .setVersion('1')
    .addCookieAuth(SESSION_COOKIE)
    .build();
  const document = SwaggerModule.createDocument(app, about);
  const operations = Object.values(document.paths).flatMap((path) => [path.get, path.post, path.put, path.patch, path.delete]);
  for (const operation of operations) if (operation) operation.responses = { ...operation.responses, default: PROBLEM_ANSWER };
  document.components = { ...document.components, schemas: { ...document.components?.schemas, Problem: PROBLEM_SCHEMA as object } };
  return document;
}

/**
 * Serves the description: the committed one where it is given, which also says what is answered; else one made from the
 * controllers when somebody first asks.
 */
export function serveOpenApi(app: NestFastifyApplication, committed?: () => OpenAPIObject): void {
  const describe = committed ?? (() => openApiDocument(app));
  SwaggerModule.setup('api', app, describe, { ui: false, raw: ['json'], jsonDocumentUrl: OPEN_API_PATH });
}
