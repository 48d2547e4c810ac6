/** Failures an account may have in a row, and how long it then stays shut. */
export const LOCKOUT = { failures: 5, minutes: 15 } as const;

/** Failed attempts of an account as they are stored; instants are ISO in UTC. */
export interface Failures {
  failedCount: number;
  lockedUntil: string | null;
}

const MINUTE_MS = 60_000;

/** Whether nobody may sign in at this instant; free again from `lockedUntil` on. */
export function isLocked(failures: Failures, at: string): boolean {
  return failures.lockedUntil !== null && Date.parse(at) < Date.parse(failures.lockedUntil);
}

/**
 * The count after one more failure. While the account is locked nothing is counted, so that a stranger cannot keep its
 * owner out for ever; after the lock the count begins anew.
 */
export function afterFailure(failures: Failures, at: string): Failures {
  if (isLocked(failures, at)) return failures;
  const failedCount = (failures.lockedUntil === null ? failures.failedCount : 0) + 1;
  const locks = failedCount >= LOCKOUT.failures;
  const lockedUntil = locks ? new Date(Date.parse(at) + LOCKOUT.minutes * MINUTE_MS).toISOString() : null;
  return { failedCount, lockedUntil };
}
