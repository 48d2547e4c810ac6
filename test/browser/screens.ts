import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { Dossier } from '../office/dossier';
import { asJson, clueForm, digestOf, DOCTOR, LARGE, SMALL } from '../office/forms';
import { Office } from '../office/office';
import { steps, toDecided, toNotified } from '../office/ordinary-road';
import { openChromium } from './chromium';
import { Person } from './person';

/** `npm run screens`: makes the pictures of docs/screens/ anew, wide and narrow, from a demo office with cases in all states. */
jest.setTimeout(600_000);

const FOLDER = path.resolve(__dirname, '../../docs/screens');
const WIDTHS: [number, number][] = [[1440, 900], [390, 844]];
const day = (of: number): string => `2023-03-${String(of).padStart(2, '0')}T09:00:00+08:00`;

let office: Office;
let browser: Browser;
const cases: Record<string, Dossier> = {};

const register = (name: string, offence: string): Promise<Dossier> => {
  const pair = ['handler1', 'handler2'].map((login) => office.seat(login));
  const form = clueForm(pair, { kind: 'individual-business', name, address: '示范区示例路1号', legalRepresentative: '示例负责人' }, '2023-02-28');
  return Dossier.register(office, { ...form, clue: { ...(form.clue as object), offence } });
};

/** An ordinary month: something in every state, some of it near its end. */
async function liveThroughMarch(): Promise<void> {
  cases.old = await register('示例中医诊所（003号）', '使用非卫生技术人员从事医疗卫生技术工作');
  await steps.file(cases.old);
  cases.report = await Dossier.register(office);
  await steps.file(cases.report);
  await steps.report(cases.report, SMALL);
  cases.published = await register('示例美容医院（002号）', '未取得医疗机构执业许可证擅自执业');
  await toDecided(cases.published, LARGE);
  await steps.serve(cases.published);
  await steps.scope(cases.published);
  await steps.clear(cases.published);
  await office.passTo(day(10));
  cases.reviewing = await register('示例体检中心（004号）', '未按规定处置医疗废物');
  await toNotified(cases.reviewing, LARGE);
  await steps.submit(cases.reviewing);
  cases.discussing = await register('示例血液透析中心（005号）', '医疗机构感染防控不符合规定');
  await toNotified(cases.discussing, LARGE);
  await steps.submit(cases.discussing);
  await steps.opine(cases.discussing, LARGE);
  await steps.convene(cases.discussing);
  await cases.discussing.act('head2', 'cast-vote', { vote: 'disagree', view: '罚款数额偏重，建议从轻。', digest: digestOf(LARGE) });
  cases.scoped = await Dossier.register(office, clueForm(['handler3', 'handler4'].map((login) => office.seat(login)), DOCTOR));
  await toDecided(cases.scoped, SMALL);
  await steps.serve(cases.scoped);
  await steps.scope(cases.scoped);
  cases.clue = await register('示例口腔诊所（006号）', '未公示医疗服务价格');
  await office.passTo(day(17));
  const lent = { from: office.person('head1'), to: office.person('head2'), duties: ['approver'], validFrom: '2023-03-17', validUntil: '2023-03-21', ground: '外出开会' };
  await office.seat('head1').post('/delegations', lent);
}

/** One picture: who looks, at which address, and what is done there first. */
interface Shot {
  name: string;
  login: string | null;
  path(): string;
  prepare?(person: Person): Promise<void>;
}

const openTab = (title: string) => async (person: Person): Promise<void> => person.page.getByRole('tab', { name: title, exact: true }).click();

const SHOTS: Shot[] = [
  { name: 'sign-in', login: null, path: () => '/' },
  { name: 'desk', login: 'handler1', path: () => '/' },
  { name: 'cases', login: 'head1', path: () => '/cases' },
  { name: 'search', login: 'handler1', path: () => '/search?q=口腔' },
  { name: 'case', login: 'handler1', path: () => `/cases/${cases.report.id}` },
  {
    name: 'clock',
    login: 'handler1',
    path: () => `/cases/${cases.old.id}`,
    prepare: async ({ page }) => page.locator('.clock summary').first().click(),
  },
  { name: 'record', login: 'handler1', path: () => `/cases/${cases.published.id}`, prepare: async (person) => person.page.locator('.timeline').scrollIntoViewIfNeeded() },
  { name: 'people', login: 'handler1', path: () => `/cases/${cases.published.id}`, prepare: openTab('当事人和人员') },
  {
    name: 'document',
    login: 'handler1',
    path: () => `/cases/${cases.published.id}`,
    prepare: async (person) => {
      await openTab('执法文书')(person);
      await person.page.getByRole('button', { name: '预览' }).last().click();
      await person.page.locator('iframe.paper').scrollIntoViewIfNeeded();
    },
  },
  { name: 'form', login: 'handler1', path: () => `/cases/${cases.report.id}/act/report-findings` },
  {
    name: 'refused',
    login: 'handler1',
    path: () => `/cases/${cases.report.id}/act/report-findings`,
    prepare: async (person) => {
      await person.fill({ '没收金额（元）': '100' });
      await person.submit();
      await person.page.getByText('不符合法定条件，没有办理').waitFor();
      await person.page.evaluate('window.scrollTo(0, 0)');
    },
  },
  {
    name: 'conflict',
    login: 'handler2',
    path: () => `/cases/${cases.report.id}/act/report-findings`,
    prepare: async (person) => {
      await person.fill({ '罚款金额（元）': '5000' });
      const faster = await cases.report.view();
      const fineFen = (faster.case.facts as { draft: { fineFen: number } }).draft.fineFen + 100_000;
      await cases.report.act('handler1', 'report-findings', { draft: asJson({ ...SMALL, fineFen }) });
      await person.submit();
      await person.page.getByText('案件已被他人更新').waitFor();
    },
  },
  { name: 'reviews', login: 'reviewer1', path: () => '/reviews' },
  { name: 'opinion', login: 'reviewer1', path: () => `/cases/${cases.reviewing.id}/act/give-opinion` },
  { name: 'meetings', login: 'head1', path: () => '/meetings' },
  { name: 'discussion', login: 'head1', path: () => `/cases/${cases.discussing.id}`, prepare: openTab('集体讨论') },
  { name: 'publications', login: 'second-eye', path: () => '/publications' },
  { name: 'publication', login: 'second-eye', path: () => `/publications/${encodeURIComponent(`${cases.scoped.id}/decision`)}` },
  {
    name: 'report',
    login: 'clerk',
    path: () => '/reports?layout=penalty-chongqing&organ=DEMO-DISTRICT&from=2023-01-01&to=2023-12-31&scope=own',
    prepare: async ({ page }) => {
      await page.getByRole('button', { name: /罚款/ }).first().click();
      await page.locator('.behind').scrollIntoViewIfNeeded();
    },
  },
  { name: 'law', login: 'reviewer1', path: () => '/law' },
  { name: 'delegations', login: 'head1', path: () => '/delegations' },
  { name: 'account', login: 'handler1', path: () => '/account' },
  { name: 'forbidden', login: 'publisher', path: () => '/reports' },
];

beforeAll(async () => {
  mkdirSync(FOLDER, { recursive: true });
  office = await Office.open({ at: day(1) });
  browser = await openChromium();
  await liveThroughMarch();
});

afterAll(async () => {
  await browser?.close();
  await office?.close();
});

it.each(WIDTHS)('takes every picture at %d by %d', async (width, height) => {
  for (const { name, login, path: address, prepare } of SHOTS) {
    // Nobody begins with what somebody typed for the picture before.
    await office.rows('delete from casework.draft');
    const person = await Person.sit(browser, office.address, { width, height });
    if (login) await person.signIn(login);
    await person.page.goto(`${office.address}${address()}`);
    await person.page.waitForLoadState('networkidle');
    await prepare?.(person);
    await person.page.waitForLoadState('networkidle');
    await person.page.screenshot({ path: path.join(FOLDER, `${name}-${width}.png`) });
    await person.close();
  }
});
