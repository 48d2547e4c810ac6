import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import { RequestMethod, type Type, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { newTraceId } from '../crypto/ids';
import { NestLog, type Log } from '../logging';
import { sendProblem } from './problem-filter';
import { hookRequests } from './request-hooks';

/** Every address of the API begins with it; the health addresses stand outside. */
export const API_PREFIX = 'api/v1';
const OUTSIDE_PREFIX = ['livez', 'readyz'].map((path) => ({ path, method: RequestMethod.GET }));

const BODY_LIMIT_BYTES = 1_048_576;
/** From the first byte of a request to its last. */
const REQUEST_MILLIS = 60_000;
/** Longer than the idle time of usual reverse proxies, so that they close first. */
const KEEP_ALIVE_MILLIS = 72_000;

/** What an application is opened with. */
export interface HttpAppOptions {
  log: Log;
  /** Largest body in bytes; default 1 MiB. */
  bodyLimitBytes?: number;
  /** Only to be described: nothing is instantiated, no database is needed, it cannot listen. */
  onlyDescribed?: boolean;
  /** Pages for everybody in place of an API: addresses without prefix, and a style sheet of their own. No script either. */
  pages?: boolean;
}

/** What a browser may load: of an API nothing; of pages their own style sheet, and their forms lead back to them. */
const API_POLICY = { defaultSrc: ["'none'"], frameAncestors: ["'none'"] };
const PAGE_POLICY = { ...API_POLICY, styleSrc: ["'self'"], imgSrc: ["'self'"], formAction: ["'self'"], baseUri: ["'none'"] };

/**
 * Makes the HTTP application of a module that imports PlatformHttpModule: JSON only, one shape of errors, security
 * headers, cookies, request context. Not listening yet. Rejects when the boot checks refuse.
 */
export async function openHttpApp(module: Type | DynamicModule, options: HttpAppOptions): Promise<NestFastifyApplication> {
  const adapter = adapterFor(options);
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: new NestLog(options.log),
    bodyParser: false,
    abortOnError: false,
    preview: options.onlyDescribed,
  });
  await app.register(cookie);
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: options.pages ? PAGE_POLICY : API_POLICY },
    strictTransportSecurity: { includeSubDomains: false },
  });
  if (!options.pages) app.setGlobalPrefix(API_PREFIX, { exclude: OUTSIDE_PREFIX });
  return app;
}

function adapterFor(options: HttpAppOptions): FastifyAdapter {
  const adapter = new FastifyAdapter({
    logger: false,
    trustProxy: false,
    bodyLimit: options.bodyLimitBytes ?? BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_MILLIS,
    keepAliveTimeout: KEEP_ALIVE_MILLIS,
    // While closing, what still comes in over an open connection is answered as ever.
    return503OnClosing: false,
    genReqId: newTraceId,
    frameworkErrors: (error: Error, _: unknown, reply: FastifyReply) => sendProblem(reply, error),
  });
  const fastify = adapter.getInstance();
  fastify.removeContentTypeParser('text/plain');
  fastify.decorateRequest('principal', null);
  hookRequests(fastify, options.log);
  return adapter;
}
