import { mappedStack } from './mapped-stack';

/** Names whose values never reach a log, whatever they stand in; compared without case and separators. */
const SECRET_NAMES = new Set(
  ['password', 'passwordhash', 'token', 'cookie', 'setcookie', 'authorization', 'sid', 'totp', 'totpsecret', 'secret'].concat(
    ['idnumber', 'idcard', 'phone', 'mobile', 'proof', 'form', 'payload'],
  ),
);

/** What stands in a log instead of a secret. */
export const REDACTED = '[redacted]';

/** Deeper than this nothing is written: a log line is no place for a document. */
const MAX_DEPTH = 6;

/** A copy of what shall be logged, without the values of secret names at any depth. */
export function redacted(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (value instanceof Error) return errorForLog(value);
  if (depth >= MAX_DEPTH) return '[too deep]';
  if (Array.isArray(value)) return value.map((item) => redacted(item, depth + 1));
  const entries = Object.entries(value).map(([name, item]) => [name, isSecret(name) ? REDACTED : redacted(item, depth + 1)]);
  return Object.fromEntries(entries);
}

/** An error without the fields in which drivers repeat the values of a statement (`detail`, `parameters`, `query` …). */
export function errorForLog(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) };
  const { code, constraint, table } = error as Error & Record<string, unknown>;
  const cause = error.cause === undefined ? undefined : errorForLog(error.cause);
  return { type: error.name, message: error.message, code, constraint, table, stack: mappedStack(error.stack), cause };
}

function isSecret(name: string): boolean {
  return SECRET_NAMES.has(name.replace(/[-_]/g, '').toLowerCase());
}
