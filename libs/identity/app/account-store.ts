import type { Counts, Failures } from '../rules/lockout';

/** Where an account stands: every key leads with the organ. */
export interface AccountKey {
  organ: string;
  account: string;
}

/** Who knocks: the digest of the login that was typed, and the network address it came from. */
export interface Knock {
  loginSha256: string;
  address: string;
}

/** What signing in must know of an account. */
export interface LoginFacts extends AccountKey, Failures {
  passwordHash: string;
  /** Grows with each change of password, second factor or disabling. */
  version: number;
  /** Base32; null where no second factor was set up. */
  totpSecret: string | null;
  disabled: boolean;
  /** Real time of the database, ISO in UTC: lock-out and one-time codes go by it. */
  at: string;
}

/** Accounts, as signing in needs them. */
export abstract class AccountStore {
  /** Null for an unknown login. */
  abstract loginFacts(login: string): Promise<LoginFacts | null>;
  /**
   * Reads the counts of the knock and of the account under a lock, with the real time, and stores what `change` makes of
   * them. For an account that is null it does the same work, and keeps the count of the address.
   */
  abstract changeFailures(knock: Knock, key: AccountKey | null, change: (counts: Counts, at: string) => Counts): Promise<void>;
  /** Stores another hash; false when the account is not at `version` any more, or disabled. */
  abstract changePassword(key: AccountKey, version: number, passwordHash: string): Promise<boolean>;
}
