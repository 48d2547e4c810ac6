import { request } from 'node:http';
import { Controller, Get, Module } from '@nestjs/common';
import { Policy, type Problem } from '@sanzhi/platform/http';
import { ask, openEdgeApp, REFUSAL, type Answer, type EdgeApp } from './edge-app';

let edge: EdgeApp;
let api: string;
beforeAll(async () => {
  edge = await openEdgeApp();
  api = `${edge.url}/api/v1/things`;
});
afterAll(() => edge.app.close());

const as = (account: string, more: Record<string, string> = {}): { headers: Record<string, string> } => ({
  headers: { cookie: `sid=sid-${account}`, ...more },
});
const keyed = as('li', { 'idempotency-key': 'k-1' });

function expectProblem(answer: Answer, status: number, code: string): Problem {
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(answer.body).toMatchObject({ status, code, type: `urn:sanzhi:problem:${code}` });
  expect(answer.body.traceId).toMatch(/^[0-9a-f]{32}$/);
  expect(answer.headers.get('x-trace-id')).toBe(answer.body.traceId);
  for (const text of [answer.body.title, answer.body.detail]) expect(text).toMatch(/\p{Script=Han}/u);
  return answer.body;
}

const pointersOf = (told: Problem): string[] => told.errors.map((error) => `${error.pointer} ${error.code}`);

describe('what the framework refuses', () => {
  it('answers an unknown address', async () => {
    expectProblem(await ask(`${edge.url}/nothing`), 404, 'not-found');
    expectProblem(await ask(`${edge.url}/api/v1/nothing`, { method: 'POST', json: {} }), 404, 'not-found');
  });

  it('answers a body that is not JSON', async () => {
    for (const body of ['{"a":', '', '{"__proto__": {"admin": true}}', 'nul']) {
      const told = await ask(`${api}/keyless`, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
      expect(pointersOf(expectProblem(told, 400, 'invalid'))).toEqual([' json']);
    }
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/octet-stream'])('takes no %s', async (type) => {
    const told = await ask(`${api}/keyless`, { method: 'POST', body: 'a=1', headers: { 'content-type': type } });
    expectProblem(told, 415, 'unsupported-media-type');
  });

  it('takes no body over the limit', async () => {
    const told = await ask(`${api}/keyless`, { method: 'POST', json: { text: 'x'.repeat(1_100_000) } });
    expectProblem(told, 413, 'too-large');
  });

  it('answers an address that cannot be decoded', async () => {
    expectProblem(await ask(`${edge.url}/api/v1/%E0%A4%A`), 400, 'invalid');
  });
});

describe('what a handler throws', () => {
  it.each(['refused', 'stopping', 'starting', 'broken', 'pool', 'wrapped'])('%s: the database is away', async (kind) => {
    const answer = await ask(`${api}/fault/${kind}`);
    expectProblem(answer, 503, 'database-unavailable');
    expect(answer.headers.get('retry-after')).toBe('5');
  });

  it.each(['bug', 'sql'])('T04: %s: tells nothing but the trace id, and logs all', async (kind) => {
    const told = expectProblem(await ask(`${api}/fault/${kind}`), 500, 'bug');
    expect(JSON.stringify(told)).not.toMatch(/secret|selec|TypeError/);
    const line = edge.lines.find((each) => each.traceId === told.traceId && each.level === 'error');
    expect(JSON.stringify(line)).toMatch(/secret of the inside|selec/);
  });

  it('hands on what an AppError says', async () => {
    expect(expectProblem(await ask(`${api}/fault/app`), 409, 'busy').detail).toBe('正在处理。');
  });

  it('turns a returned refusal into 422 with every rule, and no version', async () => {
    const answer = await ask(`${api}/refused`, { method: 'POST', ...keyed });
    expect(expectProblem(answer, 422, 'refused').refusals).toEqual([REFUSAL]);
    expect(answer.headers.get('etag')).toBeNull();
  });
});

describe('who may enter', () => {
  it('lets nobody in without a session', async () => {
    expectProblem(await ask(api), 401, 'unauthenticated');
    expectProblem(await ask(api, { headers: { cookie: 'sid=forged' } }), 401, 'unauthenticated');
  });

  it('says why a policy forbids', async () => {
    const told = await ask(`${api}/item`, { method: 'DELETE', ...as('li', { 'if-match': '"1"' }) });
    expect(expectProblem(told, 403, 'forbidden').detail).toBe('仅负责人可以办理。');
  });

  it('does not start with a route that nobody decided on, or an unknown policy', async () => {
    @Controller('left-open')
    class LeftOpenController {
      @Get()
      read(): string {
        return 'open';
      }

      @Policy('no-such-policy')
      @Get('unknown')
      unknown(): string {
        return 'open';
      }
    }
    @Module({ controllers: [LeftOpenController] })
    class LeftOpenModule {}
    const start = openEdgeApp([LeftOpenModule]);
    await expect(start).rejects.toMatchObject({
      name: 'OpenRoutes',
      faults: ['GET LeftOpenController.read: @Public or @Policy is missing', 'no PolicyTable is provided', 'no Authenticator is provided'],
    });
  });
});

describe('bodies', () => {
  const act = (json: unknown, method = 'acts'): Promise<Answer> => ask(`${api}/${method}`, { method: 'POST', json, ...keyed });

  it('hands a free form on as it came', async () => {
    const form = { name: '诊所', nested: { list: [1, '2', null, { deep: true }] }, big: 1e21 };
    const answer = await ask<{ body: object }>(`${api}/acts`, { method: 'POST', json: { form, actedAt: '2023-03-01T09:00:00+08:00' }, ...keyed });
    expect(answer.status).toBe(201);
    expect(answer.body.body).toEqual({ form, actedAt: '2023-03-01T09:00:00+08:00' });
  });

  it('tells all faults at once, with pointers', async () => {
    const told = expectProblem(await act({ form: [], actedAt: '2023-02-30T09:00:00+08:00', proof: 'paper', onBehalfOf: null, colour: 1 }), 400, 'invalid');
    expect(pointersOf(told).sort()).toEqual([
      '/actedAt isInstant',
      '/colour whitelistValidation',
      '/form isObject',
      '/onBehalfOf matches',
      '/proof isObject',
    ]);
    for (const error of told.errors) expect(error.message).toMatch(/\p{Script=Han}/u);
  });

  it.each([[undefined], [[]], ['text'], [5], [null], [[{ form: {} }]]])('takes no %j as a body', async (json) => {
    expectProblem(await act(json), 400, 'invalid');
  });

  it('takes no text that could not be kept, wherever it stands', async () => {
    const nul = '\u0000';
    expect(pointersOf(expectProblem(await act({ form: { a: [`x${nul}`] } }), 400, 'invalid'))).toEqual(['/form/a/0 text']);
    expect(pointersOf(expectProblem(await act({ form: { [`k${nul}`]: 1 } }), 400, 'invalid'))).toEqual(['/form text']);
    expect(pointersOf(expectProblem(await act({ form: { constructor: 1 } }), 400, 'invalid'))).toEqual(['/form/constructor name']);
    expect(pointersOf(expectProblem(await act({ form: { a: '\ud800' } }), 400, 'invalid'))).toEqual(['/form/a text']);
    expectProblem(await ask(`${api}?cursor=%00`, as('li')), 400, 'invalid');
    expectProblem(await ask(`${api}/item/%00`, as('li')), 400, 'invalid');
    expect((await act({ form: { a: '\\u0000 𠮷' } })).status).toBe(201);
  });

  it('takes no nesting that would exhaust whoever walks it', async () => {
    const body = `{"form":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`;
    const answer = await ask(`${api}/acts`, { method: 'POST', body, headers: { ...keyed.headers, 'content-type': 'application/json' } });
    expect(expectProblem(answer, 400, 'invalid').errors[0].code).toBe('depth');
  });

  it('reads a page, and refuses a wrong one', async () => {
    expect((await ask<object>(`${api}?limit=20`, as('li'))).body).toEqual({ limit: 20, cursor: null });
    for (const limit of ['0', '201', 'ten', '1.5', '']) {
      const told = expectProblem(await ask(`${api}?limit=${limit}`, as('li')), 400, 'invalid');
      expect(told.errors.every((error) => error.pointer === '/limit')).toBe(true);
    }
    expect(pointersOf(expectProblem(await ask(`${api}?colour=red`, as('li')), 400, 'invalid'))).toEqual(['/colour whitelistValidation']);
  });
});

describe('keys and versions', () => {
  it('asks for a key on every POST that does not say otherwise', async () => {
    expectProblem(await ask(`${api}/acts`, { method: 'POST', json: { form: {} }, ...as('li') }), 400, 'idempotency-key-required');
    const odd = as('li', { 'idempotency-key': 'a b' });
    expectProblem(await ask(`${api}/acts`, { method: 'POST', json: { form: {} }, ...odd }), 400, 'idempotency-key-invalid');
    expect((await ask(`${api}/keyless`, { method: 'POST', json: { a: 1 } })).status).toBe(201);
  });

  it('knows the same request by its meaning, not by the order of its fields', async () => {
    const digestOf = async (body: string): Promise<string> => {
      const headers = { ...keyed.headers, 'content-type': 'application/json' };
      const answer = await ask<{ key: { requestSha256: string } }>(`${api}/acts`, { method: 'POST', body, headers });
      return answer.body.key.requestSha256;
    };
    const [one, same, other] = [
      await digestOf('{"form":{"a":1,"b":2}}'),
      await digestOf('{ "form": {"b":2.0, "a":1} }'),
      await digestOf('{"form":{"a":1,"b":3}}'),
    ];
    expect(one).toMatch(/^[0-9a-f]{64}$/);
    expect(same).toBe(one);
    expect(other).not.toBe(one);
  });

  it('reads If-Match, and tells what is missing or no version', async () => {
    const remove = (tag?: string): Promise<Answer> =>
      ask(`${api}/item`, { method: 'DELETE', ...as('chief', tag === undefined ? {} : { 'if-match': tag }) });
    expect((await remove('"12"')).body).toEqual({ version: 12 });
    expectProblem(await remove(), 428, 'precondition-required');
    for (const tag of ['12', '*', 'W/"12"', '"12", "13"', '"-1"', '"99999999999999999999"']) expectProblem(await remove(tag), 400, 'invalid');
  });

  it('tells the version, and knows no id that is none', async () => {
    const id = '01890a5d-ac96-774b-bcce-b302099a8057';
    expect((await ask(`${api}/item/${id}`, as('li'))).headers.get('etag')).toBe('"7"');
    expect(expectProblem(await ask(`${api}/item/12`, as('li')), 404, 'not-found').detail).toBe('未找到该事项。');
  });
});

describe('context, headers, description', () => {
  it('keeps 200 parallel requests apart', async () => {
    type Seen = { account: string; seen: { traceId: string; account: string; organ: string } };
    const accounts = Array.from({ length: 200 }, (_, index) => `a${index}`);
    const answers = await Promise.all(
      accounts.map((account, index) =>
        index % 2
          ? ask<Seen>(`${api}/whoami`, as(account))
          : ask<Seen>(`${api}/acts`, { method: 'POST', json: { form: { text: 'x'.repeat(50_000) } }, ...as(account, { 'idempotency-key': account }) }),
      ),
    );
    answers.forEach(({ body, headers }, index) =>
      expect(body.seen).toEqual({ traceId: headers.get('x-trace-id'), account: accounts[index], organ: `organ-of-${accounts[index]}` }),
    );
    expect(new Set(answers.map(({ body }) => body.seen.traceId)).size).toBe(200);
    const logged = edge.lines.filter((line) => line.msg === 'answered' && /^a\d+$/.test(String(line.account)));
    expect(logged).toHaveLength(200);
  });

  it('logs the pattern of a route, never the address', async () => {
    await ask(`${api}/item/110101199003070000`, as('li'));
    expect(JSON.stringify(edge.lines)).not.toContain('110101199003070000');
  });

  it('sends the security headers, and forbids keeping answers', async () => {
    const { headers } = await ask(api, as('li'));
    expect(headers.get('content-security-policy')).toBe("default-src 'none';frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('describes itself as OpenAPI 3.1', async () => {
    type Description = { openapi: string; paths: Record<string, unknown>; components: { schemas: Record<string, { required: string[] }> } };
    const { status, body } = await ask<Description>(`${edge.url}/api/openapi.json`);
    expect(status).toBe(200);
    expect(body.openapi).toBe('3.1.0');
    expect(Object.keys(body.paths)).toContain('/api/v1/things/item/{id}');
    expect(body.components.schemas.ActDto.required).toEqual(['form']);
  });

  it('finishes what is in hand before it stops', async () => {
    const own = await openEdgeApp();
    const inHand = ask<{ account: string }>(`${own.url}/api/v1/things/whoami`, as('late'));
    await new Promise((resolve) => own.app.getHttpServer().once('request', resolve));
    await own.app.close();
    expect((await inHand).body.account).toBe('late');
    await expect(connectionTo(own.url)).rejects.toThrow('ECONNREFUSED');
  });
});

function connectionTo(url: string): Promise<unknown> {
  return new Promise((resolve, reject) => request(url, resolve).on('error', reject).end());
}
