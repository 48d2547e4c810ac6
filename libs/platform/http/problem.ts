import type { Refusal } from '@sanzhi/kernel';
import type { FieldError } from '../ports';

/** Media type of RFC 9457. */
export const PROBLEM_JSON = 'application/problem+json';

/** What goes wrong, in the one shape of this API (RFC 9457). Title, detail and messages are Chinese. */
export interface Problem {
  /** `urn:sanzhi:problem:` and the code. */
  type: string;
  title: string;
  status: number;
  /** Stable, for machines. */
  code: string;
  detail: string;
  traceId: string;
  /** Faults of fields; pointers are JSON pointers into the body, or `/name` of a query parameter. */
  errors: readonly FieldError[];
  /** Why the law refuses; only with code `refused`. */
  refusals?: readonly Refusal[];
}

/** What a problem is made from; the rest follows from the code. */
export interface ProblemParts {
  status: number;
  code: string;
  detail: string;
  errors?: readonly FieldError[];
  refusals?: readonly Refusal[];
}

const TITLES: Record<string, string> = {
  invalid: '请求内容有误',
  unauthenticated: '尚未登录',
  forbidden: '无权进行此操作',
  'not-found': '未找到',
  stale: '内容已被更改',
  refused: '不符合法定条件',
  bug: '系统内部错误',
  'database-unavailable': '数据库暂不可用',
  busy: '系统繁忙',
  'precondition-required': '缺少版本',
  'too-large': '请求内容过大',
  'unsupported-media-type': '不支持的内容类型',
};
const TITLES_BY_CLASS: Record<number, string> = { 4: '请求未被接受', 5: '系统暂时无法处理' };

/** Puts a problem together. */
export function problem(parts: ProblemParts, traceId: string): Problem {
  const { status, code, detail, errors = [], refusals } = parts;
  const title = TITLES[code] ?? TITLES_BY_CLASS[Math.trunc(status / 100)] ?? '请求未被接受';
  return { type: `urn:sanzhi:problem:${code}`, title, status, code, detail, traceId, errors, ...(refusals && { refusals }) };
}

/** The problem of an act that the law refuses: every rule that does not hold, at once. */
export function refused(refusals: readonly Refusal[], traceId: string): Problem {
  const detail = refusals.map((refusal) => refusal.message).join(' ');
  return problem({ status: 422, code: 'refused', detail, refusals }, traceId);
}

/** Whether the result of a use case is a refusal: a value with `refusals` in it. */
export function isRefused(result: unknown): result is { refusals: Refusal[] } {
  const refusals = (result as { refusals?: unknown } | null)?.refusals;
  return Array.isArray(refusals) && refusals.length > 0;
}
