import type { Browser, Page } from 'playwright-core';
import { Dossier } from '../office/dossier';
import { clueForm, SMALL } from '../office/forms';
import { Office, PASSWORD } from '../office/office';
import { steps } from '../office/ordinary-road';
import { openChromium } from './chromium';
import { Person } from './person';

jest.setTimeout(240_000);

let office: Office;
let browser: Browser;
let one: Dossier;
let other: Dossier;
let handler: Person;
beforeAll(async () => {
  office = await Office.open({ at: '2023-03-01T09:00:00+08:00' });
  browser = await openChromium();
  [one, other] = [await filed('示例甲诊所（021号）'), await filed('示例乙诊所（022号）')];
  handler = await (await Person.sit(browser, office.address)).signIn('handler1');
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

async function filed(name: string): Promise<Dossier> {
  const pair = ['handler1', 'handler2'].map((login) => office.seat(login));
  const file = await Dossier.register(office, clueForm(pair, { kind: 'individual-business', name, address: '示范区示例路1号', legalRepresentative: '示例负责人' }));
  await steps.file(file);
  await steps.report(file, SMALL);
  return file;
}

/** Addresses of the acts that a page sends from now on. */
function actsOf(page: Page): string[] {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().includes('/actions/')) sent.push(new URL(request.url()).pathname);
  });
  return sent;
}

it('T34: what is sent is for the case on the screen, however quickly one goes from case to case', async () => {
  const { page } = handler;
  const sent = actsOf(page);
  // The answers for the first case come late: after the second one is on the screen.
  await page.route(`**/api/v1/cases/${one.id}*`, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue();
  });
  await page.goto(`${office.address}/cases/${other.id}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.evaluate(`history.pushState({}, '', '/cases/${one.id}'); window.dispatchEvent(new PopStateEvent('popstate'))`);
  await page.evaluate(`history.pushState({}, '', '/cases/${other.id}'); window.dispatchEvent(new PopStateEvent('popstate'))`);
  await page.waitForTimeout(2500);
  await page.getByText('示例乙诊所（022号）').first().waitFor();
  expect(await page.locator('main').innerText()).not.toContain('示例甲诊所（021号）');
  await page.unroute(`**/api/v1/cases/${one.id}*`);
  await page.locator('.doable').getByRole('link', { name: '处罚前告知', exact: true }).click();
  await handler.fill({ 签收人: '示例签收人', 送达方式: '直接送达' });
  await handler.submit();
  await handler.done();
  expect(sent).toEqual([`/api/v1/cases/${other.id}/actions/notify-party`]);
  expect([await one.state(), await other.state()]).toEqual(['reported', 'notified']);
});

it('T34: nor does a form keep what was typed for the case before', async () => {
  await handler.openAct(one.id, '调查终结报告');
  await handler.fill({ 裁量理由: '只写给甲案的理由。' });
  await handler.goTo(`/cases/${other.id}`);
  await handler.page.goto(`${office.address}/cases/${other.id}/act/report-findings`);
  await handler.page.locator('main').waitFor();
  await handler.page.waitForLoadState('networkidle');
  expect(await handler.page.locator('main').innerText()).not.toContain('只写给甲案的理由。');
  expect(await handler.page.locator('textarea').evaluateAll((all) => all.map((field) => (field as unknown as { value: string }).value))).not.toContain('只写给甲案的理由。');
});

it('T52: a double click sends one act, and the next form begins anew', async () => {
  const { page } = handler;
  await handler.openAct(one.id, '处罚前告知');
  await handler.fill({ 签收人: '示例签收人', 送达方式: '直接送达' });
  await page.getByRole('button', { name: '提交' }).dblclick();
  await handler.done();
  expect((await one.actions()).filter((action) => action === 'notify-party')).toHaveLength(1);
});

it('T58: papers and reports open in the browser as they do over the api', async () => {
  const { page, context } = handler;
  await handler.goTo(`/cases/${other.id}`);
  await page.getByRole('tab', { name: '执法文书' }).click();
  const [paper] = await Promise.all([context.waitForEvent('page'), page.getByRole('link', { name: '打开打印' }).first().click()]);
  await paper.waitForLoadState();
  expect(await paper.locator('body').innerText()).toContain('行政处罚事先告知书');
  await paper.close();
  const clerk = await (await Person.sit(browser, office.address)).signIn('clerk');
  await clerk.goTo('/reports');
  await clerk.page.getByRole('button', { name: '生成报表' }).click();
  const [report] = await Promise.all([clerk.context.waitForEvent('page'), clerk.page.getByRole('link', { name: '可打印的页面' }).click()]);
  await report.waitForLoadState();
  expect(await report.locator('h1').innerText()).not.toBe('');
  expect(await report.locator('table').count()).toBeGreaterThan(0);
  await clerk.close();
});

it('a head lends a duty at the screen, is told what may not be lent, and ends it again', async () => {
  const head = await (await Person.sit(browser, office.address)).signIn('head1');
  await head.page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '委托代办' }).click();
  await head.page.getByText('没有委托。').waitFor();
  await head.fill({ 代行人: '示范负责人乙', 委托的职责: '集体讨论', 事由: '出差' });
  await head.page.keyboard.press('Escape');
  await head.page.getByRole('button', { name: '确认委托' }).click();
  await head.page.getByRole('alert').getByText('怎样补正').first().waitFor();
  await head.page.locator('.ant-select-selection-item-remove').click();
  await head.fill({ 委托的职责: '负责人审批' });
  await head.page.keyboard.press('Escape');
  await head.page.getByRole('button', { name: '确认委托' }).click();
  await head.page.getByText('已办理委托。').waitFor();
  await head.page.getByText('代行中').waitFor();
  expect(await head.barriers()).toEqual([]);
  await head.page.getByRole('button', { name: '终止对示范负责人乙的委托' }).click();
  await head.page.getByLabel('终止事由').fill('提前返回');
  await head.page.getByRole('button', { name: '确认终止' }).click();
  await head.page.getByText('已终止').waitFor();
  const { body } = await office.seat('head1').get<{ items: { duties: string[]; revokedGround: string }[] }>('/delegations');
  expect(body.items).toMatchObject([{ duties: ['approver'], revokedGround: '提前返回' }]);
  await head.close();
});

it('T26: a new password ends the session at the screen, and the new one opens another', async () => {
  const person = await (await Person.sit(browser, office.address)).signIn('archivist');
  await person.goTo('/account');
  await person.page.getByLabel('原口令').fill('wrong');
  await person.page.getByLabel('新口令').fill('Next-2027-next');
  await person.page.getByRole('button', { name: '修改口令' }).click();
  await person.page.getByRole('alert').getByText('原口令不正确。').first().waitFor();
  await person.page.getByLabel('原口令').fill(PASSWORD);
  await person.page.getByRole('button', { name: '修改口令' }).click();
  await person.page.getByRole('heading', { name: '登录', exact: true }).waitFor();
  await person.signIn('archivist', 'Next-2027-next');
  expect(person.complaints).toEqual([]);
  await person.close();
});
