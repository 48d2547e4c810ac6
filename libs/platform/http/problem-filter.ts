import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Log } from '../logging';
import { problem, PROBLEM_JSON } from './problem';
import { problemOf } from './problem-of';
import { LOG, TRACE_HEADER } from './tokens';

const RETRY_AFTER_SECONDS = 5;

/** Sends what was thrown as a problem of RFC 9457. */
export function sendProblem(reply: FastifyReply, thrown: unknown): void {
  const told = problem(problemOf(thrown), reply.request.id);
  reply.removeHeader('etag');
  // Fastify runs no hooks for an address it cannot read.
  reply.header(TRACE_HEADER, told.traceId);
  if (told.status === 503) reply.header('retry-after', RETRY_AFTER_SECONDS);
  reply.code(told.status).type(PROBLEM_JSON).send(JSON.stringify(told));
}

/** The last stop of everything thrown: logs what is ours, answers in the one shape. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOG) private readonly log: Log) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const { status, code } = problemOf(thrown);
    if (code === 'bug') this.log.error({ err: thrown }, 'a bug');
    else if (status >= 500) this.log.warn({ err: thrown, code }, 'cannot serve');
    if (!reply.sent) sendProblem(reply, thrown);
  }
}
