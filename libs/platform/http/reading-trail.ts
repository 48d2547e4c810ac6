import { Injectable, SetMetadata, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { ModuleRef, Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { catchError, concatMap, from, throwError, type Observable } from 'rxjs';
import { AppError, sql, UnitOfWork } from '../ports';

const SENSITIVE_ROUTE = 'sanzhi:sensitive';
const LONGEST_SUBJECT = 200;

/** What the route shows is of a case or a party: who reads it leaves a row in `platform.reading`. */
export const Sensitive = (): MethodDecorator & ClassDecorator => SetMetadata(SENSITIVE_ROUTE, true);

/** Keeps the trail of readings. Where the row cannot be written nothing is shown: the fault of the database is the answer. */
@Injectable()
export class ReadingTrail implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly modules: ModuleRef,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const marks = [context.getHandler(), context.getClass()];
    if (!this.reflector.getAllAndOverride<boolean | undefined>(SENSITIVE_ROUTE, marks)) return next.handle();
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const note = (code: string): Promise<void> => this.note(request, code);
    return next.handle().pipe(
      concatMap((body) => note('ok').then(() => body)),
      catchError((fault: unknown) => from(fault instanceof AppError ? note(fault.code) : Promise.resolve()).pipe(concatMap(() => throwError(() => fault)))),
    );
  }

  private async note(request: FastifyRequest, code: string): Promise<void> {
    const { principal } = request;
    if (!principal) return;
    const { organ, account } = principal;
    const subject = subjectOf(request.params as Record<string, string>);
    const units = this.modules.get<UnitOfWork>(UnitOfWork, { strict: false });
    // A row that is lost with the power costs less than a wait for the disk at each look at a case.
    await units.ask(
      { organ, actor: account },
      sql`set local synchronous_commit = off`,
      sql`insert into platform.reading (organ, account, route, subject, code)
        values (${organ}, ${account}, ${request.routeOptions.url ?? ''}, ${subject}, ${code})`,
    );
  }
}

const subjectOf = ({ id, case: caseId }: Record<string, string>): string | null => (id ?? caseId ?? null)?.slice(0, LONGEST_SUBJECT) ?? null;
