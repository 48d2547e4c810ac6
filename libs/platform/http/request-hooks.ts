import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Log } from '../logging';
import { invalid } from '../ports';
import { isRefused, PROBLEM_JSON, refused } from './problem';
import { inRequestContext, type RequestContext } from './request-context';
import { textFault } from './text-fault';
import { TRACE_HEADER } from './tokens';

const CONTEXT = Symbol('context');
type WithContext = FastifyRequest & { [CONTEXT]?: RequestContext };

const contextOf = (request: WithContext): RequestContext => (request[CONTEXT] ??= { traceId: request.id });

/** What happens around every handler: context, text check, refusals as problems, headers, one log line. */
export function hookRequests(fastify: FastifyInstance, log: Log): void {
  fastify.addHook('onRequest', (request, _, done) => inRequestContext(contextOf(request), done));
  // The body arrives in events of the socket, which know nothing of the request: its context is entered again.
  fastify.addHook('preValidation', (request, _, done) =>
    inRequestContext(contextOf(request), () => done(faultOfText(request))),
  );
  fastify.addHook('preSerialization', (request, reply, payload, done) => done(null, tellRefusal(payload, request, reply)));
  hookHeaders(fastify);
  fastify.addHook('onResponse', (request, reply, done) => {
    inRequestContext(contextOf(request), () => logLine(log, request, reply));
    done();
  });
}

/** Headers of every answer. While the process stops, the connection ends with the answer instead of waiting for more. */
function hookHeaders(fastify: FastifyInstance): void {
  let stopping = false;
  fastify.addHook('preClose', (done) => {
    stopping = true;
    done();
  });
  fastify.addHook('onSend', (request, reply, payload, done) => {
    reply.header(TRACE_HEADER, request.id);
    if (stopping) reply.header('connection', 'close');
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    done(null, payload);
  });
}

/** Text that could not be kept as it is, wherever a caller can put some. */
function faultOfText(request: FastifyRequest): Error | undefined {
  const places = [request.body, request.query, request.params];
  const fault = places.map(textFault).find((found) => found !== null);
  return fault && invalid('请求内容有误，请按提示更正。', [fault]);
}

/** A use case returns a refusal as a value; here, and only here, it becomes an answer. */
function tellRefusal(payload: unknown, request: FastifyRequest, reply: FastifyReply): unknown {
  if (reply.statusCode >= 400 || !isRefused(payload)) return payload;
  reply.removeHeader('etag');
  reply.code(422).header('content-type', PROBLEM_JSON);
  return refused(payload.refusals, request.id);
}

/** The pattern of the route, never the address: addresses may hold what nobody should read in a log. */
function logLine(log: Log, request: FastifyRequest, reply: FastifyReply): void {
  const route = request.routeOptions.url ?? 'unknown';
  const level = route.endsWith('z') ? 'debug' : 'info';
  log[level]({ method: request.method, route, status: reply.statusCode, millis: Math.round(reply.elapsedTime) }, 'answered');
}
