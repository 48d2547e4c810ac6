import { demoOrgan } from '@sanzhi/identity';
import { Dossier } from '../office/dossier';
import { Office } from '../office/office';
import { steps } from '../office/ordinary-road';

jest.setTimeout(120_000);

let office: Office;
let file: Dossier;
beforeAll(async () => {
  const certificate = { certificateNumber: '示范-0998', certificateFrom: '2019-01-01', certificateUntil: '2035-12-31' };
  office = await Office.open({ people: [{ login: 'stranger', kind: 'person', name: '示范旁人', posts: ['handler'], ...certificate }] });
  file = await Dossier.register(office);
  await steps.file(file);
  await steps.report(file);
  await steps.notify(file);
});
afterAll(() => office.close());

const scope = (kept: 'own' | 'organ') =>
  office.rows(
    "insert into identity.case_scope (organ, scope, ground) values ($1, $2, '本机关规定') on conflict (organ) do update set scope = excluded.scope",
    [demoOrgan.code, kept],
  );
/** Statuses of every way into the case, and whether lists and search name it. */
async function seen(login: string) {
  const seat = office.seat(login);
  const [document] = await office.rows<{ id: string }>('select id from documents.document where case_id = $1', [file.id]);
  const [clock] = await office.rows<{ id: string }>('select id from casework.clock where case_id = $1 limit 1', [file.id]);
  const ways = [`/cases/${file.id}`, `/cases/${file.id}/record`, `/documents/${document.id}`, `/clocks/${encodeURIComponent(clock.id)}/explanation`];
  const statuses = await Promise.all(ways.map(async (way) => (await seat.get(way)).status));
  const lists = await Promise.all(['/cases?limit=200', `/search?q=${encodeURIComponent('示例口腔')}`].map((way) => seat.get<{ items: { id: string }[] }>(way)));
  return [...statuses, ...lists.map(({ body }) => body.items.some(({ id }) => id === file.id))];
}
const OPEN = [200, 200, 200, 200, true, true];
const HIDDEN = [404, 404, 404, 404, false, false];

it('G099: where an organ keeps to own cases, who only handles sees those he has a duty in, by every way', async () => {
  expect(await seen('handler3')).toEqual(OPEN);
  await scope('own');
  expect(await seen('handler3')).toEqual(HIDDEN);
  expect(await seen('handler2')).toEqual(OPEN);
  await file.act('head1', 'assign-handlers', { handlers: [office.person('handler3')], ground: '案情复杂。' });
  expect(await seen('handler3')).toEqual(OPEN);
  expect(await seen('stranger')).toEqual(HIDDEN);
});

it.each(['head2', 'reviewer1', 'publisher'])('G099: %s, who has more than handling to do, sees all', async (login) => {
  expect(await seen(login)).toEqual(OPEN);
});

it('G099: a stranger acts on nothing, and a second tip still finds the clue of another', async () => {
  const { version } = (await file.view()).case;
  expect((await office.seat('stranger').act(file.id, 'record-statement', { kind: 'waived', content: '放弃。' }, { version })).status).toBeGreaterThanOrEqual(400);
  const party = { kind: 'person', name: '示例人员', idNumber: '示例证件7' };
  const form = (...logins: string[]) => ({
    party, handlers: logins.map((login) => office.person(login)),
    clue: { source: 'complaint', discipline: '医疗卫生', offence: '示例案由', discoveredOn: '2023-03-01', conductEndedOn: '2023-03-01' },
  });
  expect((await office.seat('handler1').open('penalty-ordinary', form('handler1', 'handler2'))).status).toBe(201);
  const again = await office.seat('stranger').open('penalty-ordinary', form('stranger', 'handler2'));
  expect(again.body.refusals?.map((one) => one.rule)).toEqual(['clue-not-doubled']);
});

it('G099: ends with the rule of the organ', async () => {
  await scope('organ');
  expect(await seen('stranger')).toEqual(OPEN);
});

it('has both policies on every table of cases', async () => {
  const rows = await office.rows<{ policies: string[] }>(
    "select array_agg(policyname::text order by policyname) as policies from pg_policies where policyname in ('recused_sees_nothing', 'own_cases_alone') group by schemaname, tablename",
  );
  expect(rows.length).toBeGreaterThan(15);
  for (const { policies } of rows) expect(policies).toEqual(['own_cases_alone', 'recused_sees_nothing']);
});
