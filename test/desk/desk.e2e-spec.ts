import { Dossier } from '../office/dossier';
import { clueForm, DOCTOR } from '../office/forms';
import { Office } from '../office/office';
import { steps } from '../office/ordinary-road';

jest.setTimeout(60_000);

interface Line {
  id: string;
  number: string | null;
  party: string;
  stateTitle: string;
  lamp: string;
  daysLeft: number | null;
  statutoryDue: string | null;
}
interface Task extends Line {
  caseId: string;
  actionTitle: string;
  holders: string[];
}

let office: Office;
let clinic: Dossier;
let doctor: Dossier;

beforeAll(async () => {
  office = await Office.open({ at: '2023-03-01T09:00:00+08:00' });
  clinic = await Dossier.register(office);
  await steps.file(clinic);
  const pair = ['handler3', 'handler4'].map((login) => office.seat(login));
  doctor = await Dossier.register(office, clueForm(pair, DOCTOR), 'penalty-ordinary', ['handler3', 'handler4']);
  await office.addOrgan('OTHER-DISTRICT', [{ login: 'stranger', name: '示范外人', kind: 'person', posts: ['handler'] }]);
});
afterAll(() => office.close());

const found = async (q: string, login = 'handler1'): Promise<string[]> => {
  const { status, body } = await office.seat(login).get<{ items: Line[] }>(`/search?q=${encodeURIComponent(q)}`);
  expect(status).toBe(200);
  return body.items.map(({ id }) => id);
};

describe('search', () => {
  it.each([
    ['口腔', ['clinic']],
    ['门诊 处方', ['clinic']],
    ['欧阳', ['doctor']],
    ['处方', ['doctor', 'clinic']],
    ['示卫医立', ['clinic']],
    ['〔２０２３〕1号', ['clinic']],
    ['腔口', []],
    ['口腔 欧阳', []],
    ['100%_', []],
  ])('for %j finds %j', async (q, names) => {
    const ids = names.map((name) => (name === 'clinic' ? clinic.id : doctor.id));
    expect(await found(q)).toEqual(ids);
  });

  it('refuses a word of one character, and says so', async () => {
    const { status, body } = await office.seat('handler1').get('/search?q=%E5%8F%A3');
    expect([status, body.code, body.errors]).toEqual([400, 'invalid', [{ pointer: '/q', code: 'minLength', message: '每个词至少两个字。' }]]);
  });

  it('finds nothing of another organ', async () => {
    expect(await found('口腔', 'stranger')).toEqual([]);
  });

  it('finds nothing of a case from which one was recused', async () => {
    await office.rows("insert into identity.duty (organ, case_id, person, duty) values ('DEMO-DISTRICT', $1, $2, 'recused')", [doctor.id, office.person('reviewer2')]);
    expect(await found('欧阳', 'reviewer2')).toEqual([]);
    expect(await found('欧阳', 'reviewer1')).toEqual([doctor.id]);
  });

  it('uses the index of character pairs', async () => {
    const [{ indexdef }] = await office.rows<{ indexdef: string }>("select indexdef from pg_indexes where indexname = 'case_words_by_bigrams'");
    expect(indexdef).toContain('USING gin (casework.bigrams(search_text))');
  });
});

describe('the desk', () => {
  it('says what is due, by whom, and how it stands', async () => {
    const { body } = await office.seat('handler1').get<{ items: Task[] }>('/tasks');
    expect(body.items).toEqual([expect.objectContaining({ caseId: clinic.id, actionTitle: '调查终结报告', holders: ['示范经办乙', '示范经办甲'], lamp: 'calm', statutoryDue: '2023-05-30', daysLeft: 90 })]);
  });

  it('lists the cases in which one holds a duty', async () => {
    const listed = async (duty: string): Promise<string[]> =>
      (await office.seat('handler3').get<{ items: Line[] }>(`/cases?duty=${duty}`)).body.items.map(({ id }) => id);
    expect(await listed('handler')).toEqual([doctor.id]);
    expect(await listed('reviewer')).toEqual([]);
  });

  it('tells the legal day', async () => {
    const { body } = await office.seat('head1').get<{ today: string; simulated: boolean }>('/clock');
    expect(body).toMatchObject({ today: '2023-03-01', simulated: true });
  });
});

describe('drafts', () => {
  const path = (): string => `/drafts/${clinic.id}/report-findings`;
  const draftOf = async (login: string): Promise<unknown> => (await office.seat(login).get<{ draft: unknown }>(path())).body.draft;

  it('are kept while typing, the last word holds, and nobody else sees them', async () => {
    const seat = office.seat('handler1');
    expect(await draftOf('handler1')).toBeNull();
    expect((await seat.ask('PUT', path(), { json: { content: { form: { draft: { basis: '处' } } }, caseVersion: 3 } })).status).toBe(200);
    expect((await seat.ask('PUT', path(), { json: { content: { form: { draft: { basis: '处方' } } }, caseVersion: 3 } })).status).toBe(200);
    expect(await draftOf('handler1')).toMatchObject({ content: { form: { draft: { basis: '处方' } } }, caseVersion: 3 });
    expect(await draftOf('handler2')).toBeNull();
    expect((await seat.ask('DELETE', path())).status).toBe(204);
    expect(await draftOf('handler1')).toBeNull();
  });

  it('of another account are out of reach for the database role itself', async () => {
    await office.seat('handler1').ask('PUT', '/drafts/new/register-clue', { json: { content: { form: {} } } });
    const policies = await office.rows("select polname from pg_policy where polrelid = 'casework.draft'::regclass and not polpermissive");
    expect(policies).toEqual([{ polname: 'own_draft' }]);
  });

  it('take no address that names no case and no action', async () => {
    const put = (address: string) => office.seat('handler1').ask('PUT', address, { json: { content: {} } });
    expect((await put('/drafts/somewhere/report-findings')).status).toBe(404);
    expect((await put(`/drafts/${clinic.id}/Report_Findings`)).status).toBe(404);
  });

  it('are no record: the case knows nothing of them', async () => {
    const before = (await clinic.view()).case.version;
    await office.seat('handler1').ask('PUT', path(), { json: { content: { form: {} } } });
    expect((await clinic.view()).case.version).toBe(before);
  });
});

it('shows a lamp that turns with the days', async () => {
  const lampOn = async (instant: string): Promise<string> => {
    await office.standAt(instant);
    return (await office.seat('handler1').get<{ items: Task[] }>('/tasks')).body.items[0].lamp;
  };
  expect(await lampOn('2023-05-29T09:00:00+08:00')).toBe('soon');
  expect(await lampOn('2023-05-30T09:00:00+08:00')).toBe('urgent');
  expect(await lampOn('2023-05-31T09:00:00+08:00')).toBe('late');
});
