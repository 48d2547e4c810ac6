import { source as axeSource } from 'axe-core';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { PASSWORD } from '../office/office';

/** What to fill in, by the title of the field: text, one choice, or several. */
export type Fill = Record<string, string | string[] | true>;

interface AxeFinding {
  id: string;
  impact: string;
  nodes: { target: string[]; failureSummary: string }[];
}

/** Somebody at a browser of his own: one context, one session, nothing but what is on the screen. */
export class Person {
  /** What the page complained about: faults of scripts and everything the policy stopped. */
  readonly complaints: string[] = [];

  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    readonly address: string,
  ) {}

  static async sit(browser: Browser, address: string, wishes: { width?: number; height?: number } = {}): Promise<Person> {
    const { width = 1440, height = 900 } = wishes;
    const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport: { width, height } });
    const person = new Person(await context.newPage(), context, address);
    person.page.on('pageerror', (fault) => person.complaints.push(fault.message));
    person.page.on('console', (line) => {
      if (line.type() === 'error' && /Content Security Policy|Uncaught|Warning:/.test(line.text())) person.complaints.push(line.text());
    });
    return person;
  }

  async signIn(login: string, password = PASSWORD): Promise<this> {
    await this.page.goto(this.address);
    await this.page.getByLabel('登录名').fill(login);
    await this.page.getByLabel('口令', { exact: true }).fill(password);
    await this.page.getByRole('button', { name: '登录' }).click();
    await this.page.getByRole('navigation', { name: '主导航' }).waitFor();
    return this;
  }

  async goTo(path: string): Promise<void> {
    await this.page.goto(`${this.address}${path}`);
    await this.page.locator('h1').first().waitFor();
  }

  /** Takes an action that is offered on the page of the case, and waits until it is done. */
  async act(caseId: string, title: string, fill: Fill = {}): Promise<void> {
    await this.openAct(caseId, title);
    await this.fill(fill);
    await this.submit();
    await this.done();
  }

  async openAct(caseId: string, title: string): Promise<void> {
    await this.goTo(`/cases/${caseId}`);
    await this.page.locator('.doable').getByRole('link', { name: title, exact: true }).click();
    await this.page.getByRole('heading', { level: 1, name: title }).waitFor();
    await this.page.getByRole('button', { name: '提交' }).waitFor();
  }

  async submit(): Promise<void> {
    await this.page.getByRole('button', { name: '提交' }).click();
  }

  async done(): Promise<void> {
    await this.page.getByText(/记录第 \d+ 条/).waitFor();
  }

  async fill(fill: Fill): Promise<void> {
    for (const [title, value] of Object.entries(fill)) await this.fillOne(this.field(title), value);
  }

  /** The input under this title. */
  field(title: string): Locator {
    return this.page.locator('main').getByLabel(title, { exact: false }).first();
  }

  private async fillOne(field: Locator, value: string | string[] | true): Promise<void> {
    if (value === true) return field.check();
    const isChoice = (await field.getAttribute('role')) === 'combobox';
    if (!isChoice) return field.fill(String(value));
    for (const word of [value].flat()) {
      await field.click();
      await field.fill(word);
      await this.page.locator(`.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option[title="${word}"]`).click();
    }
    await field.press('Escape');
  }

  /** Serious and critical findings of axe on the page as it stands; empty when there are none. */
  async barriers(): Promise<string[]> {
    await this.page.evaluate(axeSource);
    const found = await this.page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: AxeFinding[] }> } };
      return (await axe.run()).violations;
    });
    const grave = found.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    return grave.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`));
  }

  /** Presses Tab until the focus is on what has this name; throws after too many. */
  async tabTo(name: string): Promise<void> {
    for (let presses = 0; presses < 80; presses += 1) {
      await this.page.keyboard.press('Tab');
      const focused = this.page.locator(':focus');
      const said = (await focused.count()) === 0 ? '' : `${await focused.getAttribute('aria-label')} ${await focused.textContent()}`;
      if (said.includes(name)) return;
    }
    throw new Error(`Tab does not come to “${name}”`);
  }

  close(): Promise<void> {
    return this.context.close();
  }
}
