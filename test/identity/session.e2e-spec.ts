import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DatabaseModule } from '@sanzhi/platform/database';
import { openHttpApp, PlatformHttpModule } from '@sanzhi/platform/http';
import { openLog } from '@sanzhi/platform/logging';
import { IdentityModule } from '@sanzhi/identity';
import { hotp, fromBase32 } from '../../libs/identity/adapters/crypto/totp-codes';
import { handler, House, PASSWORD } from './house';

const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
let house: House;
let app: NestFastifyApplication;

beforeAll(async () => {
  house = await House.open();
  await house.organ('GATE', ['idle', 'aged', 'shut', 'guess', 'totp', 'gone', 'far'].map((login, at) => handler(login, `G-${at}`)));
  await house.organ('DESK', [
    { login: 'cli', name: '数据导入', kind: 'cli', posts: ['importer', 'reporter'], password: PASSWORD },
    { login: 'safe', name: '安全管理员', kind: 'admin', posts: ['security-admin'], password: PASSWORD },
  ]);
  const log = openLog({ level: 'silent', process: 'test' });
  const database = DatabaseModule.forRoot({ url: house.url('sanzhi_api'), poolSize: 5, applicationName: 'session' });
  class Api {}
  Module({ imports: [database, PlatformHttpModule.forRoot({ log }), IdentityModule] })(Api);
  app = await openHttpApp(Api, { log });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
});

afterAll(async () => {
  await app.close();
  await house.close();
});

const address = '/api/v1/session';
const post = (payload: object, remoteAddress = '10.0.0.1'): ReturnType<typeof app.inject> =>
  app.inject({ method: 'POST', url: address, payload, remoteAddress });
const get = (url: string, sid?: string): ReturnType<typeof app.inject> =>
  app.inject({ method: 'GET', url, cookies: sid === undefined ? {} : { sid } });

async function signedIn(login: string, totp?: string): Promise<string> {
  const answer = await post({ login, password: PASSWORD, totp });
  expect([login, answer.statusCode]).toEqual([login, 201]);
  return answer.cookies.find((cookie) => cookie.name === 'sid')?.value ?? '';
}

const age = (login: string, column: string, interval: string): Promise<unknown> =>
  house.owner.query(
    `update identity.session set ${column} = clock_timestamp() - $2::interval
     where account_id = (select id from identity.account where login = $1)`,
    [login, interval],
  );

describe('a session', () => {
  it('opens with a cookie that no script reads, says who it is, and is over when closed', async () => {
    const answer = await post({ login: 'EAST1', password: PASSWORD });
    expect(answer.statusCode).toBe(201);
    expect(answer.headers['set-cookie']).toMatch(/^sid=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    const myself = {
      account: house.east[0].account,
      login: 'east1',
      kind: 'person',
      organ: { code: 'EAST', name: '机关EAST' },
      officer: house.east[0].officer,
      name: '人员east1',
      posts: [{ id: 'handler', title: '经办' }],
      may: expect.arrayContaining(['session.read', 'cases.open', 'cases.act']),
    };
    expect(answer.json()).toEqual(myself);
    const sid = answer.cookies[0].value;
    expect((await get(address, sid)).json()).toEqual(myself);
    const closed = await app.inject({ method: 'DELETE', url: address, cookies: { sid } });
    expect([closed.statusCode, closed.cookies[0].value]).toEqual([204, '']);
    expect((await get(address, sid)).statusCode).toBe(401);
    expect((await app.inject({ method: 'DELETE', url: address, cookies: { sid } })).statusCode).toBe(204);
  });

  it('keeps only the digest of its token', async () => {
    const sid = await signedIn('east1');
    const { rows } = await house.owner.query('select 1 from identity.session where token_sha256 = $1', [sid]);
    expect(rows).toEqual([]);
  });

  it.each([undefined, '', 'x', 'A'.repeat(43), "' or true --"])('is not opened by the cookie %p', async (sid) => {
    const answer = await get(address, sid);
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'unauthenticated']);
  });

  it('ends after 30 idle minutes, and lives on while it is used', async () => {
    const sid = await signedIn('idle');
    for (let round = 0; round < 3; round++) {
      await age('idle', 'last_seen_at', '29 minutes 50 seconds');
      expect((await get(address, sid)).statusCode).toBe(200);
    }
    await age('idle', 'last_seen_at', '30 minutes 1 second');
    expect((await get(address, sid)).statusCode).toBe(401);
  });

  it('ends 12 hours after signing in, used or not, and goes when the account signs in next', async () => {
    const sid = await signedIn('aged');
    const lives = `select extract(epoch from expires_at - created_at)::int as seconds from identity.session
      where account_id = (select id from identity.account where login = 'aged')`;
    expect((await house.owner.query(lives)).rows).toEqual([{ seconds: 12 * 3600 }]);
    await age('aged', 'expires_at', '0 seconds');
    expect((await get(address, sid)).statusCode).toBe(401);
    await signedIn('aged');
    expect((await house.owner.query(lives)).rows).toHaveLength(1);
  });

  it('ends at once when the account is disabled', async () => {
    const sid = await signedIn('gone');
    await house.owner.query(`update identity.account set disabled_at = clock_timestamp() where login = 'gone'`);
    expect((await get(address, sid)).statusCode).toBe(401);
    expect((await post({ login: 'gone', password: PASSWORD })).statusCode).toBe(401);
  });
});

describe('the door', () => {
  it('says the same of a wrong password and an unknown login', async () => {
    const [wrong, unknown] = await Promise.all([
      post({ login: 'west1', password: 'wrong' }),
      post({ login: 'nobody', password: 'wrong' }),
    ]);
    const told = ({ statusCode, ...answer }: typeof wrong): unknown => [statusCode, { ...answer.json(), traceId: null }];
    expect(told(wrong)).toEqual(told(unknown));
    expect([wrong.statusCode, wrong.json().code]).toEqual([401, 'sign-in-failed']);
  });

  it.each(['shut', 'nobody-at-all'])('shuts %s for 15 minutes after 5 failures from one address, for the right password too', async (login) => {
    for (let count = 0; count < 7; count++) await post({ login, password: 'wrong' });
    expect((await post({ login, password: PASSWORD })).statusCode).toBe(401);
    const lock = `select failed_count, extract(epoch from locked_until - clock_timestamp())::int as seconds from identity.attempt
      where login_sha256 = encode(sha256(convert_to($1, 'utf8')), 'hex') and address = '10.0.0.1'`;
    const { rows: [{ failed_count: failed, seconds }] } = await house.owner.query<{ failed_count: number; seconds: number }>(lock, [login]);
    expect(failed).toBe(5);
    expect(seconds).toBeGreaterThan(14 * 60);
    expect(seconds).toBeLessThanOrEqual(15 * 60);
  });

  it('stays open for the owner, who comes from elsewhere, and forgets a lock that is over', async () => {
    const enter = async (from: string): Promise<number> => (await post({ login: 'shut', password: PASSWORD }, from)).statusCode;
    expect([await enter('10.0.0.2'), await enter('10.0.0.1')]).toEqual([201, 401]);
    await house.owner.query("update identity.attempt set locked_until = clock_timestamp() where address = '10.0.0.1'");
    expect(await enter('10.0.0.1')).toBe(201);
    const { rows } = await house.owner.query("select 1 from identity.attempt where login_sha256 = encode(sha256('shut'), 'hex')");
    expect(rows).toEqual([]);
  });

  it('shuts the account itself when many addresses guess', async () => {
    for (let count = 0; count < 20; count++) await post({ login: 'far', password: 'wrong' }, `10.1.0.${count}`);
    expect((await post({ login: 'far', password: PASSWORD }, '10.0.0.3')).statusCode).toBe(401);
    await house.owner.query("update identity.account set locked_until = clock_timestamp() where login = 'far'");
    await signedIn('far');
  });

  it('counts every one of many guesses at once', async () => {
    await Promise.all(Array.from({ length: 20 }, () => post({ login: 'guess', password: 'wrong' })));
    const { rows } = await house.owner.query(`select failed_count, locked_until is not null as locked from identity.attempt
      where login_sha256 = encode(sha256('guess'), 'hex')`);
    expect(rows).toEqual([{ failed_count: 5, locked: true }]);
  });

  it('asks for a one-time code where one is set up, and takes it once', async () => {
    await house.owner.query(`update identity.account set totp_secret = $1 where login = 'totp'`, [SECRET]);
    const code = hotp(fromBase32(SECRET), Math.floor(Date.now() / 30_000), 6);
    expect((await post({ login: 'totp', password: PASSWORD })).statusCode).toBe(401);
    await signedIn('totp', code);
    expect((await post({ login: 'totp', password: PASSWORD, totp: code })).statusCode).toBe(401);
  });

  it.each([
    ['an unknown field', { login: 'east1', password: PASSWORD, admin: true }, '/admin'],
    ['no password', { login: 'east1' }, '/password'],
    ['a login that is no text', { login: 1, password: 'x' }, '/login'],
    ['a code that is none', { login: 'east1', password: 'x', totp: '12345' }, '/totp'],
  ])('refuses %s', async (_, body, pointer) => {
    const answer = await post(body);
    expect([answer.statusCode, answer.json().errors[0].pointer]).toEqual([400, pointer]);
  });
});

describe('the registers', () => {
  it('list the officers of the own organ, page by page', async () => {
    const sid = await signedIn('east1');
    const first = (await get('/api/v1/officers?limit=1', sid)).json();
    const second = (await get(`/api/v1/officers?limit=1&cursor=${first.next}`, sid)).json();
    expect([...first.items, ...second.items].map((officer: { name: string }) => officer.name)).toEqual(['人员east1', '人员east2']);
    expect(second.next).toBeNull();
  });

  it('list the organs below the own', async () => {
    const sid = await signedIn('west1');
    expect((await get('/api/v1/organs?on=2020-01-01', sid)).json().items.map((organ: { code: string }) => organ.code)).toEqual(['WEST']);
    expect((await get('/api/v1/organs?on=2018-12-31', sid)).json()).toEqual({ items: [], next: null });
    expect((await get('/api/v1/organs?on=2020-02-30', sid)).statusCode).toBe(400);
  });

  it('offer the command line and the administrator no case', async () => {
    for (const login of ['cli', 'safe']) {
      const { may, officer } = (await get(address, await signedIn(login))).json();
      expect(officer).toBeNull();
      expect(may.filter((policy: string) => policy.startsWith('cases.'))).toEqual([]);
    }
  });
});
