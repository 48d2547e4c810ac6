import { AppError } from '@sanzhi/platform/ports';
import type { Counts, Failures } from '../rules/lockout';
import { AccountStore, type AccountKey, type Knock, type LoginFacts } from './account-store';
import { OneTimeCodes, PasswordHasher, SessionTokens } from './credentials';
import { SessionStore, type Bearer, type NewSession } from './session-store';
import { SignIn, type Credentials } from './sign-in';
import { SignOut } from './sign-out';

const AT = '2026-03-01T08:00:00.000Z';

const account = (changes: Partial<LoginFacts> = {}): LoginFacts => ({
  organ: 'o', account: 'a', version: 1, passwordHash: 'hash of right', totpSecret: null, disabled: false, failedCount: 0, lockedUntil: null, at: AT,
  ...changes,
});

class MemoryAccounts extends AccountStore {
  /** Keys whose failures were touched, `null` for nobody. */
  readonly touched: (AccountKey | null)[] = [];

  constructor(readonly known: Record<string, LoginFacts>) {
    super();
  }

  async loginFacts(login: string): Promise<LoginFacts | null> {
    return this.known[login] ?? null;
  }

  readonly addresses = new Map<string, Failures>();

  async changeFailures(knock: Knock, key: AccountKey | null, change: (counts: Counts, at: string) => Counts): Promise<void> {
    this.touched.push(key);
    const none: Failures = { failedCount: 0, lockedUntil: null };
    const mine = Object.values(this.known).find((facts) => facts.account === key?.account);
    const from = `${knock.loginSha256}/${knock.address}`;
    const { address, account } = change({ address: this.addresses.get(from) ?? none, account: mine ?? none }, mine?.at ?? AT);
    this.addresses.set(from, address);
    if (mine) Object.assign(mine, { failedCount: account.failedCount, lockedUntil: account.lockedUntil });
  }

  async changePassword(): Promise<boolean> {
    throw new Error('signing in changes no password');
  }
}

class MemorySessions extends SessionStore {
  readonly live = new Map<string, NewSession>();
  private readonly usedSteps = new Set<number>();

  async open(session: NewSession): Promise<boolean> {
    if (session.totpStep !== null && this.usedSteps.has(session.totpStep)) return false;
    if (session.totpStep !== null) this.usedSteps.add(session.totpStep);
    this.live.set(session.tokenSha256, session);
    return true;
  }

  async bearerOf(): Promise<Bearer | null> {
    return null;
  }

  async close(tokenSha256: string): Promise<boolean> {
    return this.live.delete(tokenSha256);
  }
}

class PlainHasher extends PasswordHasher {
  /** What passwords were checked against. */
  readonly checked: (string | null)[] = [];

  async hash(password: string): Promise<string> {
    return `hash of ${password}`;
  }

  async verify(password: string, stored: string | null): Promise<boolean> {
    this.checked.push(stored);
    return stored === `hash of ${password}`;
  }
}

class FixedCodes extends OneTimeCodes {
  stepOf(code: string): number | null {
    return code === '123456' ? 7 : null;
  }
}

class CountedTokens extends SessionTokens {
  private count = 0;

  fresh(): string {
    this.count += 1;
    return `token${this.count}`;
  }

  sha256Of(token: string): string {
    return `digest of ${token}`;
  }
}

function door(known: Record<string, LoginFacts>) {
  const accounts = new MemoryAccounts(known);
  const sessions = new MemorySessions();
  const passwords = new PlainHasher();
  const tokens = new CountedTokens();
  const signIn = new SignIn(accounts, sessions, passwords, new FixedCodes(), tokens);
  return { accounts, sessions, passwords, signIn, signOut: new SignOut(sessions, tokens) };
}

async function failure(attempt: Promise<string>): Promise<AppError> {
  const thrown: unknown = await attempt.then(() => null, (cause: unknown) => cause);
  if (!(thrown instanceof AppError)) throw new Error(`no AppError: ${String(thrown)}`);
  return thrown;
}

const enter = (signIn: SignIn, shown: Omit<Credentials, 'address'>, address = 'here'): Promise<string> => signIn.run({ ...shown, address });

describe('signing in', () => {
  it('opens a session of which only the digest of the token is kept', async () => {
    const { signIn, signOut, sessions } = door({ lisi: account() });
    expect(await enter(signIn, { login: ' LiSi ', password: 'right' })).toBe('token1');
    expect([...sessions.live]).toEqual([['digest of token1', { organ: 'o', account: 'a', tokenSha256: 'digest of token1', totpStep: null, knock: { loginSha256: 'digest of lisi', address: 'here' } }]]);
    await signOut.run('token1');
    await signOut.run('token1');
    expect(sessions.live.size).toBe(0);
  });

  it('answers alike whatever was wrong, and does the same work for nobody as for somebody', async () => {
    const { signIn, accounts, passwords } = door({ lisi: account() });
    const wrong = await failure(enter(signIn, { login: 'lisi', password: 'wrong' }));
    const unknown = await failure(enter(signIn, { login: 'nobody', password: 'wrong' }));
    expect([wrong.status, wrong.code, wrong.message]).toEqual([401, 'sign-in-failed', unknown.message]);
    expect(passwords.checked).toEqual(['hash of right', null]);
    expect(accounts.touched).toEqual([expect.objectContaining({ account: 'a' }), null]);
    expect([...accounts.addresses.values()]).toEqual([{ failedCount: 1, lockedUntil: null }, { failedCount: 1, lockedUntil: null }]);
  });

  it('shuts the account with the twentieth failure wherever it came from, even for the right password', async () => {
    const { signIn, accounts, sessions } = door({ lisi: account({ failedCount: 19 }) });
    await failure(enter(signIn, { login: 'lisi', password: 'wrong' }));
    expect(accounts.known.lisi.lockedUntil).toBe('2026-03-01T08:15:00.000Z');
    await failure(enter(signIn, { login: 'lisi', password: 'right' }));
    expect(sessions.live.size).toBe(0);
    accounts.known.lisi.at = '2026-03-01T08:15:00.000Z';
    expect(await enter(signIn, { login: 'lisi', password: 'right' })).toBe('token1');
  });

  it('lets nobody in by a disabled account', async () => {
    const { signIn } = door({ lisi: account({ disabled: true }) });
    expect((await failure(enter(signIn, { login: 'lisi', password: 'right' }))).code).toBe('sign-in-failed');
  });

  it('asks for the one-time code where there is a secret, and takes each once', async () => {
    const { signIn, accounts } = door({ lisi: account({ totpSecret: 'S' }) });
    await failure(enter(signIn, { login: 'lisi', password: 'right' }));
    await failure(enter(signIn, { login: 'lisi', password: 'right', totp: '000000' }));
    await failure(enter(signIn, { login: 'lisi', password: 'wrong', totp: '123456' }));
    expect(await enter(signIn, { login: 'lisi', password: 'right', totp: '123456' })).toBe('token1');
    await failure(enter(signIn, { login: 'lisi', password: 'right', totp: '123456' }));
    expect(accounts.known.lisi.failedCount).toBe(4);
  });
});
