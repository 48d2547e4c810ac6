import type { Failures } from '../rules/lockout';

/** Where an account stands: every key leads with the organ. */
export interface AccountKey {
  organ: string;
  account: string;
}

/** What signing in must know of an account. */
export interface LoginFacts extends AccountKey, Failures {
  passwordHash: string;
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
  /** Reads the failures under a lock, and stores what `change` makes of them. For `null` it only takes as long. */
  abstract changeFailures(key: AccountKey | null, change: (failures: Failures) => Failures): Promise<void>;
}
