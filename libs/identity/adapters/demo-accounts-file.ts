import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DemoAccounts, type DemoAccount } from '../app/seed-demo';

const PASSWORD_BYTES = 12;
const OWNER_ONLY = 0o600;

/** The passwords of the demo in `demo-accounts.json` of the data folder. */
export class DemoAccountsFile extends DemoAccounts {
  private readonly file: string;

  constructor(dataFolder: string) {
    super();
    this.file = path.resolve(dataFolder, 'demo-accounts.json');
  }

  async read(): Promise<DemoAccount[]> {
    try {
      return JSON.parse(await readFile(this.file, 'utf8')) as DemoAccount[];
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw cause;
    }
  }

  /** Whole or not at all: a start that is cut short leaves the file of before. */
  async write(accounts: readonly DemoAccount[]): Promise<string> {
    await mkdir(path.dirname(this.file), { recursive: true });
    const unfinished = `${this.file}.new`;
    await writeFile(unfinished, `${JSON.stringify(accounts, null, 2)}\n`, { mode: OWNER_ONLY });
    await chmod(unfinished, OWNER_ONLY);
    await rename(unfinished, this.file);
    return this.file;
  }

  freshPassword(): string {
    return randomBytes(PASSWORD_BYTES).toString('base64url');
  }
}
