import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { ModuleRef, Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { forbidden } from '../ports';
import { readIdempotencyKey } from './idempotency-key';
import { Authenticator, PolicyTable, SESSION_COOKIE } from './principal';
import { requestContext } from './request-context';
import { KEYLESS_ROUTE, PUBLIC_ROUTE, ROUTE_POLICY, unauthenticated } from './route-marks';

const requestOf = (context: ExecutionContext): FastifyRequest => context.switchToHttp().getRequest<FastifyRequest>();

/** What a route or its controller is marked with. */
function markOf<T>(reflector: Reflector, mark: string, context: ExecutionContext): T | undefined {
  return reflector.getAllAndOverride<T | undefined>(mark, [context.getHandler(), context.getClass()]);
}

/** Lets nobody in without a session, except on public routes; puts the Principal on the request. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly modules: ModuleRef,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (markOf(this.reflector, PUBLIC_ROUTE, context)) return true;
    const request = requestOf(context);
    const authenticator = this.modules.get<Authenticator>(Authenticator, { strict: false });
    const principal = await authenticator.authenticate(request.cookies[SESSION_COOKIE]);
    if (!principal) throw unauthenticated();
    request.principal = principal;
    Object.assign(requestContext() ?? {}, { account: principal.account, organ: principal.organ });
    return true;
  }
}

/** Asks the table of powers. A route without policy is open to nobody; the start does not get that far. */
@Injectable()
export class PolicyGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly modules: ModuleRef,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    if (markOf(this.reflector, PUBLIC_ROUTE, context)) return true;
    const policy = markOf<string>(this.reflector, ROUTE_POLICY, context);
    const { principal } = requestOf(context);
    if (!policy || !principal) throw forbidden('此接口未对任何人开放。');
    const reason = this.modules.get<PolicyTable>(PolicyTable, { strict: false }).check(principal, policy);
    if (reason !== null) throw forbidden(reason);
    return true;
  }
}

/** A POST without `Idempotency-Key` is not begun: its repeat could not be told from a second one. */
@Injectable()
export class IdempotencyGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const request = requestOf(context);
    if (request.method === 'POST' && !markOf(this.reflector, KEYLESS_ROUTE, context)) readIdempotencyKey(request);
    return true;
  }
}
