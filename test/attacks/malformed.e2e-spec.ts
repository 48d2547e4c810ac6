import { randomUUID } from 'node:crypto';
import type { ActionSpec, JsonObject, Procedure } from '@sanzhi/kernel';
import { openApiDocument } from '@sanzhi/platform/http';
import type { Answer, Seat } from '@sanzhi/testing';
import { Office } from '../office/office';
import { bodyOf, doorsOf, Things, type Door } from './things';

jest.setTimeout(180_000);

const SIGN_IN = 'POST /session';
const LOGINS = ['handler1', 'head1', 'clerk', 'reviewer1', 'security', 'archivist'];

let office: Office;
let things: Things;
let before: unknown;
beforeAll(async () => {
  office = await Office.open();
  things = await Things.lay(office);
  await office.settle();
  before = await office.imprint();
});
// Whatever was sent: nothing was kept of it.
afterEach(async () => expect(await office.imprint()).toEqual(before));
afterAll(() => office.close());

const nameOf = ({ method, address }: Door): string => `${method} ${address}`;
const WRITING = ['POST', 'PUT', 'PATCH'];

/** A request that changes nothing where it is let in: the thing is none, or the body is. */
const probe = (seat: Seat, door: Door): Promise<Answer> =>
  seat.ask(door.method, things.addressOf(door, 'unknown'), { headers: keyed(), json: WRITING.includes(door.method) ? [] : undefined });

const keyed = (): Record<string, string> => ({ 'idempotency-key': randomUUID(), 'if-match': '"1"' });

/** Somebody whom the policy lets in, so that nothing but the request can be at fault. */
async function seatFor(door: Door): Promise<Seat> {
  for (const login of LOGINS) if ((await probe(office.seat(login), door)).status !== 403) return office.seat(login);
  throw new Error(`nobody is let in to ${nameOf(door)}`);
}

interface Shape {
  $ref?: string;
  type?: string;
  properties?: Record<string, Shape>;
  required?: string[];
  additionalProperties?: boolean;
}

/** The shape of a body as the api describes it. */
function shapeOf({ method, address }: Door): Shape | null {
  const { paths, components } = openApiDocument(office.api) as unknown as {
    paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: Shape }> } }>>;
    components: { schemas: Record<string, Shape> };
  };
  const schema = paths[`/api/v1${address}`][method.toLowerCase()].requestBody?.content['application/json'].schema;
  return schema?.$ref ? components.schemas[schema.$ref.split('/').pop()!] : (schema ?? null);
}

/** Of every JSON type one that the field is not. */
const WRONG: Record<string, unknown[]> = {
  string: [7, true, {}, [], '', '\u0000', 'x'.repeat(20_000)],
  integer: ['7', 1.5, true, {}, [], 1e308],
  boolean: ['true', 1, {}, []],
  array: ['x', 1, {}, [{}], [1]],
  object: ['x', 1, true, []],
};

type Wrong = [what: string, sent: { json?: unknown; raw?: string }];

function wrongBodies(door: Door): Wrong[] {
  const texts = ['', '{', '[1,', 'a=1', '\uFEFF{}', '{"a":1}}'].map((raw): Wrong => [`text ${raw}`, { raw }]);
  const others = [[], 'text', 5, true, null].map((json): Wrong => [`body ${JSON.stringify(json)}`, { json }]);
  const shape = shapeOf(door);
  return [...texts, ...others, ...(shape ? wrongFields(shape, (bodyOf(door) ?? {}) as JsonObject) : [])];
}

function wrongFields({ required = [], properties = {} }: Shape, good: JsonObject): Wrong[] {
  const foreign = `"__proto__":{"a":1}}`;
  const withForeign = Object.keys(good).length > 0 ? `${JSON.stringify(good).slice(0, -1)},${foreign}` : `{${foreign}`;
  const fields = Object.entries(properties).flatMap(([name, { type = 'object' }]) =>
    (WRONG[type] ?? []).map((value): Wrong => [`${name} = ${JSON.stringify(value).slice(0, 20)}`, { json: { ...good, [name]: value } }]));
  const empty: Wrong[] = required.length > 0 ? [['nothing of what is asked', { json: {} }]] : [];
  return [['a field too many', { json: { ...good, isAdmin: true } }], ['a name of the language', { raw: withForeign }], ...empty, ...fields];
}

const isClear = ({ status, body }: Answer): boolean => status >= 400 && status < 500 && typeof body.code === 'string' && /\p{Script=Han}/u.test(body.detail ?? '');

it('T29, T04: every body that is none, or not as described, is told so on every route: 4xx with a code, in Chinese', async () => {
  let sent = 0;
  for (const door of doorsOf(office).filter(({ method }) => WRITING.includes(method))) {
    const seat = nameOf(door) === SIGN_IN ? office.seat('handler1') : await seatFor(door);
    for (const [what, wrong] of wrongBodies(door)) {
      // A route without a body looks at none: the thing is not there either way.
      const which = shapeOf(door) ? 'theirs' : 'unknown';
      const answer = await seat.ask(door.method, things.addressOf(door, which), { ...wrong, headers: keyed() });
      expect({ door, what, status: answer.status, told: answer.body.detail, clear: isClear(answer) }).toMatchObject({ door, what, clear: true });
      sent++;
    }
  }
  expect(sent).toBeGreaterThan(250);
});

it('T29: every query that is not as described, on every list', async () => {
  const { paths } = openApiDocument(office.api);
  for (const door of doorsOf(office).filter(({ method }) => method === 'GET')) {
    const { parameters = [] } = paths[`/api/v1${door.address}`].get!;
    const names = (parameters as { in: string; name: string }[]).filter((one) => one.in === 'query').map(({ name }) => name);
    const seat = await seatFor(door);
    for (const query of names.flatMap((name) => [`${name}=a&${name}=b`, `${name}[x]=1`, `${name}=%00`, `${name}=${'9'.repeat(4000)}`, `${name}=%E0%A4%A`])) {
      const answer = await seat.get(`${things.addressOf(door)}?${query}`);
      // What is no parameter by that name may be left unread; it never breaks.
      expect({ door, query, status: answer.status, fine: answer.status === 200 || isClear(answer) }).toMatchObject({ door, query, fine: true });
    }
  }
});

it('T29: every form of every action, with each field missing, of another type, or one too many', async () => {
  const { body } = await office.seat('handler1').get<{ items: { id: string }[] }>('/procedures');
  const { version } = (await things.file.view()).case;
  const ids = [...new Set(body.items.map(({ id }) => id))];
  let sent = 0;
  for (const id of ids.filter((one) => one === 'penalty-ordinary')) {
    const { items } = (await office.seat('handler1').get<{ items: Procedure[] }>(`/procedures/${id}`)).body;
    for (const [action, spec] of Object.entries(items.find((one) => one.version === '2021-07-15')!.actions)) {
      for (const form of wrongForms(spec)) {
        const answer = await office.seat('handler1').act(things.file.id, action, form, { version });
        expect({ action, form, status: answer.status, code: answer.body.code }).toEqual({ action, form, status: 400, code: 'invalid' });
        expect(answer.body.errors?.every(({ pointer, message }) => pointer.startsWith('/form') && message.length > 0)).toBe(true);
        sent++;
      }
    }
  }
  expect(sent).toBeGreaterThan(300);
});

function* wrongForms({ form }: ActionSpec): Generator<JsonObject> {
  const { properties = {}, required = [], examples = [{}] } = form as { properties?: Record<string, Shape>; required?: string[]; examples?: JsonObject[] };
  yield { ...examples[0], isAdmin: true };
  for (const name of required) yield Object.fromEntries(Object.entries(examples[0]).filter(([key]) => key !== name));
  for (const name of Object.keys(properties)) for (const value of [[[]], { x: {} }]) yield { ...examples[0], [name]: value } as JsonObject;
}
