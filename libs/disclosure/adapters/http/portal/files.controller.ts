import { Controller, Get, Inject, Param, Req, Res, UseFilters } from '@nestjs/common';
import { Public } from '@sanzhi/platform/http';
import { notFound } from '@sanzhi/platform/ports';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ReadSite } from '../../../app/portal/read-site';
import { addressOf, PORTAL_ROUTES, valuesOf } from '../../../rules/portal-addresses';
import { answer } from './answer';
import { atomFeed, robotsText, siteMap } from './feeds';
import { PageFilter } from './page-filter';
import { pageOf, PageRenderer } from './page-renderer';

/** Origin of the portal as the public reaches it, without a slash at its end. */
export const PORTAL_ORIGIN = Symbol('portal origin');

const FEED_ENTRIES = 50;
const FEED_SECONDS = 60;

/** Files of the portal for machines, and every address that is none of its own. */
@Public()
@UseFilters(PageFilter)
@Controller()
export class FilesController {
  constructor(
    private readonly site: ReadSite,
    private readonly pages: PageRenderer,
    @Inject(PORTAL_ORIGIN) private readonly origin: string,
  ) {}

  @Get(PORTAL_ROUTES.feed)
  async feed(@Param('organ') organ: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const organName = await this.site.organ(organ);
    if (organName === null) throw notFound('该公示机关');
    const lines = await this.site.newest(FEED_ENTRIES, organ);
    const entries = lines.map((line) => ({ ...line, link: this.origin + addressOf('item', valuesOf(line.organ, line.id)) }));
    const [self, page] = [this.origin + addressOf('feed', { organ }), this.origin + addressOf('organ', { organ })];
    const body = atomFeed({ organName, self, page }, entries);
    answer(request, reply, pageOf(body, 'application/atom+xml; charset=utf-8'), { seconds: FEED_SECONDS });
  }

  @Get(PORTAL_ROUTES.sitemap)
  async sitemap(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const organs = await this.site.organs();
    const body = siteMap([addressOf('home'), ...organs.map(({ organ }) => addressOf('organ', { organ }))].map((address) => this.origin + address));
    answer(request, reply, pageOf(body, 'application/xml; charset=utf-8'), { seconds: FEED_SECONDS });
  }

  @Get(PORTAL_ROUTES.robots)
  robots(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    answer(request, reply, pageOf(robotsText(this.origin + addressOf('sitemap')), 'text/plain; charset=utf-8'), { seconds: FEED_SECONDS });
  }

  @Get(PORTAL_ROUTES.style)
  style(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    answer(request, reply, this.pages.style, { seconds: FEED_SECONDS });
  }

  @Get('*')
  other(): never {
    throw notFound('这个地址');
  }
}
