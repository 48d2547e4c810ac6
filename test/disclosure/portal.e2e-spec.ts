import { createHash } from 'node:crypto';
import { addressOf, valuesOf } from '@sanzhi/disclosure';
import { UnsafeDatabaseRole } from '@sanzhi/platform/database';
import { TcpProxy } from '../platform/tcp-proxy';
import { House, parties } from './house';
import { Portal } from './portal-house';

const ORGAN = 'DEMO-DISTRICT';
const ORGAN_PAGE = addressOf('organ', { organ: ORGAN });

let house: House;
let portal: Portal;
let clinicCase: string;
let personCase: string;

async function published(wish: Parameters<House['decided']>[0]): Promise<string> {
  const id = await house.decided(wish);
  await house.serve(id);
  await house.scope(id);
  expect(await house.clear(id)).toEqual([]);
  return id;
}

const pageOf = (caseId: string, page: 'item' | 'original' = 'item'): string => addressOf(page, valuesOf(ORGAN, `${caseId}/decision`));

beforeAll(async () => {
  house = await House.open();
  portal = await Portal.open(house.database.url('sanzhi_portal'));
  await house.timeline.moveTo('2022-07-06T02:00:00.000Z');
  clinicCase = await published({});
  personCase = await published({ party: parties.person });
  await house.timeline.moveTo('2022-07-18T02:00:00.000Z');
});
afterAll(async () => {
  await portal.close();
  await house.close();
});

it('shows the released bytes and their digest', async () => {
  const [shown] = await house.published(clinicCase);
  const page = await portal.get(pageOf(clinicCase));
  expect(page.status).toBe(200);
  expect(page.body).toContain(shown.html);
  expect(page.body).toContain(shown.sha256);
  const original = await portal.get(pageOf(clinicCase, 'original'));
  expect(createHash('sha256').update(original.body).digest('hex')).toBe(shown.sha256);
});

it('lists by organ, and finds by number and by the name of a body', async () => {
  const [{ number }] = await house.ask<{ number: string }>('select number from pub.item where id = $1', [`${clinicCase}/decision`]);
  for (const q of ['', `?q=${encodeURIComponent(number)}`, `?q=${encodeURIComponent('口腔')}`]) {
    const { status, body } = await portal.get(ORGAN_PAGE + q);
    expect([status, body.includes(pageOf(clinicCase))]).toEqual([200, true]);
  }
  expect((await portal.get(`${ORGAN_PAGE}?q=%25`)).body).toContain('没有符合条件的公示事项');
});

it('keeps a natural person masked, out of feed, first page, search by name, and indexes', async () => {
  const page = await portal.get(pageOf(personCase));
  expect(page.body).toContain('章**');
  expect(page.body).not.toMatch(/章海洋|13812345678/);
  expect(page.body).toContain('<meta name="robots" content="noindex, noarchive">');
  expect(page.headers.get('x-robots-tag')).toBe('noindex, noarchive');
  for (const address of ['/', addressOf('feed', { organ: ORGAN }), `${ORGAN_PAGE}?q=${encodeURIComponent('章')}`]) {
    expect((await portal.get(address)).body).not.toContain(pageOf(personCase));
  }
  const list = await portal.get(ORGAN_PAGE);
  expect(list.body).toContain(pageOf(personCase));
  expect(list.headers.get('x-robots-tag')).toBe('noindex, noarchive');
  expect((await portal.get(pageOf(clinicCase))).headers.get('x-robots-tag')).toBeNull();
});

it('has a feed of what may be carried on, and a sitemap of organs alone', async () => {
  const feed = await portal.get(addressOf('feed', { organ: ORGAN }));
  expect(feed.headers.get('content-type')).toContain('application/atom+xml');
  expect(feed.body.match(/<entry>/g)).toHaveLength(1);
  expect(feed.body).toContain(`<link rel="alternate" type="text/html" href="https://portal.example${pageOf(clinicCase)}"/>`);
  const map = await portal.get('/sitemap.xml');
  expect([...map.body.matchAll(/<loc>(.*?)<\/loc>/g)].map((found) => found[1])).toEqual([
    'https://portal.example/', `https://portal.example${ORGAN_PAGE}`,
  ]);
  expect((await portal.get('/robots.txt')).body).toContain('Sitemap: https://portal.example/sitemap.xml');
});

it('is kept for a minute at most, and asked again for single pages', async () => {
  const [home, page] = [await portal.get('/'), await portal.get(pageOf(clinicCase))];
  expect(home.headers.get('cache-control')).toBe('public, max-age=30');
  expect(page.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
  const again = await portal.get(pageOf(clinicCase), { 'if-none-match': page.headers.get('etag')! });
  expect([again.status, again.body]).toEqual([304, '']);
});

it('loads nothing but its own style sheet, and runs no script', async () => {
  const { headers, body } = await portal.get('/');
  expect(headers.get('content-security-policy')).toBe("default-src 'none';frame-ancestors 'none';style-src 'self';img-src 'self';form-action 'self';base-uri 'none'");
  expect(body).not.toMatch(/<script|style=|https?:/);
  expect((await portal.get('/style.css')).headers.get('content-type')).toBe('text/css; charset=utf-8');
});

it('says that the clock is simulated', async () => {
  expect((await portal.get('/')).body).toContain('时钟为模拟时钟（2022-07-18 10:00）');
});

it.each(['/nothing', '/organs/ELSEWHERE', '/organs/DEMO-DISTRICT/items/x/decision', `${ORGAN_PAGE}?cursor=x`])('answers %s with a page', async (address) => {
  const { status, body, headers } = await portal.get(address);
  expect([status, headers.get('content-type')]).toEqual([address.includes('cursor') ? 400 : 404, 'text/html; charset=utf-8']);
  expect(body).toContain('返回首页');
});

it('reads on by keys, every line once', async () => {
  await house.ask(
    `insert into pub.item select (jsonb_populate_record(i, jsonb_build_object('id', 'x' || n || '/decision'))).*
     from pub.item i, generate_series(1, 45) n where i.id = $1`, [`${clinicCase}/decision`],
  );
  const seen: string[] = [];
  let next: string | undefined = ORGAN_PAGE;
  for (let page = 0; next && page < 10; page++) {
    const { body } = await portal.get(next.replaceAll('&amp;', '&'));
    seen.push(...[...body.matchAll(/<td class="title"><a href="(.*?)"/g)].map((found) => found[1]));
    next = /<a href="([^"]*)" rel="next"/.exec(body)?.[1].replaceAll('&#x3D;', '=').replaceAll('&#x2F;', '/');
  }
  expect(seen).toHaveLength(47);
  expect(new Set(seen).size).toBe(47);
  await house.ask(`delete from pub.item where id like 'x%'`);
});

it('does not start on a role that may do more than read what is public', async () => {
  await expect(Portal.open(house.database.url('sanzhi_api'))).rejects.toThrow(UnsafeDatabaseRole);
});

it('says so on a page when the database is away, and comes back with it', async () => {
  const url = new URL(house.database.url('sanzhi_portal'));
  const road = new TcpProxy({ host: url.hostname, port: Number(url.port) });
  url.hostname = '127.0.0.1';
  url.port = String(await road.open());
  const far = await Portal.open(url.toString());
  await road.close();
  const { status, body, headers } = await far.get('/');
  expect([status, headers.get('retry-after'), headers.get('cache-control')]).toEqual([503, '5', 'no-store']);
  expect(body).toContain('暂时无法访问');
  await road.open();
  expect((await far.get('/')).status).toBe(200);
  await far.close();
  await road.close();
});
