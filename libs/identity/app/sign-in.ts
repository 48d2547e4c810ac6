import { Injectable } from '@nestjs/common';
import { AppError } from '@sanzhi/platform/ports';
import { afterOneMore, isLocked } from '../rules/lockout';
import { AccountStore, type Knock, type LoginFacts } from './account-store';
import { OneTimeCodes, PasswordHasher, SessionTokens } from './credentials';
import { SessionStore } from './session-store';

/** What somebody shows at the door. */
export interface Credentials {
  login: string;
  password: string;
  totp?: string;
  /** Network address of who knocks. */
  address: string;
}

/** One answer for everything that can be wrong: a stranger learns neither which logins exist nor which are locked. */
export const signInFailed = (): AppError =>
  new AppError(401, 'sign-in-failed', '登录名、口令或动态口令不正确，或者账号已停用或暂时锁定（同一地址连续失败5次锁定15分钟）。');

/** Whether the second factor holds, and the time step that is used up by it. */
interface SecondFactor {
  holds: boolean;
  step: number | null;
}

/** Opens a session for who shows the right password, and the right one-time code where the account has a secret. */
@Injectable()
export class SignIn {
  constructor(
    private readonly accounts: AccountStore,
    private readonly sessions: SessionStore,
    private readonly passwords: PasswordHasher,
    private readonly codes: OneTimeCodes,
    private readonly tokens: SessionTokens,
  ) {}

  /** Returns the token, which is shown once. Throws AppError `sign-in-failed` (401). */
  async run(shown: Credentials): Promise<string> {
    const login = loginOf(shown.login);
    const knock = { loginSha256: this.tokens.sha256Of(login), address: shown.address };
    const facts = await this.accounts.loginFacts(login);
    const passwordHolds = await this.passwords.verify(shown.password, facts?.passwordHash ?? null);
    const token = facts && passwordHolds ? await this.open(knock, facts, shown.totp) : null;
    return token ?? this.fail(knock, facts);
  }

  private async open(knock: Knock, facts: LoginFacts, code: string | undefined): Promise<string | null> {
    const second = this.secondFactor(code, facts);
    if (!second.holds || facts.disabled || isLocked(facts, facts.at)) return null;
    const { organ, account } = facts;
    const token = this.tokens.fresh();
    const opened = await this.sessions.open({ organ, account, tokenSha256: this.tokens.sha256Of(token), totpStep: second.step, knock });
    return opened ? token : null;
  }

  private secondFactor(code: string | undefined, facts: LoginFacts): SecondFactor {
    if (facts.totpSecret === null) return { holds: true, step: null };
    const step = code === undefined ? null : this.codes.stepOf(code, facts.totpSecret, facts.at);
    return { holds: step !== null, step };
  }

  /** Counts against the account, or goes through the same motions for nobody: both take as long. */
  private async fail(knock: Knock, facts: LoginFacts | null): Promise<never> {
    await this.accounts.changeFailures(knock, facts, afterOneMore);
    throw signInFailed();
  }
}

/** Logins are stored in lower case. */
export function loginOf(typed: string): string {
  return typed.trim().toLowerCase();
}
