import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ExistingId, readIdempotencyKey, readIfMatch, requestSha256, type ActDto, type Principal } from '@sanzhi/platform/http';
import type { IdempotencyKey } from '@sanzhi/platform/ports';
import type { Caller } from '../../app/take-action';

/** Who asks, and under which key. */
export interface AskedRequest {
  principal: Principal;
  key: IdempotencyKey;
}

/** An act on a case: which one, which version the caller has seen. */
export interface ActRequest extends AskedRequest {
  caseId: string;
  action: string;
  version: number;
}

const requestOf = (context: ExecutionContext): FastifyRequest => context.switchToHttp().getRequest<FastifyRequest>();

/** The guards have let the request through, so there is a principal. */
function askedOf(request: FastifyRequest): AskedRequest {
  const key = { key: readIdempotencyKey(request), requestSha256: requestSha256(request) };
  return { principal: request.principal!, key };
}

/** Principal and idempotency key of a POST. */
export const Asked = createParamDecorator((_: unknown, context: ExecutionContext): AskedRequest => askedOf(requestOf(context)));

/** The same for an act on a case, with its id, its name and the version from If-Match. */
export const ActAsked = createParamDecorator((_: unknown, context: ExecutionContext): ActRequest => {
  const request = requestOf(context);
  const { id, action } = request.params as { id: string; action: string };
  const caseId = new ExistingId('该案件').transform(id);
  return { ...askedOf(request), caseId, action, version: readIfMatch(request) };
});

/** The caller of a use case; who enters for another says for whom. */
export function onBehalf(principal: Principal, body: Pick<ActDto, 'onBehalfOf'>): Caller {
  const { account, organ, readable, actor } = principal;
  if (!body.onBehalfOf) return { account, organ, readable, actor };
  return { account, organ, readable, actor: { ...actor, onBehalfOf: body.onBehalfOf } };
}
