/**
 * Failures in a row that a login may have from one address, and all addresses together, and how long it then stays shut.
 * The second is higher: a stranger's guesses shut him out long before they shut out the owner.
 */
export const LOCKOUT = { fromAddress: 5, altogether: 20, minutes: 15 } as const;

/** Failed attempts as they are stored; instants are ISO in UTC. */
export interface Failures {
  failedCount: number;
  lockedUntil: string | null;
}

/** What is counted: the login at this address, and the account wherever it is tried. */
export interface Counts {
  address: Failures;
  account: Failures;
}

const MINUTE_MS = 60_000;

/** Whether nobody may sign in at this instant; free again from `lockedUntil` on. */
export function isLocked(failures: Failures, at: string): boolean {
  return failures.lockedUntil !== null && Date.parse(at) < Date.parse(failures.lockedUntil);
}

/**
 * The count after one more failure. While it is locked nothing is counted, so that a stranger cannot keep its owner out
 * for ever; after the lock the count begins anew.
 */
export function afterFailure(failures: Failures, at: string, most: number = LOCKOUT.fromAddress): Failures {
  if (isLocked(failures, at)) return failures;
  const failedCount = (failures.lockedUntil === null ? failures.failedCount : 0) + 1;
  const locks = failedCount >= most;
  const lockedUntil = locks ? new Date(Date.parse(at) + LOCKOUT.minutes * MINUTE_MS).toISOString() : null;
  return { failedCount, lockedUntil };
}

/** Both counts after one more failure; an address that is shut out counts no longer against the account. */
export function afterOneMore({ address, account }: Counts, at: string): Counts {
  if (isLocked(address, at)) return { address, account };
  return { address: afterFailure(address, at), account: afterFailure(account, at, LOCKOUT.altogether) };
}
