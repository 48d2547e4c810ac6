import { dayNumber } from '@sanzhi/kernel';

/** How a limit stands on a day: `late` after the statutory day, `urgent` from the safe day on, `soon` within three days of it. */
export type Lamp = 'late' | 'urgent' | 'soon' | 'calm' | 'none';

/** Days before the safe day from which a limit is shown as near; for the eye only, no consequence hangs on it. */
const SOON_DAYS = 3;

/** What is due: legal days, null without a running limit. */
export interface DueDays {
  statutoryDue: string | null;
  safeDue: string | null;
}

/** The lamp of a limit, and how many days are left to its statutory day (negative: days over; null without one). */
export function lampOf({ statutoryDue, safeDue }: DueDays, today: string): { lamp: Lamp; daysLeft: number | null } {
  if (statutoryDue === null || safeDue === null) return { lamp: 'none', daysLeft: null };
  const daysLeft = dayNumber(statutoryDue) - dayNumber(today);
  const toSafe = dayNumber(safeDue) - dayNumber(today);
  if (daysLeft < 0) return { lamp: 'late', daysLeft };
  if (toSafe <= 0) return { lamp: 'urgent', daysLeft };
  return { lamp: toSafe <= SOON_DAYS ? 'soon' : 'calm', daysLeft };
}
