import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { EnrolmentDraft } from '@sanzhi/identity';
import { Office } from '../office/office';

jest.setTimeout(120_000);

interface Route {
  method: string;
  /** Under `/api/v1`, with places in braces. */
  path: string;
}

/** The route table as it is published: a new route is asked without anybody having to remember it. */
const { paths } = JSON.parse(readFileSync(path.join(__dirname, '..', '..', 'openapi.json'), 'utf8')) as { paths: Record<string, Record<string, unknown>> };
const ROUTES: Route[] = Object.entries(paths).flatMap(([address, verbs]) =>
  address.startsWith('/api/v1') ? Object.keys(verbs).map((verb) => ({ method: verb.toUpperCase(), path: address.slice('/api/v1'.length) })) : [],
);

/** What is open to who never works on a case; everything else is, or leads to, the content of cases. */
const NO_CASE_CONTENT = ['session', 'organs', 'officers', 'delegations', 'messages', 'calendars', 'clock', 'reports', 'accounts', 'imports', 'law'];

const administrator = (login: string, post: string): EnrolmentDraft => ({ login, kind: 'admin', name: login, posts: [post] });

let office: Office;
beforeAll(async () => {
  office = await Office.open({ worker: 'none' });
  await office.addOrgan('ADMINISTERED', [
    administrator('admin-system', 'system-admin'),
    administrator('admin-security', 'security-admin'),
    administrator('admin-audit', 'audit-admin'),
  ]);
});
afterAll(() => office.close());

const addressOf = ({ path: to }: Route): string => to.replace('{action}', 'file-case').replace(/\{\w+\}/g, '00000000-0000-4000-8000-000000000000');
const isOpen = ({ path: to }: Route): boolean => NO_CASE_CONTENT.includes(to.split('/')[1]);

async function statusOf(route: Route, login: string | null): Promise<number> {
  const headers = { 'idempotency-key': randomUUID(), 'if-match': '"1"' };
  const json = ['POST', 'PUT', 'PATCH'].includes(route.method) ? {} : undefined;
  if (login !== null) return (await office.seat(login).ask(route.method, addressOf(route), { json, headers })).status;
  const body = json && JSON.stringify(json);
  const type: Record<string, string> = body ? { 'content-type': 'application/json' } : {};
  return (await fetch(`${office.address}/api/v1${addressOf(route)}`, { method: route.method, headers: { ...headers, ...type }, body })).status;
}

it('has routes to ask', () => {
  expect(ROUTES.length).toBeGreaterThan(30);
  expect(ROUTES.filter((route) => !isOpen(route)).length).toBeGreaterThan(15);
});

it('lets nobody in without a session, but to sign in and out', async () => {
  const closed = ROUTES.filter((route) => !(route.path === '/session' && route.method !== 'GET'));
  for (const route of closed) expect([route, await statusOf(route, null)]).toEqual([route, 401]);
});

it.each(['admin-system', 'admin-security', 'admin-audit', 'cli'])('shows %s no content of a case by any route', async (login) => {
  for (const route of ROUTES.filter((one) => !isOpen(one))) {
    expect([login, route, await statusOf(route, login)]).toEqual([login, route, 403]);
  }
});

it('lets an administrator of the system, or of the audit, neither grant powers nor figures', async () => {
  for (const login of ['admin-system', 'admin-audit']) {
    for (const to of ['/delegations', '/calendars', '/meetings']) {
      const route = { method: 'POST', path: to };
      expect([login, route, await statusOf(route, login)]).toEqual([login, route, 403]);
    }
    expect([login, await statusOf({ method: 'GET', path: '/reports' }, login)]).toEqual([login, 403]);
  }
});

it.each([
  ['handler1', 'POST', '/meetings', 403],
  ['head1', 'POST', '/cases', 403],
  ['reviewer1', 'POST', '/cases', 403],
  ['publisher', 'POST', '/cases', 403],
  ['handler1', 'GET', '/reports', 403],
  ['handler1', 'POST', '/delegations', 403],
  ['reviewer1', 'POST', '/delegations', 403],
])('closes to %s what is not of his posts: %s %s', async (login, method, to, status) => {
  expect(await statusOf({ method, path: to }, login)).toBe(status);
});
