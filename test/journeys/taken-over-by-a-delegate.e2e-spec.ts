import type { EnrolmentDraft } from '@sanzhi/identity';
import { Dossier } from '../office/dossier';
import { decisionOn, SMALL } from '../office/forms';
import { Office } from '../office/office';
import { steps } from '../office/ordinary-road';

jest.setTimeout(90_000);

const deputy: EnrolmentDraft = { login: 'deputy', kind: 'person', name: '示范科长', posts: ['recorder'], validFrom: '2019-01-01' };
const AGREE = { opinion: '同意。' };

let office: Office;
let file: Dossier;
beforeAll(async () => {
  office = await Office.open({ people: [deputy] });
  file = await Dossier.register(office);
  await file.act('handler1', 'file-case', { reason: '有初步证据，属于本机关管辖。' });
});
afterAll(() => office.close());

const inNameOf = (login: string) => ({ onBehalfOf: office.person(login) });
const draft = (over: object = {}) => ({
  from: office.person('head1'), to: office.person('deputy'), duties: ['approver'], validFrom: '2023-03-01', validUntil: '2023-03-03', ground: '外出学习', ...over,
});
const refusedRules = (body: { refusals?: { rule: string }[] }) => body.refusals?.map((one) => one.rule);

it('refuses who only says that he acts for the head', async () => {
  expect(await file.refusal('deputy', 'approve-filing', AGREE, inNameOf('head1'))).toEqual(['no-delegation']);
  expect(await file.refusal('head2', 'approve-filing', AGREE, inNameOf('head1'))).toEqual(['no-delegation']);
});

it('lets nobody give himself what is another\'s, nor lend what has to be done in person', async () => {
  const taken = await office.seat('clerk').post('/delegations', draft({ to: office.person('clerk') }));
  expect([taken.status, refusedRules(taken.body)]).toEqual([422, ['delegation-by-holder']]);
  const voted = await office.seat('head1').post('/delegations', draft({ duties: ['voter'] }));
  expect(refusedRules(voted.body)).toEqual(['delegation-of-delegable-duty']);
  const audited = await office.rows("select count(*)::int as count from platform.refusal where action = 'grant-delegation'");
  expect(audited).toEqual([{ count: 2 }]);
});

it('shows the delegate what waits for the head, and takes his act in the head\'s name', async () => {
  const granted = await office.seat('head1').post<{ id: string }>('/delegations', draft(), { key: 'grant-1' });
  expect(granted.status).toBe(201);
  const again = await office.seat('head1').post<{ id: string }>('/delegations', draft(), { key: 'grant-1' });
  expect(again.body).toEqual(granted.body);
  const { body } = await office.seat('deputy').get<{ items: { caseId: string; action: string }[] }>('/tasks');
  expect(body.items.filter((task) => task.caseId === file.id).map((task) => task.action)).toEqual(['approve-filing']);
  await file.act('deputy', 'approve-filing', AGREE, inNameOf('head1'));
  const entry = (await file.record()).at(-1)!;
  expect(entry).toMatchObject({ action: 'approve-filing', actor: office.person('deputy'), payload: { delegations: [granted.body.id] } });
  const [{ header }] = await office.rows("select header::jsonb as header from record.entry where action = 'approve-filing'");
  expect(header).toMatchObject({ actor: { person: office.person('deputy'), onBehalfOf: office.person('head1') } });
});

it('counts both in the matrix: neither may handle the case afterwards', async () => {
  const duties = await office.rows("select person from identity.duty where case_id = $1 and duty = 'approver' order by person", [file.id]);
  expect(duties.map((row) => row.person)).toEqual([office.person('deputy'), office.person('head1')].sort());
});

it('ends with its last day', async () => {
  await notified();
  await office.standAt('2023-03-04T09:00:00+08:00');
  expect(await file.refusal('deputy', 'decide-penalty', decisionOn(SMALL), inNameOf('head1'))).toEqual(['no-delegation']);
});

it('ends when it is revoked, at once', async () => {
  const later = draft({ validFrom: '2023-03-04', validUntil: '2023-03-20' });
  const { body } = await office.seat('head2').post<{ id: string }>('/delegations', later);
  const listed = await office.seat('deputy').get<{ items: { id: string; fromName: string }[] }>('/delegations');
  expect(listed.body.items[0]).toMatchObject({ id: body.id, fromName: '示范负责人甲' });
  expect((await office.seat('clerk').get<{ items: unknown[] }>('/delegations')).body.items).toEqual([]);
  const foreign = await office.seat('clerk').post(`/delegations/${body.id}/revocation`, { ground: '不同意' });
  expect(foreign.status).toBe(404);
  const ended = await office.seat('head1').post(`/delegations/${body.id}/revocation`, { ground: '提前返回' });
  expect(ended.status).toBe(204);
  expect(await file.refusal('deputy', 'decide-penalty', decisionOn(SMALL), inNameOf('head1'))).toEqual(['no-delegation']);
  await steps.decide(file, SMALL);
  expect(await office.verify(file.id)).toMatchObject({ ok: true });
});

async function notified(): Promise<void> {
  await steps.report(file, SMALL);
  await steps.notify(file);
  await steps.hear(file);
}
