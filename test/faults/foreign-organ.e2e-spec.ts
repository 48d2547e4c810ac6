import { demoPeople } from '@sanzhi/identity';
import type { JsonObject } from '@sanzhi/kernel';
import { openApiDocument } from '@sanzhi/platform/http';
import type { Seat } from '@sanzhi/testing';
import { Dossier } from '../office/dossier';
import { clueForm } from '../office/forms';
import { Office } from '../office/office';
import { steps, toCleared } from '../office/ordinary-road';

jest.setTimeout(90_000);

const UNKNOWN = '00000000-0000-7000-8000-000000000000';

let office: Office;
let file: Dossier;
/** Ids of the demo organ by the first word of the address; `unknown` of the same shape, and of nothing. */
let ids: Record<string, { theirs: string; unknown: string }>;
let strangers: Seat[];

beforeAll(async () => {
  office = await Office.open();
  const others = demoPeople.map((one) => ({ ...one, login: `other-${one.login}` }));
  await office.addOrgan('OTHER-DISTRICT', others);
  strangers = others.map(({ login }) => office.seat(login));
  file = await Dossier.register(office);
  await toCleared(file);
  const { clocks } = await file.view();
  await office.settle();
  const documents = await office.rows<{ id: string }>('select id::text from documents.document limit 1');
  const messages = await office.rows<{ id: string }>('select id::text from messages.message limit 1');
  const [{ today }] = await office.rows<{ today: string }>("select to_char(sanzhi_now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as today");
  const lent = { from: office.person('head1'), to: office.person('head2'), duties: ['approver'], validFrom: today, validUntil: today, ground: '出差' };
  const sitting = { members: [office.person('head1'), office.person('head2')], chair: office.person('head1'), place: '第一会议室', heldOn: today };
  ids = {
    delegations: { theirs: await made('head1', '/delegations', lent), unknown: UNKNOWN },
    meetings: { theirs: await made('clerk', '/meetings', sitting), unknown: UNKNOWN },
    messages: { theirs: messages[0].id, unknown: UNKNOWN },
    cases: { theirs: file.id, unknown: UNKNOWN },
    clocks: { theirs: clocks[0].id, unknown: clocks[0].id.replace(file.id, UNKNOWN) },
    publications: { theirs: `${file.id}/decision`, unknown: `${UNKNOWN}/decision` },
    documents: { theirs: documents[0].id, unknown: UNKNOWN },
  };
});
afterAll(() => office.close());

async function made(login: string, address: string, body: JsonObject): Promise<string> {
  const answer = await office.seat(login).post<{ id: string }>(address, body);
  expect([address, answer.status]).toEqual([address, 201]);
  return answer.body.id;
}

/** What everybody shares: procedures and calendars belong to no organ. */
const SHARED = ['procedures', 'calendars'];

/** Addresses under `/api/v1` that take an id of something an organ keeps, with their methods. */
function routesWithId(): [method: string, address: string][] {
  const { paths } = openApiDocument(office.api);
  const all = Object.entries(paths).flatMap(([address, methods]) =>
    Object.keys(methods).map((method): [string, string] => [method.toUpperCase(), address.replace('/api/v1', '')]),
  );
  return all.filter(([, address]) => address.includes('{id}') && !SHARED.includes(address.split('/')[1]));
}

function addressOf(address: string, which: 'theirs' | 'unknown'): string {
  const known = ids[address.split('/')[1]];
  if (!known) throw new Error(`no foreign id for ${address}: name one here`);
  return address.replace('{id}', encodeURIComponent(known[which])).replace('{action}', 'record-payment');
}

/** A body that the address takes, so that nothing but the id can be at fault. */
function bodyOf(address: string): JsonObject {
  if (address.startsWith('/delegations')) return { ground: '提前返回' };
  return address.startsWith('/cases') ? { form: { paidFen: 300000, receipt: '示范票据0001' } } : {};
}

async function asked(seat: Seat, method: string, address: string): Promise<{ status: number; told: unknown }> {
  const json = method === 'GET' ? undefined : bodyOf(address);
  const headers = method === 'GET' ? {} : { 'idempotency-key': `k-${Math.random()}`, 'if-match': '"1"' };
  const { status, body } = await seat.ask<{ traceId?: string }>(method, address, { json, headers });
  return { status, told: { ...body, traceId: '' } };
}

it('is told of every address with an id exactly what is told of one that does not exist', async () => {
  const routes = routesWithId();
  expect(routes.map(([, address]) => address)).toEqual(expect.arrayContaining(['/cases/{id}', '/cases/{id}/actions/{action}', '/cases/{id}/record']));
  const before = await office.imprint();
  for (const [method, address] of routes) {
    const statuses: number[] = [];
    for (const seat of strangers) {
      const theirs = await asked(seat, method, addressOf(address, 'theirs'));
      const unknown = await asked(seat, method, addressOf(address, 'unknown'));
      expect({ address, login: seat.login, ...theirs }).toEqual({ address, login: seat.login, ...unknown });
      statuses.push(theirs.status);
    }
    // Who may not ask at all is told so; who may is told that there is nothing.
    expect({ address, statuses: [...new Set(statuses)].filter((status) => status !== 403) }).toEqual({ address, statuses: [404] });
  }
  expect(await office.imprint()).toEqual(before);
});

it('answers the same addresses to the own people', async () => {
  for (const [method, address] of routesWithId().filter(([method]) => method === 'GET')) {
    const { status } = await asked(office.seat('handler1'), method, addressOf(address, 'theirs'));
    expect([method, address, status]).toEqual([method, address, 200]);
  }
});

it.each(['/cases', '/tasks', '/reviews', '/meetings', '/publications', '/parties', '/documents', '/officers'])('lists nothing of another organ: %s', async (list) => {
  for (const seat of strangers) {
    const { status, body } = await seat.get<{ items?: { organ?: string }[] }>(list);
    expect([200, 403, 400, 404]).toContain(status);
    const text = JSON.stringify(body.items ?? []);
    for (const theirs of [file.id, '示范票据0001', office.person('handler1'), '示卫医']) expect(text).not.toContain(theirs);
  }
});

it('is found in no search by number, cursor or state', async () => {
  const seat = office.seat('other-handler1');
  const cursor = Buffer.from(JSON.stringify({ id: 'ffffffff-ffff-7fff-bfff-ffffffffffff' })).toString('base64url');
  for (const query of ['?state=served', `?cursor=${cursor}`, '?limit=200']) {
    const { body } = await seat.get<{ items?: unknown[] }>(`/cases${query}`);
    expect(body.items ?? []).toEqual([]);
  }
});

it('lends no officers: a foreign one counts for none, and cannot act', async () => {
  const mixed = [office.seat('handler1'), office.seat('other-handler1')];
  const own = await Dossier.register(office, clueForm(mixed), 'penalty-ordinary', ['handler1', 'other-handler1']);
  expect(await own.refusal('handler1', 'file-case', { reason: '有初步证据。' })).toEqual(['two-qualified-officers']);
  const { status } = await mixed[1].act(own.id, 'file-case', { reason: '有初步证据。' }, { version: 1 });
  expect(status).toBe(404);
});

it('keeps both organs apart when the same is done in each', async () => {
  const pair = [office.seat('other-handler1'), office.seat('other-handler2')];
  const { body } = await pair[0].open('penalty-ordinary', clueForm(pair));
  const theirs = new Dossier(office, body.case!.id);
  await theirs.act('other-handler1', 'file-case', { reason: '有初步证据。' });
  expect((await office.seat('handler1').get(`/cases/${theirs.id}`)).status).toBe(404);
  await steps.pay(file);
  const organs = await office.rows('select organ, count(*)::int as cases from casework.case group by organ order by organ');
  expect(organs).toEqual([{ organ: 'DEMO-DISTRICT', cases: 2 }, { organ: 'OTHER-DISTRICT', cases: 1 }]);
  const codes = await office.rows('select organ from parties.party where code is not null order by organ');
  expect(codes.map((row) => row.organ)).toEqual(['DEMO-DISTRICT', 'OTHER-DISTRICT']);
});
