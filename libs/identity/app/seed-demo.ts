import { CreateOrgan, OrganSetUp, type EnrolmentDraft } from './create-organ';
import { demoOrgans, type DemoOrgan } from './demo-organ';

/** One line of `demo-accounts.json`. */
export interface DemoAccount {
  login: string;
  password: string;
  /** Base32; null: the demo organs ask for no one-time code. */
  totpSecret: string | null;
  /** First post: what the account is there for. */
  duty: string;
  organ: string;
}

/** Where the passwords of the demo are written down, for the person who starts it. */
export abstract class DemoAccounts {
  /** What was written before; empty when nothing was. */
  abstract read(): Promise<DemoAccount[]>;
  /** Writes all of it anew, readable by the owner of the process alone; returns where. */
  abstract write(accounts: readonly DemoAccount[]): Promise<string>;
  /** A new random password. */
  abstract freshPassword(): string;
}

/** Sets up the demo organs with an account for everybody in them. Run again it keeps accounts and passwords. */
export class SeedDemo {
  constructor(
    private readonly createOrgan: CreateOrgan,
    private readonly setUp: OrganSetUp,
    private readonly accounts: DemoAccounts,
  ) {}

  /** Returns the path of the file with the passwords. */
  async run(): Promise<string> {
    const before = await this.accounts.read();
    const codes = demoOrgans.map(({ organ }) => organ.code);
    const lines = before.filter((line) => !codes.includes(line.organ));
    for (const demo of demoOrgans) lines.push(...(await this.seed(demo, before)));
    return this.accounts.write(lines);
  }

  private async seed({ organ, people, entrusted }: DemoOrgan, before: readonly DemoAccount[]): Promise<DemoAccount[]> {
    const there = new Set(await this.setUp.loginsOf(organ.code));
    const written = before.filter((line) => line.organ === organ.code);
    const lines = people.map((person) => this.lineOf(organ.code, person, written));
    const kept = new Set(written.map((line) => line.login).filter((login) => there.has(login)));
    const drafts = people.map((person, at) => (kept.has(person.login) ? person : { ...person, password: lines[at].password }));
    if (kept.size < people.length) await this.createOrgan.run(organ, drafts, entrusted);
    return lines;
  }

  private lineOf(organ: string, { login, posts }: EnrolmentDraft, written: readonly DemoAccount[]): DemoAccount {
    const fresh = { login, password: '', totpSecret: null, duty: posts[0], organ };
    return written.find((line) => line.login === login) ?? { ...fresh, password: this.accounts.freshPassword() };
  }
}
