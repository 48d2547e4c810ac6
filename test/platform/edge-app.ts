import type { AddressInfo } from 'node:net';
import { Body, Controller, Delete, Get, Module, Param, Post, Query, Res, type DynamicModule, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import type { Refusal } from '@sanzhi/kernel';
import {
  ActDto, Authenticator, CurrentPrincipal, ExistingId, IdempotencyKey, IfMatch, openHttpApp, PageDto, PlatformHttpModule, Policy,
  PolicyTable, Public, requestContext, serveOpenApi, tell, WithoutIdempotencyKey, type Principal, type Problem,
} from '@sanzhi/platform/http';
import { openLog, type Log } from '@sanzhi/platform/logging';
import { AppError, type IdempotencyKey as Key } from '@sanzhi/platform/ports';

export const REFUSAL: Refusal = {
  rule: 'two-qualified-officers',
  title: '两名以上执法人员',
  basis: '行政处罚法 第四十二条',
  message: '执法人员不足两人。',
  cure: '补充一名执法人员。',
};

class SessionsInMemory extends Authenticator {
  async authenticate(sid: string | undefined): Promise<Principal | null> {
    if (!sid?.startsWith('sid-')) return null;
    const account = sid.slice(4);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 10));
    const organ = `organ-of-${account}`;
    return { account, organ, readable: [organ], actor: { person: account, organ, name: account, posts: [] }, roles: ['officer'] };
  }
}

class TableInMemory extends PolicyTable {
  check(principal: Principal, policy: string): string | null {
    return policy === 'read' || principal.account === 'chief' ? null : '仅负责人可以办理。';
  }

  override knows(policy: string): boolean {
    return ['read', 'write'].includes(policy);
  }
}

/** Every way in which a handler may end. */
@Controller('things')
class ThingsController {
  @Policy('read')
  @Get()
  list(@Query() page: PageDto): { limit: number; cursor: string | null } {
    return { limit: page.limit, cursor: page.cursor ?? null };
  }

  @Policy('read')
  @Get('whoami')
  async whoAmI(@CurrentPrincipal() principal: Principal): Promise<object> {
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 20));
    return { account: principal.account, seen: requestContext() };
  }

  @Policy('read')
  @Get('item/:id')
  item(@Param('id', new ExistingId('该事项')) id: string, @Res({ passthrough: true }) reply: FastifyReply): { id: string } {
    tell(reply, 7);
    return { id };
  }

  @Policy('read')
  @Post('acts')
  act(@Body() body: ActDto, @IdempotencyKey() key: Key): object {
    return { body, key, seen: requestContext() };
  }

  @Policy('write')
  @Delete('item')
  remove(@IfMatch() version: number): { version: number } {
    return { version };
  }

  @Policy('read')
  @Post('refused')
  refused(@Res({ passthrough: true }) reply: FastifyReply): { refusals: Refusal[] } {
    tell(reply, 3);
    return { refusals: [REFUSAL] };
  }

  @Public()
  @WithoutIdempotencyKey()
  @Post('keyless')
  keyless(@Body() body: object): object {
    return { body };
  }

  @Public()
  @Get('fault/:kind')
  fault(@Param('kind') kind: string): never {
    throw FAULTS[kind]();
  }
}

const coded = (message: string, code: string): Error => Object.assign(new Error(message), { code });
const FAULTS: Record<string, () => Error> = {
  bug: () => new TypeError('secret of the inside'),
  app: () => new AppError(409, 'busy', '正在处理。'),
  refused: () => coded('connect ECONNREFUSED 127.0.0.1:5432', 'ECONNREFUSED'),
  stopping: () => coded('terminating connection due to administrator command', '57P01'),
  starting: () => coded('the database system is starting up', '57P03'),
  broken: () => coded('connection failure', '08006'),
  pool: () => new Error('timeout exceeded when trying to connect'),
  wrapped: () => Object.assign(new Error('query failed'), { driverError: coded('gone', '57P01') }),
  sql: () => coded('syntax error at or near "selec"', '42601'),
};

@Module({
  controllers: [ThingsController],
  providers: [
    { provide: Authenticator, useClass: SessionsInMemory },
    { provide: PolicyTable, useClass: TableInMemory },
  ],
})
class ThingsModule {}

/** One running application of a test. */
export interface EdgeApp {
  app: NestFastifyApplication;
  url: string;
  /** What was logged. */
  lines: Record<string, unknown>[];
}

/** An application of the platform around modules of a test, on a free port. */
export async function openEdgeApp(modules: (Type | DynamicModule)[] = [ThingsModule]): Promise<EdgeApp> {
  const lines: Record<string, unknown>[] = [];
  const stream = { write: (text: string) => void lines.push(JSON.parse(text) as Record<string, unknown>) };
  const log: Log = openLog({ process: 'api', level: 'debug', stream });
  const root: DynamicModule = { module: class Root {}, imports: [PlatformHttpModule.forRoot({ log }), ...modules] };
  const app = await openHttpApp(root, { log });
  try {
    serveOpenApi(app);
    await app.listen(0, '127.0.0.1');
  } catch (cause) {
    await app.close();
    throw cause;
  }
  const { port } = app.getHttpServer().address() as AddressInfo;
  return { app, url: `http://127.0.0.1:${port}`, lines };
}

/** One answer, read. */
export interface Answer<T = Problem> {
  status: number;
  headers: Headers;
  body: T;
}

/** Asks the application; a body is sent as JSON. */
export async function ask<T = Problem>(address: string, init: RequestInit & { json?: unknown } = {}): Promise<Answer<T>> {
  const { json, ...rest } = init;
  const headers = new Headers(rest.headers);
  if (json !== undefined) headers.set('content-type', 'application/json');
  const answer = await fetch(address, { ...rest, headers, ...(json !== undefined && { body: JSON.stringify(json) }) });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: (text ? JSON.parse(text) : null) as T };
}
