import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { Seat } from '@sanzhi/testing';
import { WAYS } from '../../apps/web/src/shell/ways';
import { Office, PASSWORD } from '../office/office';
import { bodyOf, doorsOf, namesAThing, Things, type Door } from './things';

jest.setTimeout(180_000);

/** Signing in and out asks for no session. */
const OPEN = ['POST /session', 'DELETE /session'];

let office: Office;
let things: Things;
let doors: Door[];
beforeAll(async () => {
  office = await Office.open();
  things = await Things.lay(office);
  doors = doorsOf(office).filter(({ method, address }) => !OPEN.includes(`${method} ${address}`));
});
afterAll(() => office.close());

interface Told {
  status: number;
  code: string | undefined;
}

/** A request byte by byte as given: no client mends the path. */
function knock(method: string, path: string, headers: Record<string, string>, json?: object): Promise<Told> {
  const body = json && JSON.stringify(json);
  const given = { 'idempotency-key': randomUUID(), 'if-match': '"1"', ...(body ? { 'content-type': 'application/json' } : {}), ...headers };
  const { hostname, port } = new URL(office.address);
  return new Promise((resolve, reject) => {
    const sent = request({ method, hostname, port, path, headers: given }, (answer) => {
      let text = '';
      answer.on('data', (part: Buffer) => (text += part.toString()));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, code: codeOf(text) }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

function codeOf(text: string): string | undefined {
  try {
    return (JSON.parse(text) as { code?: string }).code;
  } catch {
    return undefined;
  }
}

const at = (door: Door, headers: Record<string, string>): Promise<Told> => knock(door.method, `/api/v1${things.addressOf(door)}`, headers, bodyOf(door));

async function signIn(login: string): Promise<string> {
  const answer = await fetch(`${office.address}/api/v1/session`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ login, password: PASSWORD }),
  });
  return /sid=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')![1];
}

it('T08, T27: every route asks for a live session, whatever else is shown in its place', async () => {
  const live = await signIn('head2');
  const left = await signIn('head2');
  expect((await knock('DELETE', '/api/v1/session', { cookie: `sid=${left}` })).status).toBe(204);
  const shown: Record<string, Record<string, string>> = {
    'nothing': {},
    'a session that was left': { cookie: `sid=${left}` },
    'a live one in another header': { authorization: `Bearer ${live}` },
    'a live one under another name': { cookie: `SID=${live}; token=${live}` },
    'a live one with something before it': { cookie: `sid=admin:${live}` },
    'a live one with something after it': { cookie: `sid=${live}0` },
    'the digest that is stored': { cookie: `sid=${(await office.rows<{ t: string }>('select token_sha256 as t from identity.session limit 1'))[0].t}` },
    'the login': { cookie: 'sid=head2' },
  };
  expect(doors.length).toBeGreaterThan(35);
  const before = await office.imprint();
  for (const [what, headers] of Object.entries(shown)) {
    for (const door of doors) expect({ what, door, ...(await at(door, headers)) }).toEqual({ what, door, status: 401, code: 'unauthenticated' });
  }
  expect(await office.imprint()).toEqual(before);
});

it('T26: every route is shut at once to an account that was disabled, by the session it still has', async () => {
  const sid = await signIn('archivist');
  expect((await knock('GET', '/api/v1/session', { cookie: `sid=${sid}` })).status).toBe(200);
  await office.rows("update identity.account set disabled_at = clock_timestamp() where login = 'archivist'");
  for (const door of doors) expect({ door, ...(await at(door, { cookie: `sid=${sid}` })) }).toEqual({ door, status: 401, code: 'unauthenticated' });
  await office.rows("update identity.account set disabled_at = null where login = 'archivist'");
});

/** Things of the organ or of somebody: they tell nothing of the case. */
const NOT_OF_THE_CASE = ['accounts', 'delegations', 'meetings', 'messages'];

it('T08, T46, T47: who was recused finds the case, its papers, clocks and items by no road, nor writes by any', async () => {
  const logins = ['handler2', 'reviewer2', 'head3', 'second-eye', 'handler4'];
  for (const login of logins) {
    await office.rows("insert into identity.duty (organ, case_id, person, duty) values ('DEMO-DISTRICT', $1, $2, 'recused')", [things.file.id, office.person(login)]);
  }
  const before = await office.imprint();
  for (const door of doors.filter((one) => namesAThing(one) && !NOT_OF_THE_CASE.includes(one.address.split('/')[1]))) {
    for (const login of logins) {
      const { status, body } = await office.seat(login).ask(door.method, things.addressOf(door), {
        json: bodyOf(door), headers: door.method === 'GET' ? {} : { 'idempotency-key': randomUUID(), 'if-match': `"${(await things.file.view()).case.version}"` },
      });
      // The law answers an act: it says why it is closed; everything else is not there.
      const isAct = door.address.includes('/actions/');
      const told = isAct ? [422, 'recused'] : [404, undefined];
      expect({ door, login, told: [status, body.refusals?.[0].rule] }).toEqual({ door, login, told });
    }
  }
  expect(await office.imprint()).toEqual(before);
});

/** What he may still read there, with the reason. */
const KNOWN_ANYWAY: Record<string, (word: string) => boolean> = {
  // The register of parties is the organ's: it names no case.
  '/parties': (word) => word === '示例口腔',
  // What he was told before keeps its id, which leads nowhere; number and party are gone.
  '/messages': (word) => word === things.file.id,
};

it('T08, T12, T43: and no list and no search of his holds anything of it', async () => {
  const number = (await things.file.view()).case.number!;
  const lists = doors.filter(({ method, address }) => method === 'GET' && !address.includes('{') && !/^\/(session|clock|procedures|calendars|reports|organs|officers|accounts|law)/.test(address));
  expect(lists.map(({ address }) => address)).toEqual(expect.arrayContaining(['/cases', '/tasks', '/search', '/parties', '/reviews', '/publications']));
  for (const { address } of lists) {
    for (const query of address === '/search' ? [`?q=${encodeURIComponent(number)}`, `?q=${encodeURIComponent('示例口腔')}`] : ['', '?limit=200']) {
      const { status, body } = await office.seat('handler2').get<object>(`${address}${query}`);
      expect([address, status]).toEqual([address, 200]);
      const hidden = [things.file.id, number, '示例口腔'].filter((word) => !KNOWN_ANYWAY[address]?.(word));
      for (const word of hidden) expect({ address, word, holds: JSON.stringify(body).includes(word) }).toEqual({ address, word, holds: false });
    }
  }
});

it('T45: no other spelling of an address leads past the scope', async () => {
  await office.addOrgan('THIRD-DISTRICT', [{ login: 'third-handler', kind: 'person', name: '外机关经办', posts: ['handler', 'reviewer', 'voter', 'publisher'] }]);
  const id = things.file.id;
  const percent = (text: string): string => [...text].map((sign) => `%${sign.charCodeAt(0).toString(16)}`).join('');
  const spelt = [
    `/api/v1/cases/${percent(id)}`, `/api/v1/cases/${id.toUpperCase()}`, `/api/v1/cases/{${id}}`, `/api/v1/cases/${id}/`, `/api/v1//cases//${id}`,
    `//api/v1/cases/${id}`, `/api/v1/./cases/${id}`, `/api/v1/x/../cases/${id}`, `/api/v1/x/%2e%2e/cases/${id}`, `/api/v1/messages/..%2fcases%2f${id}`,
    `/api/v1/cases;a=1/${id}`, `/api/v1/cases/${id};a=1`, `/api/v1/cases/${id}%00`, `/api/v1/cases/${id}%20`, `/API/V1/CASES/${id}`, `/api/v1/%63ases/${id}`,
    `/api/v1/cases/${id}?organ=DEMO-DISTRICT`, `/api/v1/cases/${id}#x`, `/api/v1/cases/urn:uuid:${id}`, `/api/v1/cases/${id.replaceAll('-', '')}`,
    `/api/v1/cases/${id}/record/`, `/api/v1/cases/${percent(id)}/record`, `/api/v1/documents/${percent(things.idOf({ method: 'GET', address: '/documents/{id}' }))}`,
    `/api/v1/publications/${id}%2Fdecision`, `/api/v1/publications/${id}%252Fdecision`, `/api/v1/clocks/${percent(things.idOf({ method: 'GET', address: '/clocks/{id}' }))}/explanation`,
  ];
  const cookie = `sid=${await signIn('third-handler')}`;
  for (const path of spelt) {
    const { status, code } = await knock('GET', path, { cookie, 'x-organ': 'DEMO-DISTRICT', 'x-forwarded-user': 'head1', 'x-original-url': `/api/v1/cases/${id}` });
    expect({ path, status, ok: [400, 404].includes(status) && code !== undefined }).toEqual({ path, status, ok: true });
  }
  // The same spellings lead the own people to the case, where they lead anywhere: what is refused is the reader, not the way of writing.
  const own = `sid=${await signIn('handler1')}`;
  expect((await knock('GET', `/api/v1/cases/${percent(id)}`, { cookie: own })).status).toBe(200);
});

it('T45: a verb that the address does not have, or an override of it, does nothing', async () => {
  const cookie = `sid=${await signIn('handler1')}`;
  const before = await office.imprint();
  for (const method of ['PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND']) {
    expect([method, (await knock(method, `/api/v1/cases/${things.file.id}`, { cookie })).status]).toEqual([method, 404]);
  }
  await knock('GET', `/api/v1/drafts/${things.file.id}/record-payment`, { cookie, 'x-http-method-override': 'DELETE' });
  expect(await office.imprint()).toEqual(before);
});

it('T02: without a session there is life and readiness, the description of the api, and nothing else', async () => {
  const ready = await (await fetch(`${office.address}/readyz`)).json() as { checks: object[] };
  expect(Object.keys(ready).sort()).toEqual(['checks', 'state', 'title']);
  for (const check of ready.checks) expect(Object.keys(check).every((key) => ['name', 'state', 'title', 'detail'].includes(key))).toBe(true);
  for (const word of ['postgres:', 'DEMO-DISTRICT', '示范', process.cwd()]) expect(JSON.stringify(ready)).not.toContain(word);
  expect(await (await fetch(`${office.address}/livez`)).json()).toEqual({ state: 'ok' });
  for (const path of ['/api/v1', '/api/v1/', '/api/v1/settings', '/api/v1/config', '/api/v1/parameters', '/metrics', '/.env', '/config/parameters/national.yaml']) {
    expect([path, [401, 404].includes((await knock('GET', path, {})).status)]).toEqual([path, true]);
  }
});

it('T67: the menu offers what the server gives, and leaves out what it refuses', async () => {
  const logins = ['handler1', 'handler4', 'reviewer1', 'head1', 'clerk', 'publisher', 'archivist', 'cli', 'security'];
  for (const login of logins) {
    const seat = await Seat.take(office.address, login, PASSWORD);
    const { body } = await seat.get<{ may: string[] }>('/session');
    for (const { policy, asks } of WAYS) {
      const statuses = await Promise.all(asks.map(async (address) => (await seat.get(address)).status));
      expect({ login, policy, statuses }).toEqual({ login, policy, statuses: asks.map(() => (body.may.includes(policy) ? 200 : 403)) });
    }
  }
});
