import { randomUUID } from 'node:crypto';
import type { Answer, Seat, Told } from '@sanzhi/testing';
import { Dossier } from '../office/dossier';
import { clueForm } from '../office/forms';
import { Office } from '../office/office';

jest.setTimeout(90_000);

const REASON = { reason: '有初步证据，属于本机关管辖。' };

let office: Office;
let file: Dossier;
let handler: Seat;
let before: unknown;
beforeAll(async () => {
  office = await Office.open();
  file = await Dossier.register(office);
  handler = office.seat('handler1');
  before = await office.imprint();
});
// Whatever was wrong with a request: not one row is another one, and none is new.
afterEach(async () => expect(await office.imprint()).toEqual(before));
afterAll(() => office.close());

const path = (action = 'file-case'): string => `/cases/${file.id}/actions/${action}`;
const headers = (more: Record<string, string | undefined> = {}) => ({ 'idempotency-key': randomUUID(), 'if-match': '"1"', ...more });
const send = (json: unknown, action?: string): Promise<Answer> => handler.ask('POST', path(action), { json, headers: headers() });
const faults = ({ body }: Answer): string[] => (body.errors ?? []).map((error) => `${error.pointer} ${error.code}`);
const told = ({ status, body }: Answer<Told>) => [status, body.code];

describe('headers', () => {
  it('asks which version was seen', async () => {
    const answer = await handler.ask('POST', path(), { json: { form: REASON }, headers: headers({ 'if-match': undefined }) });
    expect(told(answer)).toEqual([428, 'precondition-required']);
  });

  it.each(['"0"', '"2"', '"999999999"'])('refuses the version %s of a case that has another', async (version) => {
    const answer = await handler.ask('POST', path(), { json: { form: REASON }, headers: headers({ 'if-match': version }) });
    expect(told(answer)).toEqual([412, 'stale']);
  });

  it.each(['1', '"x"', '*', 'W/"1"', '"1", "2"'])('takes %s for no version', async (version) => {
    const answer = await handler.ask('POST', path(), { json: { form: REASON }, headers: headers({ 'if-match': version }) });
    expect(told(answer)).toEqual([400, 'invalid']);
  });

  it('asks for a key, for a new case too', async () => {
    const act = await handler.ask('POST', path(), { json: { form: REASON }, headers: headers({ 'idempotency-key': undefined }) });
    expect(told(act)).toEqual([400, 'idempotency-key-required']);
    const opening = { procedure: 'penalty-ordinary', form: clueForm([handler, office.seat('handler2')]) };
    expect(told(await handler.post('/cases', opening, { key: null }))).toEqual([400, 'idempotency-key-required']);
  });
});

describe('bodies', () => {
  it.each(['{"form": ', '', '[1,', 'form=1'])('that are no JSON: %s', async (raw) => {
    const answer = await handler.ask('POST', path(), { raw, headers: headers() });
    expect([...told(answer), ...faults(answer)]).toEqual([400, 'invalid', ' json']);
  });

  it.each<[string, unknown, string[]]>([
    ['no form', {}, ['/form isObject']],
    ['a form that is a text', { form: '同意' }, ['/form isObject']],
    ['a field too many', { form: REASON, state: 'archived' }, ['/state whitelistValidation']],
    ['a time without zone', { form: REASON, actedAt: '2023-03-01 09:00' }, ['/actedAt isInstant']],
    ['a proof that is a list', { form: REASON, proof: [] }, ['/proof isObject']],
    ['several at once', { form: 1, actedAt: 'today', x: 1 }, ['/actedAt isInstant', '/form isObject', '/x whitelistValidation']],
  ])('with %s', async (_, json, expected) => {
    const answer = await send(json);
    expect(told(answer)).toEqual([400, 'invalid']);
    expect(faults(answer).sort()).toEqual(expected);
  });

  it.each([
    ['in a value', { form: { reason: '有\u0000初步证据' } }, '/form/reason text'],
    ['in a name', { form: { 'rea\u0000son': 'x' } }, '/form text'],
    ['half a pair', { form: { reason: '\ud83d' } }, '/form/reason text'],
  ])('with a character that cannot be kept %s', async (_, json, fault) => {
    expect(faults(await send(json))).toEqual([fault]);
  });

  it('with a list for a body', async () => {
    expect(told(await send([REASON]))).toEqual([400, 'invalid']);
  });
});

describe('forms of the procedure', () => {
  it.each<[string, object, string[]]>([
    ['a field missing', {}, ['/form/reason required']],
    ['a field too many', { ...REASON, urgent: true }, ['/form/urgent additionalProperties']],
    ['another type', { reason: 7 }, ['/form/reason type']],
    ['nothing in it', { reason: '' }, ['/form/reason minLength']],
    ['too much in it', { reason: '长'.repeat(4001) }, ['/form/reason maxLength']],
  ])('with %s', async (_, form, expected) => {
    const answer = await send({ form });
    expect(told(answer)).toEqual([400, 'invalid']);
    expect(faults(answer)).toEqual(expected);
  });

  it('with the same officer twice, or one alone, and every other fault beside it', async () => {
    const [one] = clueForm([handler]).handlers as string[];
    const good = clueForm([handler, office.seat('handler2')]);
    const open = (form: object): Promise<Answer> => handler.post('/cases', { procedure: 'penalty-ordinary', form });
    expect(faults(await open({ ...good, handlers: [one, one] }))).toEqual(['/form/handlers uniqueItems']);
    expect(faults(await open({ ...good, handlers: [one] }))).toEqual(['/form/handlers minItems']);
    const bad = { party: { kind: 'ghost', name: '' }, clue: { ...(good.clue as object), discoveredOn: '2023-02-30' }, handlers: [] };
    expect(faults(await open(bad)).sort()).toEqual([
      '/form/clue/discoveredOn format', '/form/handlers minItems', '/form/party/kind enum', '/form/party/name minLength',
    ]);
  });
});

describe('addresses', () => {
  it.each(['00000000-0000-7000-8000-000000000000', 'no-uuid', "1'--", '%00'])('of no case: %s', async (id) => {
    const act = await handler.ask('POST', `/cases/${id}/actions/file-case`, { json: { form: REASON }, headers: headers() });
    expect(act.status).toBe(id === '%00' ? 400 : 404);
    expect((await handler.get(`/cases/${id}`)).status).toBe(act.status);
  });

  it('of no action, and of no procedure', async () => {
    expect(told(await send({ form: {} }, 'burn-file'))).toEqual([404, 'not-found']);
    for (const name of ['constructor', 'toString', '__proto__']) expect(told(await send({ form: {} }, name))).toEqual([404, 'not-found']);
    expect(told(await handler.post('/cases', { procedure: 'penalty-imaginary', form: {} }))).toEqual([404, 'not-found']);
  });
});

describe('people', () => {
  it('nobody is let in without a session', async () => {
    const answer = await handler.ask('GET', `/cases/${file.id}`, { headers: { cookie: 'sid=nobody' } });
    expect(told(answer)).toEqual([401, 'unauthenticated']);
  });

  it.each([['cli', 'GET'], ['security', 'GET'], ['cli', 'POST'], ['archivist', 'POST']])('%s is told why not: %s', async (login, method) => {
    const seat = office.seat(login);
    const opening = { procedure: 'penalty-ordinary', form: clueForm([handler, office.seat('handler2')]) };
    const answer = method === 'GET' ? await seat.get(`/cases/${file.id}`) : await seat.post('/cases', opening);
    expect(told(answer)).toEqual([403, 'forbidden']);
    expect(answer.body.detail).toMatch(/\p{Script=Han}/u);
  });
});
