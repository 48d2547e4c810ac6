import { Seat, type Answer } from '@sanzhi/testing';
import { Office, PASSWORD } from '../office/office';

jest.setTimeout(120_000);

const NEXT = 'Next-2027-next';

let office: Office;
beforeAll(async () => {
  office = await Office.open({ worker: 'none' });
});
afterAll(() => office.close());

interface Line {
  id: string;
  login: string;
  disabled: boolean;
  version: number;
}

const enter = (login: string, password = PASSWORD): Promise<Seat> => Seat.take(office.address, login, password);
const alive = async (seat: Seat): Promise<number> => (await seat.get('/session')).status;
const ownChange = (seat: Seat, json: object): Promise<Answer> => seat.ask('PUT', '/session/password', { json });

async function account(login: string): Promise<Line> {
  const { body } = await office.seat('security').get<{ items: Line[] }>('/accounts?limit=200');
  return body.items.find((line) => line.login === login)!;
}

async function change(login: string, json: object, seen?: number): Promise<Answer> {
  const { id, version } = await account(login);
  return office.seat('security').ask('PATCH', `/accounts/${id}`, { json, headers: { 'if-match': `"${seen ?? version}"` } });
}

it('T26: a change of the own password ends every session of the account at once, the one that asked too', async () => {
  const [one, other] = [await enter('handler3'), await enter('handler3')];
  expect((await ownChange(one, { password: PASSWORD, newPassword: NEXT })).status).toBe(204);
  expect([await alive(one), await alive(other)]).toEqual([401, 401]);
  await expect(enter('handler3')).rejects.toThrow('sign-in-failed');
  expect(await alive(await enter('handler3', NEXT))).toBe(200);
  expect(await alive(office.seat('handler1'))).toBe(200);
});

it('T26: asks for the old password, counts a wrong one, and takes no weak new one', async () => {
  const seat = await enter('reviewer2');
  const told = async (json: object): Promise<unknown[]> => {
    const { status, body } = await ownChange(seat, json);
    return [status, body.code, body.errors?.map(({ pointer, code }) => `${pointer} ${code}`)];
  };
  expect(await told({ password: 'wrong', newPassword: NEXT })).toEqual([400, 'invalid', ['/password wrong']]);
  expect(await told({ password: PASSWORD, newPassword: 'short' })).toEqual([400, 'invalid', ['/newPassword weak', '/newPassword weak']]);
  expect(await told({ password: PASSWORD, newPassword: PASSWORD })).toEqual([400, 'invalid', ['/newPassword weak']]);
  const [{ failed }] = await office.rows<{ failed: number }>("select failed_count as failed from identity.attempt where login_sha256 = encode(sha256('reviewer2'), 'hex')");
  expect([failed, await alive(seat)]).toEqual([1, 200]);
});

it('T26: a disabled account is out at once and stays out, until it is opened again and signs in anew', async () => {
  const seat = await enter('archivist');
  expect((await change('archivist', { disabled: true })).status).toBe(200);
  expect(await alive(seat)).toBe(401);
  await expect(enter('archivist')).rejects.toThrow('sign-in-failed');
  expect((await change('archivist', { disabled: false })).status).toBe(200);
  expect(await alive(seat)).toBe(401);
  expect(await alive(await enter('archivist'))).toBe(200);
});

it('T49: a reset by the administrator ends the old sessions and the old password', async () => {
  const seat = await enter('publisher');
  expect((await change('publisher', { password: NEXT })).status).toBe(200);
  expect(await alive(seat)).toBe(401);
  await expect(enter('publisher')).rejects.toThrow('sign-in-failed');
  expect(await alive(await enter('publisher', NEXT))).toBe(200);
  expect((await change('publisher', { password: 'publisher' })).body.errors?.[0]).toMatchObject({ pointer: '/password', code: 'weak' });
});

it('T49: a reset by any other road, as at set-up, ends them too', async () => {
  const seat = await enter('second-eye');
  await office.rows("select identity.enrol('DEMO-DISTRICT', jsonb_build_object('login', 'second-eye', 'passwordHash', 'x'))");
  expect(await alive(seat)).toBe(401);
});

it('T48: of two changes that saw the same version one is refused, and nothing opens an account that was disabled', async () => {
  const { id, version } = await account('head3');
  const headers = { 'if-match': `"${version}"` };
  const both = [{ disabled: true }, { password: NEXT }].map((json) => office.seat('security').ask('PATCH', `/accounts/${id}`, { json, headers }));
  const answers = await Promise.all(both);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  expect(answers.find(({ status }) => status === 412)?.body.code).toBe('stale');
  const after = await account('head3');
  expect(after).toMatchObject({ version: version + 1, disabled: answers[0].status === 200 });
});

it('T48: a disabling and a change of the own password at once: disabled it is, whichever came first', async () => {
  for (const login of ['handler2', 'handler4', 'head2', 'clerk']) {
    const seat = await enter(login);
    const { id, version } = await account(login);
    const disabling = async (): Promise<Answer> => {
      const answer = await office.seat('security').ask('PATCH', `/accounts/${id}`, { json: { disabled: true }, headers: { 'if-match': `"${version}"` } });
      // Somebody was faster: seen anew and said again, as at a screen.
      return answer.status === 412 ? change(login, { disabled: true }) : answer;
    };
    const [own, shut] = await Promise.all([ownChange(seat, { password: PASSWORD, newPassword: NEXT }), disabling()]);
    expect([204, 401, 412]).toContain(own.status);
    expect(shut.status).toBe(200);
    expect((await account(login)).disabled).toBe(true);
    for (const password of [PASSWORD, NEXT]) await expect(enter(login, password)).rejects.toThrow('sign-in-failed');
  }
});

it('T48: asks which version was seen, and leaves one his own account', async () => {
  const { id } = await account('head1');
  const bare = await office.seat('security').ask('PATCH', `/accounts/${id}`, { json: { disabled: true } });
  expect([bare.status, bare.body.code]).toEqual([428, 'precondition-required']);
  expect((await change('security', { disabled: true })).body.code).toBe('forbidden');
  expect((await change('head1', {})).body.code).toBe('invalid');
  const byHead = await office.seat('head1').ask('PATCH', `/accounts/${id}`, { json: { disabled: false }, headers: { 'if-match': '"1"' } });
  expect([byHead.status, byHead.body.code]).toEqual([403, 'forbidden']);
});

it('T50: a renewed certificate leaves officer and account as they were', async () => {
  const seat = office.seat('handler1');
  await office.rows("update identity.officer set certificate_number = '示范-9999', certificate_until = '2040-12-31' where id = $1", [seat.person]);
  expect((await seat.get<{ officer: string }>('/session')).body.officer).toBe(seat.person);
  expect(await alive(await enter('handler1'))).toBe(200);
});
