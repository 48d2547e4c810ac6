import type { Browser } from 'playwright-core';
import { Dossier } from '../office/dossier';
import { asJson, SMALL } from '../office/forms';
import { Office } from '../office/office';
import { steps } from '../office/ordinary-road';
import { openChromium } from './chromium';
import { Person } from './person';

let office: Office;
let browser: Browser;
let file: Dossier;
let person: Person;

beforeAll(async () => {
  office = await Office.open({ at: '2023-03-01T09:00:00+08:00' });
  browser = await openChromium();
  file = await Dossier.register(office);
  await steps.file(file);
  await steps.report(file, SMALL);
  person = await (await Person.sit(browser, office.address)).signIn('handler1');
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await office?.close();
});

const shownFine = (): Promise<string> => person.field('罚款金额（元）').inputValue();

it('fills the form in from the file', async () => {
  await person.openAct(file.id, '调查终结报告');
  expect(await shownFine()).toBe('3000');
  expect(await person.field('查明的事实').inputValue()).toBe(SMALL.factsFound);
});

it('shows three columns when a colleague was faster, and loses nothing', async () => {
  await person.fill({ '罚款金额（元）': '5000', 裁量理由: '我改写的裁量理由。' });
  const theirs = { ...SMALL, fineFen: 700_000, basis: '处方管理办法第五十四条第一项' };
  await file.act('handler2', 'report-findings', { draft: asJson(theirs) });
  await person.submit();
  await person.page.getByText('案件已被他人更新').waitFor();
  await person.page.locator('.conflict').getByText('示范经办乙').waitFor();
  const text = await person.page.locator('.conflict').innerText();
  for (const said of ['3000 元', '5000 元', '7000 元', '调查终结报告', '示范经办乙', '处方管理办法第五十四条第一项']) expect(text).toContain(said);
  expect(text).not.toContain('我改写的裁量理由。');
  expect(await person.barriers()).toEqual([]);
});

it('goes on with what was chosen, field by field, and the act is taken', async () => {
  const basis = person.page.locator('fieldset', { hasText: '处罚依据' });
  await basis.getByText('用现在的').click();
  await person.page.getByRole('button', { name: '按选择继续填写' }).click();
  expect(await shownFine()).toBe('5000');
  expect(await person.field('裁量理由').inputValue()).toBe('我改写的裁量理由。');
  expect(await person.field('处罚依据').inputValue()).toBe('处方管理办法第五十四条第一项');
  await person.submit();
  await person.done();
  const facts = (await file.view()).case.facts as { draft: { fineFen: number; basis: string; discretion: string } };
  expect(facts.draft).toMatchObject({ fineFen: 500_000, basis: '处方管理办法第五十四条第一项', discretion: '我改写的裁量理由。' });
});

it('keeps what was typed when the server is away, and sends it once', async () => {
  await person.openAct(file.id, '调查终结报告');
  await person.fill({ 裁量理由: '断网前所写。' });
  await person.context.setOffline(true);
  await person.page.getByRole('alert').filter({ hasText: '连接不上服务器' }).first().waitFor();
  await person.submit();
  expect(await person.field('裁量理由').inputValue()).toBe('断网前所写。');
  await person.context.setOffline(false);
  await person.submit();
  await person.done();
  const record = await file.record();
  expect(record.filter(({ payload }) => JSON.stringify(payload?.form).includes('断网前所写。'))).toHaveLength(1);
});

it('enters what was done on paper with its hour and its proof', async () => {
  await office.passTo('2023-03-02T15:00:00+08:00');
  await person.openAct(file.id, '处罚前告知');
  await person.fill({ '先在纸面办理，现在补录': true });
  await person.fill({ 实际办理时间: '2023-03-02T10:30', 纸面凭据: '送达回证原件，当事人签字' });
  await person.submit();
  await person.done();
  const entry = (await file.record()).at(-1);
  expect([entry?.action, entry?.actedAt, entry?.payload?.proof]).toEqual(['notify-party', '2023-03-02T02:30:00.000Z', { paper: '送达回证原件，当事人签字' }]);
});

it('says why a page is closed to somebody, and what is not there', async () => {
  const clerk = await (await Person.sit(browser, office.address)).signIn('publisher');
  await clerk.page.goto(`${office.address}/reports`);
  await clerk.page.getByText('统计报表由统计人员、负责人和档案管理人员查看。').waitFor();
  await clerk.page.goto(`${office.address}/cases/00000000-0000-4000-8000-000000000000`);
  await clerk.page.getByText('未找到该案件。').waitFor();
  await clerk.page.goto(`${office.address}/nowhere`);
  await clerk.page.getByText('没有这个页面').waitFor();
});

it('stays whole at twice the size and on a narrow screen', async () => {
  for (const [width, height] of [[720, 450], [390, 844]]) {
    const narrow = await (await Person.sit(browser, office.address, { width, height })).signIn('handler1');
    for (const path of ['/', '/cases', `/cases/${file.id}`, '/cases/new']) {
      await narrow.goTo(path);
      await narrow.page.waitForLoadState('networkidle');
      const wide = await narrow.page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
      expect([path, width, wide]).toEqual([path, width, 0]);
    }
    await narrow.close();
  }
});
