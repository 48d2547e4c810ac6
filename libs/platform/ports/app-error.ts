/** One fault of a request: where, which kind, and what to tell the user (Chinese). */
export interface FieldError {
  pointer: string;
  code: string;
  message: string;
}

/** The caller's fault or a state the caller can wait out; becomes problem+json. Anything else that is thrown is a bug. */
export class AppError extends Error {
  constructor(
    /** HTTP status. */
    readonly status: number,
    /** Stable code: `invalid`, `forbidden`, `not-found`, `stale`, `idempotency-mismatch` … */
    readonly code: string,
    message: string,
    readonly errors: readonly FieldError[] = [],
  ) {
    super(message);
    this.name = 'AppError';
  }
}

/** 404: does not exist, or one may not know of it. */
export const notFound = (what: string): AppError => new AppError(404, 'not-found', `未找到${what}。`);

/** 400: bad, unknown or extra field. */
export const invalid = (message: string, errors: readonly FieldError[] = []): AppError =>
  new AppError(400, 'invalid', message, errors);

/** 403: the route is not open to this account; the message says why. */
export const forbidden = (reason: string): AppError => new AppError(403, 'forbidden', reason);
