import type { Browser } from 'playwright-core';
import { Office } from '../office/office';
import { openChromium } from './chromium';
import { Person } from './person';

const day = (of: number, time = '09:00:00'): string => `2023-03-${String(of).padStart(2, '0')}T${time}+08:00`;

let office: Office;
let browser: Browser;
let caseId: string;
const people: Record<string, Person> = {};

/** Four people with four browsers, as an office has them; who else has a duty is played by one of the four seats. */
const LOGINS = ['handler1', 'head1', 'reviewer1', 'clerk'];

const seat = async (login: string): Promise<Person> => (people[login] ??= await (await Person.sit(browser, office.address)).signIn(login));

beforeAll(async () => {
  office = await Office.open({ at: day(1) });
  browser = await openChromium();
  for (const login of LOGINS) await seat(login);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await office?.close();
});

it('registers a clue with the keyboard alone from the desk on, and saves the draft on the way', async () => {
  const { page } = people.handler1;
  await people.handler1.tabTo('登记线索');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: '登记线索' }).waitFor();
  await people.handler1.fill({
    当事人类型: '法人或者其他组织',
    名称或姓名: '示例口腔门诊部（001号）',
    统一社会信用代码: '91120104MA0000001P',
    法定代表人或负责人: '示例负责人',
    案件来源: '日常监督检查',
    专业: '医疗卫生',
    案由: '使用未取得处方权的人员开具处方',
    发现日期: '2023-02-28',
    违法行为终了日期: '2023-02-28',
  });
  await page.getByText(/草稿已保存/).waitFor();
  await page.reload();
  await page.getByText('已恢复上次未提交的草稿。').waitFor();
  expect(await people.handler1.field('案由').inputValue()).toBe('使用未取得处方权的人员开具处方');
});

it('names at the field what is missing, in Chinese, and loses nothing', async () => {
  const { page } = people.handler1;
  await people.handler1.submit();
  await page.getByText('有 1 处需要更正').waitFor();
  expect(await page.locator('#field-handlers-fault').textContent()).toContain('至少 2 项');
  await people.handler1.fill({ 承办人: '示范经办乙' });
  await people.handler1.submit();
  await people.handler1.done();
  await page.getByRole('link', { name: '返回案件' }).click();
  await page.getByText('待批准立案').or(page.getByText('提请立案')).first().waitFor();
  caseId = /cases\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
  expect(caseId).not.toBe('');
});

it('files the case; the head sees it on the desk and approves', async () => {
  await people.handler1.act(caseId, '提请立案', { 立案理由: '有初步证据，属于本机关管辖。' });
  await people.head1.goTo('/');
  await people.head1.page.getByRole('link', { name: '批准立案' }).click();
  await people.head1.act(caseId, '批准立案', { 审批意见: '同意。' });
});

it('shows why an action is refused, with article and cure, and the cure helps', async () => {
  const { page } = people.handler1;
  await office.passTo(day(2));
  const report = {
    查明的事实: '经查，当事人使用未取得处方权的人员开具处方。以上事实有现场笔录和询问笔录为证。',
    处罚依据: '处方管理办法第五十四条',
    裁量理由: '初次违法，及时改正，适用较轻裁量档次。',
    处罚种类: ['罚款'],
    '罚款金额（元）': '60000',
    '没收金额（元）': '100',
  };
  await people.handler1.openAct(caseId, '调查终结报告');
  await page.getByRole('button', { name: '增加一项 · 证据' }).click();
  await people.handler1.fill({ 证据名称: '现场笔录', ...report });
  await people.handler1.submit();
  const refusal = page.locator('main').getByRole('alert').filter({ hasText: '不符合法定条件' });
  await refusal.getByText('不符合法定条件，没有办理').waitFor();
  const text = await refusal.textContent();
  expect(text).toContain('怎样补正');
  expect(text).toMatch(/依据：.*第.*条/);
  await people.handler1.fill({ '没收金额（元）': '0' });
  await people.handler1.submit();
  await people.handler1.done();
});

it('tells the party, hears the party, and sends the case to review', async () => {
  await office.passTo(day(3));
  await people.handler1.act(caseId, '处罚前告知');
  await people.handler1.goTo(`/cases/${caseId}`);
  const refused = people.handler1.page.locator('details:has(summary b:text-is("送法制审核"))');
  expect(await refused.textContent()).toContain('项条件未满足');
  await office.passTo(day(6));
  await people.handler1.act(caseId, '记录陈述申辩', { 情形: '已放弃', 陈述申辩内容或放弃声明: '当事人书面放弃陈述申辩。' });
  await people.handler1.act(caseId, '记录放弃听证', { 书面放弃听证声明: '当事人签署放弃听证声明。' });
  await people.handler1.act(caseId, '送法制审核');
});

it('reviews and discusses what was reported, each signing the same digest', async () => {
  await office.passTo(day(7));
  await people.reviewer1.goTo('/reviews');
  await people.reviewer1.page.getByText('示例口腔门诊部（001号）').waitFor();
  await people.reviewer1.act(caseId, '出具法制审核意见', { 审核意见: '同意', 意见内容: '事实清楚，证据充分，程序合法。' });
  await office.passTo(day(8));
  await people.clerk.act(caseId, '提请负责人集体讨论', { 参加讨论的负责人: ['示范负责人甲', '示范负责人乙', '示范负责人丙'], 主持人: '示范负责人甲', 地点: '第一会议室' });
  for (const login of ['head2', 'head3', 'head1']) {
    const head = await seat(login);
    await head.goTo('/meetings');
    await head.page.getByText('第一会议室').waitFor();
    await head.act(caseId, '发表意见', { 表决: '同意', 意见和理由: '同意处罚建议。' });
  }
  await people.clerk.act(caseId, '形成集体讨论决定', { 讨论结论: '通过', 讨论情况: '一致同意处罚建议。' });
});

it('decides, serves, and publishes by its clock', async () => {
  await office.passTo(day(9));
  await people.head1.act(caseId, '作出行政处罚决定');
  await office.passTo(day(10));
  await people.handler1.act(caseId, '送达行政处罚决定书', { 送达方式: '直接送达' });
  const publisher = await seat('publisher');
  await publisher.act(caseId, '公示范围决定', { 公示范围: '公开', 依据和理由: '具有一定社会影响，依法公开。', 已作保密审查: true });
  const eye = await seat('second-eye');
  await eye.goTo('/publications');
  await eye.page.getByRole('link', { name: '行政处罚决定' }).click();
  await eye.page.frameLocator('iframe.paper').getByText('60000').first().waitFor();
  await eye.act(caseId, '脱敏复核', { 已逐项核对姓名和隐私信息: true });
  await office.passTo(day(17));
  await publisher.goTo(`/cases/${caseId}`);
  await publisher.page.getByRole('tab', { name: '公示' }).click();
  await publisher.page.getByText('行政处罚决定 · 已公示').waitFor();
});

it('is counted, and the number leads back to the case', async () => {
  const { page } = people.clerk;
  await people.clerk.goTo('/reports');
  await page.getByRole('button', { name: '生成报表' }).click();
  await page.getByRole('button', { name: /^1，.*罚款/ }).click();
  await page.locator('.behind').getByRole('link', { name: '示卫医立〔2023〕1号' }).click();
  await page.getByRole('heading', { level: 1, name: '示卫医立〔2023〕1号' }).waitFor();
});

it('explains a date day by day, shows the papers, and the record with its digests', async () => {
  const { page } = people.handler1;
  await people.handler1.goTo(`/cases/${caseId}`);
  const clock = page.locator('.clock').first();
  await clock.locator('summary').click();
  await clock.getByText('起算日').waitFor();
  expect(await clock.locator('tbody tr').count()).toBeGreaterThan(5);
  await page.getByRole('tab', { name: '执法文书' }).click();
  await page.getByRole('button', { name: '预览' }).first().click();
  await page.frameLocator('iframe.paper').getByText('示例口腔门诊部').first().waitFor();
  await page.getByRole('tab', { name: '全过程记录' }).click();
  const entries = await office.rows<{ sha256: string }>('select sha256 from record.entry where case_id = $1 order by seq', [caseId]);
  const shown = await page.locator('.timeline li .mono').allTextContents();
  expect(shown).toEqual(entries.map(({ sha256 }) => `摘要 ${sha256}`));
  expect((await office.verify(caseId)).ok).toBe(true);
});

it('has no barrier on any of its pages, and the policy stopped nothing', async () => {
  const found: Record<string, string[]> = {};
  for (const path of ['/', '/cases', '/search?q=口腔', `/cases/${caseId}`, '/cases/new', '/account']) {
    await people.handler1.goTo(path);
    await people.handler1.page.waitForLoadState('networkidle');
    found[path] = await people.handler1.barriers();
  }
  for (const path of ['/meetings', '/reports?layout=penalty-chongqing&organ=DEMO-DISTRICT&from=2023-01-01&to=2023-12-31&scope=own']) {
    await people.clerk.goTo(path);
    await people.clerk.page.waitForLoadState('networkidle');
    found[path] = await people.clerk.barriers();
  }
  const stranger = await Person.sit(browser, office.address);
  await stranger.page.goto(office.address);
  await stranger.page.getByRole('button', { name: '登录' }).waitFor();
  found['sign-in'] = await stranger.barriers();
  expect(Object.entries(found).filter(([, barriers]) => barriers.length > 0)).toEqual([]);
  expect(Object.values(people).flatMap(({ complaints }) => complaints)).toEqual([]);
});
