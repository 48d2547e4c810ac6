import { Inject, Module, type OnModuleInit } from '@nestjs/common';
import { DatabaseModule, migrateTo, type Migration } from '@sanzhi/platform/database';
import { calendarFinding, type Readiness } from '@sanzhi/platform/http';
import { HealthChecks, type HealthFinding } from '@sanzhi/platform/ports';
import { freshDatabase, type FreshDatabase } from '@sanzhi/testing';
import { ask, openEdgeApp, type Answer, type EdgeApp } from './edge-app';
import { TcpProxy } from './tcp-proxy';

const ready = (edge: EdgeApp): Promise<Answer<Readiness>> => ask<Readiness>(`${edge.url}/readyz`);
const stateOf = (answer: Answer<Readiness>, name: string): string | undefined =>
  answer.body.checks.find((check) => check.name === name)?.state;
const anew = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 600));

describe('with a database', () => {
  let database: FreshDatabase;
  let road: TcpProxy;
  let edge: EdgeApp;

  beforeAll(async () => {
    database = await freshDatabase();
    const url = new URL(database.url('sanzhi_api'));
    road = new TcpProxy({ host: url.hostname, port: Number(url.port) });
    url.port = String(await road.open());
    edge = await openEdgeApp([DatabaseModule.forRoot({ url: url.toString(), poolSize: 3, applicationName: 'test', waitMillis: 500 })]);
  });
  afterAll(async () => {
    await edge.app.close();
    await road.close();
    await database.drop();
  });

  it('lives and is ready, with every check in Chinese', async () => {
    expect((await ask(`${edge.url}/livez`)).status).toBe(200);
    const answer = await ready(edge);
    expect(answer.status).toBe(200);
    expect(answer.body.checks.map((check) => check.name).sort()).toEqual(['calendar', 'database', 'database-role', 'migrations']);
    for (const check of answer.body.checks) expect(check.title + check.detail).toMatch(/\p{Script=Han}/u);
    expect(['database', 'database-role', 'migrations'].map((name) => stateOf(answer, name))).toEqual(['ok', 'ok', 'ok']);
  });

  it('is down while the database cannot be reached, and comes back by itself', async () => {
    await road.close();
    await anew();
    const away = await ready(edge);
    expect([away.status, away.body.state, stateOf(away, 'database')]).toEqual([503, 'down', 'down']);
    expect(away.headers.get('retry-after')).toBe('5');
    expect(JSON.stringify(away.body)).not.toMatch(/ECONN|127\.0\.0\.1|postgres:/);
    expect((await ask(`${edge.url}/livez`)).status).toBe(200);
    await road.open();
    await anew();
    expect((await ready(edge)).status).toBe(200);
  });

  it('warns of a database that is newer than the program', async () => {
    const later: Migration = { name: '9999-from-the-future.sql', text: 'select 1' };
    await migrateTo(database.ownerUrl, [later], { clock: 'real' });
    await anew();
    const answer = await ready(edge);
    expect([answer.status, stateOf(answer, 'migrations')]).toEqual([200, 'warn']);
  });
});

it('is down on a database that lacks a migration', async () => {
  const { readMigrations } = await import('@sanzhi/platform/database');
  const { projectRoot } = await import('@sanzhi/platform/config');
  const database = await freshDatabase({ migrations: readMigrations(projectRoot()).slice(0, 1) });
  const edge = await openEdgeApp([DatabaseModule.forRoot({ url: database.url('sanzhi_api'), poolSize: 2, applicationName: 'test' })]);
  const answer = await ready(edge);
  expect([answer.status, stateOf(answer, 'migrations'), stateOf(answer, 'database')]).toEqual([503, 'down', 'ok']);
  await edge.app.close();
  await database.drop();
});

describe('without one', () => {
  const findings: Record<string, () => Promise<HealthFinding>> = {
    queue: async () => ({ state: 'degraded', detail: '队列暂不可用' }),
  };

  @Module({})
  class ChecksModule implements OnModuleInit {
    constructor(@Inject(HealthChecks) private readonly checks: HealthChecks) {}

    onModuleInit(): void {
      this.checks.add({ name: 'queue', title: '队列', run: () => findings.queue() });
    }
  }

  it('a queue that is away degrades, a check that fails or hangs is down and tells no inside', async () => {
    const edge = await openEdgeApp([ChecksModule]);
    const degraded = await ready(edge);
    expect([degraded.status, degraded.body.state]).toEqual([200, 'degraded']);
    findings.queue = () => Promise.reject(new Error('inside'));
    await anew();
    expect((await ready(edge)).body.checks[0]).toEqual({ name: 'queue', title: '队列', state: 'down', detail: '检查失败，详见日志' });
    findings.queue = () => new Promise(() => undefined);
    await anew();
    expect((await ready(edge)).body.checks[0]).toMatchObject({ state: 'down', detail: '检查超时' });
    await edge.app.close();
  });

  it('asks the calendar for this year, and from 1 November in Shanghai for the next', () => {
    const loaded = { coverage: (year: number) => (year <= 2026 ? ('confirmed' as const) : ('none' as const)) };
    expect(calendarFinding(loaded, '2026-10-31T15:59:59.999Z').state).toBe('ok');
    expect(calendarFinding(loaded, '2026-10-31T16:00:00.000Z')).toEqual({ state: 'warn', detail: '2027 年放假安排尚未载入，涉及的期限为暂定' });
    expect(calendarFinding(loaded, '2026-12-31T16:00:00.000Z').detail).toContain('2027 年');
    expect(calendarFinding(loaded, '2025-11-01T00:00:00.000Z').state).toBe('ok');
  });
});
