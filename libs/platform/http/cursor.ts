import { invalid } from '../ports';
import { isKept } from './text-fault';

/** Where a page ended: the values of the sort columns of its last row. */
export type CursorPosition = Record<string, string | number>;

const MAX_CURSOR_LENGTH = 2000;

/** The cursor of a position: opaque to callers, and no promise to them. */
export function encodeCursor(position: CursorPosition): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/**
 * The position of a cursor with exactly these columns, and their kinds; null without a cursor.
 * Throws AppError 400 `invalid` for anything this API did not give out for such a list.
 */
export function decodeCursor<T extends Record<string, 'string' | 'number'>>(
  cursor: string | undefined,
  columns: T,
): { [K in keyof T]: T[K] extends 'number' ? number : string } | null {
  if (cursor === undefined) return null;
  const position = cursor.length > MAX_CURSOR_LENGTH ? undefined : parsed(cursor);
  if (!fits(position, columns)) throw badCursor();
  return position as { [K in keyof T]: T[K] extends 'number' ? number : string };
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

function fits(position: unknown, columns: Record<string, string>): boolean {
  if (typeof position !== 'object' || position === null || Array.isArray(position)) return false;
  const names = Object.keys(columns);
  const given = position as Record<string, unknown>;
  return Object.keys(given).length === names.length && names.every((name) => isColumn(given[name], columns[name]));
}

function isColumn(value: unknown, kind: string): boolean {
  if (typeof value === 'string') return kind === 'string' && isKept(value);
  return kind === 'number' && Number.isFinite(value);
}

const badCursor = (): Error =>
  invalid('翻页标记无效，请从第一页重新读取。', [{ pointer: '/cursor', code: 'cursor', message: '翻页标记无效' }]);
