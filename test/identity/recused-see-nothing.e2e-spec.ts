import { Dossier } from '../office/dossier';
import { LARGE } from '../office/forms';
import { Office } from '../office/office';
import { steps, toNotified } from '../office/ordinary-road';

jest.setTimeout(90_000);

let office: Office;
let file: Dossier;
let clock: string;
let paper: string;
beforeAll(async () => {
  office = await Office.open();
  file = await Dossier.register(office);
  await toNotified(file, LARGE);
  await steps.submit(file);
  [{ id: clock }] = await office.rows<{ id: string }>('select id from casework.clock where case_id = $1 order by id', [file.id]);
  [{ id: paper }] = await office.rows<{ id: string }>('select id from documents.document where case_id = $1', [file.id]);
  await recuse('handler2', 'reviewer2');
});
afterAll(() => office.close());

const recuse = async (...logins: string[]): Promise<void> => {
  for (const login of logins) {
    await office.rows("insert into identity.duty (organ, case_id, person, duty) values ('DEMO-DISTRICT', $1, $2, 'recused')", [file.id, office.person(login)]);
  }
};

describe('what names the case by its id', () => {
  const roads = (): [string, string][] => [
    ['the case', `/cases/${file.id}`],
    ['its record', `/cases/${file.id}/record`],
    ['its clocks', `/clocks/${encodeURIComponent(clock)}/explanation`],
    ['its papers', `/documents/${encodeURIComponent(paper)}`],
  ];

  it('answers 404 to who was recused, and as ever to others', async () => {
    for (const [what, road] of roads()) {
      expect([what, (await office.seat('handler2').get(road)).status]).toEqual([what, 404]);
      expect([what, (await office.seat('handler1').get(road)).status]).toEqual([what, 200]);
    }
  });
});

it('leaves his lists and his desk', async () => {
  const caseIds = async (login: string, road: string): Promise<string[]> => {
    const { body } = await office.seat(login).get<{ items: { id?: string; caseId?: string }[] }>(road);
    return body.items.map((item) => item.caseId ?? item.id ?? '');
  };
  expect(await caseIds('handler2', '/cases')).toEqual([]);
  expect(await caseIds('handler1', '/cases')).toEqual([file.id]);
  for (const road of ['/tasks', '/reviews']) {
    expect([road, await caseIds('reviewer2', road)]).toEqual([road, []]);
    expect([road, await caseIds('reviewer1', road)]).toEqual([road, [file.id]]);
  }
});

it('answers every act of his with the rule', async () => {
  const { version } = (await file.view()).case;
  expect(await file.refusal('handler2', 'record-statement', { kind: 'waived', content: '放弃。' }, { version })).toContain('recused');
  expect(await file.refusal('reviewer2', 'give-opinion', { opinion: 'OP-AGREE', digest: '0'.repeat(64), text: '同意。' }, { version })).toContain('recused');
});

it('keeps what he did before', async () => {
  const opened = (await file.record()).find((entry) => entry.action === 'register-clue');
  expect(opened?.payload?.form.handlers).toContain(office.person('handler2'));
  expect(await office.verify(file.id)).toMatchObject({ ok: true });
});

/** Tables that name a case and are read by who was recused all the same, each with its reason. */
const OPEN_ALL_THE_SAME: Record<string, string> = {
  'identity.duty': 'says who was recused: without it nothing could be closed',
  'messages.message': 'tells him of his recusal, without the number of the case',
  'platform.refusal': 'is read by the audit alone',
  'record.pending_leaf': 'holds digests alone',
  'statistics.tally': 'a figure counts every case, whoever asks',
};

it('closes every table that names a case, those that come later too', async () => {
  const open = await office.rows<{ name: string }>(`
    select c.oid::regclass::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'case_id'
    where c.relkind in ('r', 'p') and c.relrowsecurity and has_table_privilege('sanzhi_api', c.oid, 'select')
      and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'recused_sees_nothing')
    order by name`);
  expect(open.map(({ name }) => name)).toEqual(Object.keys(OPEN_ALL_THE_SAME).sort());
});
