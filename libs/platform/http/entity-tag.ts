import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError, invalid } from '../ports';

const TAG = /^"(\d{1,9})"$/;

/** The ETag of a version. */
export const entityTagOf = (version: number): string => `"${version}"`;

/** Tells the caller the version of what it got. */
export function tell(reply: FastifyReply, version: number): void {
  reply.header('etag', entityTagOf(version));
}

/**
 * The version the caller has seen, from `If-Match: "<version>"`.
 * Throws AppError 428 `precondition-required` when it is missing, 400 when it is not one version.
 */
export function readIfMatch(request: Pick<FastifyRequest, 'headers'>): number {
  const header = request.headers['if-match'];
  if (header === undefined) {
    throw new AppError(428, 'precondition-required', '缺少请求头 If-Match：请先读取最新内容，再带上其版本提交。');
  }
  const found = TAG.exec(header.trim());
  if (!found) throw invalid('请求头 If-Match 应为读取时返回的 ETag，如 "3"。');
  return Number(found[1]);
}

/** 412: somebody else was faster. */
export const stale = (): AppError => new AppError(412, 'stale', '内容已被他人更改，请刷新后再提交。');

/** Hands the version of `If-Match` to a handler; comparing is the use case's, under the lock. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number =>
  readIfMatch(context.switchToHttp().getRequest<FastifyRequest>()),
);
