import { AppError } from './app-error';
import { json, sql, type Sql } from './sql';

/** What the caller sent to make a request safe to repeat. */
export interface IdempotencyKey {
  /** The caller's `Idempotency-Key`. */
  key: string;
  /** Digest of method, path and canonical body: the same key must mean the same request. */
  requestSha256: string;
}

/** A key together with whose it is: two accounts may choose the same key. */
export interface KeyScope extends IdempotencyKey {
  organ: string;
  account: string;
}

/** The answer that was given the first time. */
export interface StoredAnswer {
  status: number;
  answer: unknown;
}

/** Opens a key within the unit of work that answers the request; column `opened`, to be read by `answerOf`. */
export function openKey(scope: KeyScope): Sql {
  return sql`select platform.open_key(${scope.organ}, ${scope.account}, ${scope.key}) as opened`;
}

/** Keeps the answer under its key, in the same transaction as what it tells of. */
export function keepAnswer(scope: KeyScope, given: StoredAnswer): Sql {
  return sql`select platform.keep_answer(${scope.organ}, ${scope.account}, ${scope.key}, ${scope.requestSha256}, ${given.status},
    ${json(given.answer)})`;
}

interface Opened {
  running?: boolean;
  sha256?: string;
  status?: number;
  answer?: unknown;
}

/**
 * What the opened key says: null = run; else the answer to give again.
 * Throws AppError 409 `idempotency-running` while another request holds the key, 422 `idempotency-mismatch` when the
 * key was used for another request.
 */
export function answerOf(opened: unknown, requestSha256: string): StoredAnswer | null {
  if (opened === null || opened === undefined) return null;
  const found = opened as Opened;
  if (found.running) throw new AppError(409, 'idempotency-running', '同一 Idempotency-Key 的请求正在处理，请稍后再试。');
  if (found.sha256 !== requestSha256) {
    throw new AppError(422, 'idempotency-mismatch', '同一 Idempotency-Key 已用于内容不同的请求，请换用新的 Idempotency-Key。');
  }
  return { status: Number(found.status), answer: found.answer };
}
