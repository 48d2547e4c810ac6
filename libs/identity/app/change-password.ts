import { Injectable } from '@nestjs/common';
import { AppError, invalid } from '@sanzhi/platform/ports';
import { afterOneMore, isLocked } from '../rules/lockout';
import { passwordFaults } from '../rules/password';
import { AccountStore, type LoginFacts } from './account-store';
import { PasswordHasher, SessionTokens } from './credentials';
import { signInFailed } from './sign-in';

/** Somebody's own password: the old one shows that it is he who asks. */
export interface PasswordChange {
  login: string;
  password: string;
  newPassword: string;
  /** Network address of who asks. */
  address: string;
}

/** Changes one's own password. Every session of the account ends with it, the one that asked too. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly accounts: AccountStore,
    private readonly passwords: PasswordHasher,
    private readonly tokens: SessionTokens,
  ) {}

  /**
   * Throws AppError `invalid` (400) for a wrong old or a weak new password, `sign-in-failed` (401) while the account is locked,
   * `stale` (412) when the account was changed meanwhile. A wrong old password counts as a failure at the door.
   */
  async run({ login, password, newPassword, address }: PasswordChange): Promise<void> {
    const facts = await this.accounts.loginFacts(login);
    if (!facts || facts.disabled || isLocked(facts, facts.at)) throw signInFailed();
    if (!(await this.passwords.verify(password, facts.passwordHash))) await this.fail(login, address, facts);
    const faults = passwordFaults(newPassword, login);
    if (newPassword === password) faults.push('新口令不得与原口令相同。');
    if (faults.length > 0) throw invalid('新口令不符合要求。', faults.map((message) => ({ pointer: '/newPassword', code: 'weak', message })));
    const changed = await this.accounts.changePassword(facts, facts.version, await this.passwords.hash(newPassword));
    if (!changed) throw new AppError(412, 'stale', '账号已被更改，请重新登录后再试。');
  }

  private async fail(login: string, address: string, facts: LoginFacts): Promise<never> {
    await this.accounts.changeFailures({ loginSha256: this.tokens.sha256Of(login), address }, facts, afterOneMore);
    throw invalid('原口令不正确。', [{ pointer: '/password', code: 'wrong', message: '原口令不正确。' }]);
  }
}
