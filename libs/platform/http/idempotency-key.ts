import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { canonicalJson, digest } from '@sanzhi/kernel';
import { AppError, type IdempotencyKey as Key } from '../ports';

/** 1 to 200 visible ASCII characters. */
const KEY = /^[\x21-\x7e]{1,200}$/;

/** The caller's key; throws AppError 400 when it is missing or not a key. */
export function readIdempotencyKey(request: Pick<FastifyRequest, 'headers'>): string {
  const key = request.headers['idempotency-key'];
  if (key === undefined) throw new AppError(400, 'idempotency-key-required', '缺少请求头 Idempotency-Key。');
  if (typeof key !== 'string' || !KEY.test(key)) {
    throw new AppError(400, 'idempotency-key-invalid', '请求头 Idempotency-Key 应为 1 至 200 个可见 ASCII 字符。');
  }
  return key;
}

/** Digest of what is asked: method, address and canonical body, so that the order of fields does not matter. */
export function requestSha256(request: Pick<FastifyRequest, 'method' | 'url' | 'body'>): string {
  return digest(canonicalJson([request.method, request.url, request.body ?? null])).sha256;
}

/** Hands `{key, requestSha256}` to a handler; the use case opens the key in its own unit of work. */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext): Key => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  return { key: readIdempotencyKey(request), requestSha256: requestSha256(request) };
});
