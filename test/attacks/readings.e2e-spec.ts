import { Office } from '../office/office';
import { doorsOf, namesAThing, Things, type Door } from './things';

jest.setTimeout(120_000);

let office: Office;
let things: Things;
beforeAll(async () => {
  office = await Office.open();
  things = await Things.lay(office);
});
afterAll(() => office.close());

interface Reading {
  route: string;
  subject: string | null;
  account: string;
  code: string;
}

const readings = (): Promise<Reading[]> => office.rows<Reading>('select route, subject, account, code from platform.reading order by id');
const patternOf = ({ address }: Door): string => `/api/v1${address.replace(/\{(\w+)\}/g, ':$1')}`;

/** Roads to a thing whose reading leaves no row, with the reason. */
const NOT_SENSITIVE: Record<string, string> = {
  '/drafts/{case}/{action}': 'what one typed oneself',
};

it('T13, T65: each road to a thing leaves a row of who read what; the list of roads is that of the api, not one of its own', async () => {
  const roads = doorsOf(office).filter((door) => door.method === 'GET' && (namesAThing(door) || ['/search', '/parties'].includes(door.address)));
  expect(roads.length).toBeGreaterThan(7);
  const { body } = await office.seat('handler1').get<{ account: string }>('/session');
  for (const door of roads) {
    const before = (await readings()).length;
    const { status } = await office.seat('handler1').get(`${things.addressOf(door)}${door.address === '/search' ? '?q=示例口腔' : ''}`);
    expect([door.address, status]).toEqual([door.address, 200]);
    const added = (await readings()).slice(before);
    const subject = door.address.includes('{') ? things.idOf(door) : null;
    const row = { route: patternOf(door), subject, account: body.account, code: 'ok' };
    expect([door.address, added]).toEqual([door.address, NOT_SENSITIVE[door.address] ? [] : [row]]);
  }
});

it('T13: an attempt that finds nothing is kept with its code, and no row holds what was searched for', async () => {
  const before = (await readings()).length;
  await office.seat('handler1').get('/cases/00000000-0000-7000-8000-000000000000');
  expect((await readings()).slice(before)).toMatchObject([{ route: '/api/v1/cases/:id', subject: '00000000-0000-7000-8000-000000000000', code: 'not-found' }]);
  await office.seat('handler1').get(`/search?q=${encodeURIComponent('示例口腔门诊部')}`);
  expect(JSON.stringify(await readings())).not.toContain('示例口腔');
});

it('T13: where the row cannot be written nothing is shown', async () => {
  await office.rows(`create function public.no_trail() returns trigger language plpgsql as $$ begin raise exception 'disk full' using errcode = 'disk_full'; end $$`);
  await office.rows('create trigger no_trail before insert on platform.reading for each row execute function public.no_trail()');
  const answer = await office.seat('handler1').get(`/cases/${things.file.id}`);
  expect([answer.status, answer.body]).toEqual([503, expect.objectContaining({ code: expect.any(String) })]);
  expect(JSON.stringify(answer.body)).not.toContain('示例口腔');
  await office.rows('drop trigger no_trail on platform.reading');
  expect((await office.seat('handler1').get(`/cases/${things.file.id}`)).status).toBe(200);
});

it('T13: a list shows lines, and opens nothing: it leaves no row', async () => {
  const before = (await readings()).length;
  for (const address of ['/cases', '/tasks', '/messages', '/officers']) await office.seat('handler1').get(address);
  expect(await readings()).toHaveLength(before);
});
