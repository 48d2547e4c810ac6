import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { LOG, problemOf } from '@sanzhi/platform/http';
import type { Log } from '@sanzhi/platform/logging';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PageRenderer } from './page-renderer';

const RETRY_AFTER_SECONDS = 5;

/** What a reader is told; anything else is our fault and says no more than its number. */
const TOLD: Record<number, { heading: string; detail: string }> = {
  400: { heading: '请求有误', detail: '地址中的内容不正确，请从首页重新进入。' },
  404: { heading: '没有找到', detail: '没有这个地址，或者所查询的内容从未在此公示。' },
  503: { heading: '暂时无法访问', detail: '公示网站暂时无法读取公示内容，请稍后再试。' },
};
const OURS = { heading: '系统错误', detail: '公示网站发生错误，已记录。' };

/** Whatever is thrown becomes a page. It asks nothing of the database, which may be what is away. */
@Catch()
export class PageFilter implements ExceptionFilter {
  constructor(
    @Inject(LOG) private readonly log: Log,
    private readonly pages: PageRenderer,
  ) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const [request, reply] = [http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>()];
    const { status, code } = problemOf(thrown);
    if (code === 'bug') this.log.error({ err: thrown }, 'a bug');
    else if (status >= 500) this.log.warn({ err: thrown, code }, 'cannot serve');
    if (reply.sent) return;
    const told = TOLD[status] ?? OURS;
    const view = { pageTitle: told.heading, noindex: true, feed: null, frame: {}, ...told, traceId: status >= 500 ? request.id : null };
    const page = this.pages.html('fault', view);
    if (status === 503) reply.header('retry-after', RETRY_AFTER_SECONDS);
    reply.header('x-robots-tag', 'noindex').header('cache-control', 'no-store');
    reply.code(status).type(page.type).send(page.body);
  }
}
