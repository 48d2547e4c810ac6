import { encodeCursor, type CursorPosition } from '@sanzhi/platform/http';

/** One page of a list. */
export interface Page<T> {
  items: T[];
  /** Cursor of the next page; null on the last. */
  next: string | null;
}

/** Cuts a page out of rows of which one more than the page was read. */
export function pageOf<T>(rows: readonly T[], limit: number, positionOf: (last: T) => CursorPosition): Page<T> {
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? encodeCursor(positionOf(items[limit - 1])) : null };
}
