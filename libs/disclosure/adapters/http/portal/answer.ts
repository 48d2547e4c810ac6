import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Page } from './page-renderer';

/** How long others may keep an answer, and who may put it into an index. */
export interface Keeping {
  status?: number;
  /** 0: asked again every time, so that what was withdrawn is gone with the next request. At most 60. */
  seconds: number;
  indexed?: boolean;
}

/** Sends a page, or 304 when the reader has it. Nothing else decides on caching. */
export function answer(request: FastifyRequest, reply: FastifyReply, page: Page, { status = 200, seconds, indexed = true }: Keeping): void {
  reply.header('cache-control', seconds > 0 ? `public, max-age=${Math.min(seconds, 60)}` : 'public, max-age=0, must-revalidate');
  reply.header('etag', page.etag);
  if (!indexed) reply.header('x-robots-tag', 'noindex, noarchive');
  if (status === 200 && knows(request, page.etag)) return void reply.code(304).send();
  reply.code(status).type(page.type).send(page.body);
}

function knows({ headers }: FastifyRequest, etag: string): boolean {
  const known = headers['if-none-match'];
  if (known === undefined) return false;
  const tags = known.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(etag) || tags.includes('*');
}
