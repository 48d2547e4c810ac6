import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Stands in the built page where the nonce of one answer goes. */
const NONCE_MARK = '__CSP_NONCE__';
const NONCE_BYTES = 16;
/** Addresses of the API and of health: what is not there is not there, and no page. */
const NOT_A_PAGE = /^\/(?:api|livez|readyz)(?:\/|\?|$)/;

/** Scripts and styles of this origin alone; style elements that the components write carry the nonce of the page. */
const policyFor = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/**
 * Serves the built workbench (`index.html` and hashed files in `assets/`) under the api's own origin: every other address
 * that asks for HTML gets the page, whose router knows it. False, and nothing is served, when it is not built.
 */
export async function serveWeb(app: NestFastifyApplication, folder: string): Promise<boolean> {
  const page = path.join(folder, 'index.html');
  if (!existsSync(page)) return false;
  const html = readFileSync(page, 'utf8');
  const fastify = app.getHttpAdapter().getInstance();
  const assets = path.join(folder, 'assets');
  await fastify.register(fastifyStatic, { root: assets, prefix: '/assets/', index: false, immutable: true, maxAge: '365d' });
  fastify.get('/*', (request: FastifyRequest, reply: FastifyReply) => {
    if (NOT_A_PAGE.test(request.url) || !request.headers.accept?.includes('text/html')) return reply.callNotFound();
    return sendPage(reply, html);
  });
  return true;
}

function sendPage(reply: FastifyReply, html: string): FastifyReply {
  const nonce = randomBytes(NONCE_BYTES).toString('base64');
  return reply
    .header('content-security-policy', policyFor(nonce))
    .type('text/html; charset=utf-8')
    .send(html.replaceAll(NONCE_MARK, nonce));
}
