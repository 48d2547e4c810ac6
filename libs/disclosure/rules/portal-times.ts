const SHANGHAI_MILLIS = 8 * 3_600_000;

/** An instant as people in China read it: the day, and the minute. */
export function formatShanghai(instant: string): { day: string; minute: string } {
  const local = new Date(Date.parse(instant) + SHANGHAI_MILLIS).toISOString();
  return { day: local.slice(0, 10), minute: `${local.slice(0, 10)} ${local.slice(11, 16)}` };
}
