import { CreateOrgan, OrganSetUp, type EnrolmentDraft } from './create-organ';
import { demoOrgan, demoPeople } from './demo-organ';

/** One line of `demo-accounts.json`. */
export interface DemoAccount {
  login: string;
  password: string;
  /** Base32; null: the demo organ asks for no one-time code. */
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

/** Sets up the demo organ with an account for every duty. Run again it keeps accounts and passwords. */
export class SeedDemo {
  constructor(
    private readonly createOrgan: CreateOrgan,
    private readonly setUp: OrganSetUp,
    private readonly accounts: DemoAccounts,
  ) {}

  /** Returns the path of the file with the passwords. */
  async run(): Promise<string> {
    const there = new Set(await this.setUp.loginsOf(demoOrgan.code));
    const before = await this.accounts.read();
    const written = before.filter((line) => line.organ === demoOrgan.code);
    const lines = demoPeople.map((person) => this.lineOf(person, written));
    const kept = new Set(written.map((line) => line.login).filter((login) => there.has(login)));
    const people = demoPeople.map((person, at) => (kept.has(person.login) ? person : { ...person, password: lines[at].password }));
    if (kept.size < demoPeople.length) await this.createOrgan.run(demoOrgan, people);
    return this.accounts.write([...before.filter((line) => line.organ !== demoOrgan.code), ...lines]);
  }

  private lineOf({ login, posts }: EnrolmentDraft, written: readonly DemoAccount[]): DemoAccount {
    const fresh = { login, password: '', totpSecret: null, duty: posts[0], organ: demoOrgan.code };
    return written.find((line) => line.login === login) ?? { ...fresh, password: this.accounts.freshPassword() };
  }
}
