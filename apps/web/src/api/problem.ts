import type { components } from './generated/schema';

type ProblemShape = components['schemas']['Problem'];
/** A condition of the law that does not hold: title, article, message and cure. */
export type Refusal = components['schemas']['Refusal'];
/** A fault of one field, by JSON pointer into the request. */
export type FieldFault = ProblemShape['errors'][number];

/** Any answer that is not the one asked for; what a screen shows of it is all here. */
export class Problem extends Error {
  constructor(
    /** HTTP status; 0: no answer came. */
    readonly status: number,
    readonly code: string,
    /** For the user, in Chinese. */
    readonly detail: string,
    readonly parts: { errors: FieldFault[]; refusals: Refusal[]; traceId: string | null },
  ) {
    super(`${status} ${code}`);
    this.name = 'Problem';
  }

  static offline(cause: unknown): Problem {
    const nothing = { errors: [], refusals: [], traceId: null };
    return Object.assign(new Problem(0, 'offline', '', nothing), { cause });
  }

  static of(status: number, body: unknown): Problem {
    const { code, detail, errors, refusals, traceId } = (typeof body === 'object' && body !== null ? body : {}) as Partial<ProblemShape>;
    const parts = { errors: errors ?? [], refusals: (refusals ?? []) as Refusal[], traceId: traceId ?? null };
    return new Problem(status, code ?? 'unknown', detail ?? '', parts);
  }
}

/** Whatever was thrown, as a Problem. */
export const problemOf = (thrown: unknown): Problem =>
  thrown instanceof Problem ? thrown : Object.assign(Problem.of(500, { code: 'page-fault' }), { cause: thrown });
