import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DatabaseModule } from '@sanzhi/platform/database';
import { openHttpApp, PlatformHttpModule } from '@sanzhi/platform/http';
import { JobsModule } from '@sanzhi/platform/jobs';
import { openLog } from '@sanzhi/platform/logging';
import { FEATURES } from '../../apps/features';
import { House, PASSWORD } from './house';

let house: House;
let app: NestFastifyApplication;
let caseId: string;

beforeAll(async () => {
  house = await House.open();
  await house.timeline.moveTo('2022-07-06T02:00:00.000Z');
  const log = openLog({ level: 'silent', process: 'test' });
  const database = DatabaseModule.forRoot({ url: house.database.url('sanzhi_api'), poolSize: 4, applicationName: 'publications' });
  class Api {}
  Module({ imports: [PlatformHttpModule.forRoot({ log }), database, JobsModule.forCommand(), ...FEATURES] })(Api);
  app = await openHttpApp(Api, { log });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  caseId = await house.decided();
});
afterAll(async () => {
  await app.close();
  await house.close();
});

async function signedIn(login: string): Promise<string> {
  const answer = await app.inject({ method: 'POST', url: '/api/v1/session', payload: { login, password: PASSWORD } });
  return answer.cookies.find((cookie) => cookie.name === 'sid')!.value;
}

async function get(login: string, address: string): Promise<{ status: number; body: Record<string, unknown> }> {
  const answer = await app.inject({ method: 'GET', url: `/api/v1/publications${address}`, cookies: { sid: await signedIn(login) } });
  return { status: answer.statusCode, body: answer.json() };
}

const waiting = async (login: string): Promise<unknown[]> => (await get(login, '')).body.items as unknown[];
const address = (): string => `/${caseId}%2Fdecision`;

it('waits for the publisher, then for the second pair of eyes, never for who handles the case', async () => {
  const line = { id: `${caseId}/decision`, caseId, item: 'decision', party: '示范口腔门诊部', safeDue: '2022-07-15' };
  expect(await waiting('publisher')).toEqual([expect.objectContaining({ ...line, state: 'proposed' })]);
  expect(await waiting('second-eye')).toEqual([]);
  expect(await waiting('handler1')).toEqual([]);
  await house.scope(caseId);
  expect(await waiting('publisher')).toEqual([]);
  expect(await waiting('second-eye')).toEqual([expect.objectContaining({ ...line, state: 'scoped', scope: 'open' })]);
});

it('shows one item with the bytes to confirm, and its history', async () => {
  const { status, body } = await get('second-eye', address());
  expect(status).toBe(200);
  const { preview } = await house.item(caseId);
  expect(body).toMatchObject({ id: `${caseId}/decision`, state: 'scoped', preview: { sha256: preview!.sha256, html: preview!.html }, published: null });
  expect(body.events).toMatchObject([{ kind: 'proposed' }, { kind: 'scoped' }]);
});

it('shows what the public reads once it is published', async () => {
  await house.serve(caseId);
  await house.clear(caseId);
  await house.timeline.moveTo('2022-07-15T02:00:00.000Z');
  const { body } = await get('publisher', address());
  const [{ html, sha256 }] = await house.published(caseId);
  expect(body).toMatchObject({ state: 'published', preview: null, published: { html, sha256 } });
});

it.each(['/nothing', '/00000000-0000-7000-8000-000000000000%2Fdecision'])('knows nothing of %s', async (unknown) => {
  expect((await get('publisher', unknown)).status).toBe(404);
});

it('knows no item that the case does not have', async () => {
  expect((await get('publisher', `/${caseId}%2Fother`)).status).toBe(404);
});

it('is closed to who has no duty in cases', async () => {
  expect((await get('security', '')).status).toBe(403);
});
