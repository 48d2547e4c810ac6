const SHANGHAI_HOURS = 8;
const HOUR_MILLIS = 3_600_000;
const MINUTES = 'YYYY-MM-DD HH:mm'.length;

/** An instant as people in Shanghai read it, to the minute: `2023-03-01 09:00`. China has had one zone without summer time since 1991. */
export function shanghaiMinute(instant: string): string {
  const shifted = new Date(Date.parse(instant) + SHANGHAI_HOURS * HOUR_MILLIS).toISOString();
  return shifted.replace('T', ' ').slice(0, MINUTES);
}

/** What a field for date and time holds (`2023-03-01T09:00`), as an instant with Shanghai's offset. */
export const shanghaiInstant = (typed: string): string => `${typed}:00+08:00`;
