import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AppError } from '../ports';
import type { Principal } from './principal';

export const PUBLIC_ROUTE = 'sanzhi:public';
export const ROUTE_POLICY = 'sanzhi:policy';
export const KEYLESS_ROUTE = 'sanzhi:keyless';

/** The route needs no session. */
export const Public = (): MethodDecorator & ClassDecorator => SetMetadata(PUBLIC_ROUTE, true);

/** The route is open to whom the table of powers allows this policy. A route with neither this nor Public stops the start. */
export const Policy = (policy: string): MethodDecorator & ClassDecorator => SetMetadata(ROUTE_POLICY, policy);

/** The POST takes no `Idempotency-Key` (session and uploads only). */
export const WithoutIdempotencyKey = (): MethodDecorator & ClassDecorator => SetMetadata(KEYLESS_ROUTE, true);

/** Hands the Principal to a handler. */
export const CurrentPrincipal = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const { principal } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!principal) throw unauthenticated();
  return principal;
});

export const unauthenticated = (): AppError => new AppError(401, 'unauthenticated', '未登录，或登录已失效，请重新登录。');
