import { HttpException } from '@nestjs/common';
import { isDatabaseAway } from '../database/database-away';
import { AppError } from '../ports';
import type { ProblemParts } from './problem';

/** What the framework refuses before a handler runs, by its status. */
const BY_STATUS: Record<number, { code: string; detail: string }> = {
  400: { code: 'invalid', detail: '请求的格式不正确。' },
  401: { code: 'unauthenticated', detail: '未登录，或登录已失效，请重新登录。' },
  403: { code: 'forbidden', detail: '无权进行此操作。' },
  404: { code: 'not-found', detail: '没有这个地址。' },
  405: { code: 'method-not-allowed', detail: '此地址不接受这种请求方法。' },
  408: { code: 'timeout', detail: '请求发送超时，请重试。' },
  413: { code: 'too-large', detail: '请求内容超过大小限制。' },
  414: { code: 'too-long', detail: '请求地址过长。' },
  415: { code: 'unsupported-media-type', detail: '请求内容应为 application/json。' },
  429: { code: 'too-many-requests', detail: '请求过于频繁，请稍后再试。' },
  503: { code: 'unavailable', detail: '系统暂时无法处理，请稍后重试。' },
};

/** Codes of Fastify for bodies that are not JSON. */
const NOT_JSON = /^FST_ERR_CTP_(?:INVALID_JSON_BODY|EMPTY_JSON_BODY)$/;

/** Everything that can be thrown, as the caller may see it. A bug tells nothing but its trace id. */
export function problemOf(thrown: unknown): ProblemParts {
  if (thrown instanceof AppError) {
    return { status: thrown.status, code: thrown.code, detail: thrown.message, errors: thrown.errors };
  }
  if (isDatabaseAway(thrown)) {
    return { status: 503, code: 'database-unavailable', detail: '数据库暂时无法连接，所填内容尚未确认保存，请稍后重试。' };
  }
  const status = statusOf(thrown);
  if (status === undefined) return { status: 500, code: 'bug', detail: '系统内部错误，已记录。请将跟踪号告知管理员。' };
  const told = BY_STATUS[status] ?? { code: 'rejected', detail: '请求未被接受。' };
  return { status, ...told, errors: isNotJson(thrown) ? [{ pointer: '', code: 'json', message: '不是合法的 JSON' }] : [] };
}

/** Status of what Nest or Fastify threw on the caller's account; undefined for anything else. */
function statusOf(thrown: unknown): number | undefined {
  const status = thrown instanceof HttpException ? thrown.getStatus() : frameworkStatus(thrown);
  return status !== undefined && (status < 500 || status === 503) ? status : undefined;
}

function frameworkStatus(thrown: unknown): number | undefined {
  const { code, statusCode } = (thrown ?? {}) as { code?: unknown; statusCode?: unknown };
  return typeof code === 'string' && code.startsWith('FST_') && typeof statusCode === 'number' ? statusCode : undefined;
}

function isNotJson(thrown: unknown): boolean {
  const fault = thrown instanceof HttpException ? thrown.cause : thrown;
  return NOT_JSON.test(String((fault as { code?: unknown } | undefined)?.code));
}
