import { dayNumber, formatDay, parseDay } from '../calendar';

const MS_PER_DAY = 86_400_000;
const MS_PER_HOUR = 3_600_000;

/**
 * Asia/Shanghai is UTC+08:00 all year: China has had no summer time since 1991, and no case or clock here is older.
 * A fixed offset needs no zone database and cannot change with the machine.
 */
const SHANGHAI_OFFSET_MS = 8 * MS_PER_HOUR;

const INSTANT = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/;

/** Milliseconds since the epoch of an ISO instant with offset; null for anything else (no offset, no such day). */
export function parseInstant(text: string): number | null {
  const match = INSTANT.exec(text);
  if (!match || parseDay(match[1]) === null) return null;
  return Date.parse(text);
}

/** As `parseInstant`, for text that was validated before; throws RangeError otherwise. */
export function instantMs(text: string): number {
  const ms = parseInstant(text);
  if (ms === null) throw new RangeError(`not an instant with offset: ${JSON.stringify(text)}`);
  return ms;
}

/** Writes an instant in UTC, e.g. 2026-10-08T16:00:00.000Z. */
export function formatInstant(ms: number): string {
  return new Date(ms).toISOString();
}

/** The instant a legal day is over: 24:00 in Shanghai, the first moment that no longer belongs to it. */
export function endInstant(day: string): string {
  return formatInstant((dayNumber(day) + 1) * MS_PER_DAY - SHANGHAI_OFFSET_MS);
}

/** The instant of a full hour (0-23) of a legal day in Shanghai. */
export function hourInstant(day: string, hour: number): string {
  return formatInstant(dayNumber(day) * MS_PER_DAY + hour * MS_PER_HOUR - SHANGHAI_OFFSET_MS);
}

/** The time of day ('HH:MM') in Shanghai at an instant. */
export function shanghaiTime(instant: string): string {
  return formatInstant(instantMs(instant) + SHANGHAI_OFFSET_MS).slice(11, 16);
}

/** The legal day ('YYYY-MM-DD') in Shanghai at an instant. */
export function shanghaiDay(instant: string | Date): string {
  const ms = typeof instant === 'string' ? instantMs(instant) : instant.getTime();
  return formatDay(Math.floor((ms + SHANGHAI_OFFSET_MS) / MS_PER_DAY));
}
