import { Controller, Get, Param, Query, Req, Res, UseFilters } from '@nestjs/common';
import { LegalClock, notFound } from '@sanzhi/platform/ports';
import { decodeCursor, encodeCursor, Public } from '@sanzhi/platform/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ReadSite, type EndNotice, type LinesAsked } from '../../../app/portal/read-site';
import { addressOf, PORTAL_ROUTES } from '../../../rules/portal-addresses';
import { formatShanghai } from '../../../rules/portal-times';
import { answer, type Keeping } from './answer';
import { PageFilter } from './page-filter';
import { PageRenderer } from './page-renderer';
import { itemView, lineView, noticeView, organView, type Frame } from './views';

const LINES = 20;
const NEWEST = 10;
/** How long a list may be kept; a page of one item is asked again every time. */
const LIST_SECONDS = 30;
const MOST_LETTERS = 60;

/** What a list is asked with. */
interface ListQuery {
  q?: unknown;
  cursor?: unknown;
}

/** What names an item in an address. */
interface ItemNamed {
  organ: string;
  case: string;
  item: string;
}

interface Answering {
  request: FastifyRequest;
  reply: FastifyReply;
}

/** The pages of the public portal. */
@Public()
@UseFilters(PageFilter)
@Controller()
export class PagesController {
  constructor(
    private readonly site: ReadSite,
    private readonly pages: PageRenderer,
    private readonly clock: LegalClock,
  ) {}

  @Get(PORTAL_ROUTES.home)
  async home(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const [organs, newest] = await Promise.all([this.site.organs(), this.site.newest(NEWEST)]);
    const view = {
      pageTitle: '首页',
      organCount: organs.length,
      itemCount: organs.reduce((sum, { items }) => sum + items, 0),
      organs: organs.map(organView),
      hasOrgans: organs.length > 0,
      lines: newest.map(lineView),
      hasLines: newest.length > 0,
    };
    await this.send({ request, reply }, 'home', view, { seconds: LIST_SECONDS });
  }

  @Get(PORTAL_ROUTES.organ)
  async organ(@Param('organ') organ: string, @Query() query: ListQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const organName = await this.nameOf(organ);
    const asked = { q: textOf(query.q).trim().slice(0, MOST_LETTERS), after: placeOf(query), limit: LINES + 1 };
    const { lines, next } = pageOfLines(await this.site.lines(organ, asked));
    const organAddress = addressOf('organ', { organ });
    const indexed = lines.every((line) => line.indexed) && asked.q === '' && !asked.after;
    const view = {
      pageTitle: `${organName}行政处罚决定公示`, organName, organAddress, q: asked.q,
      lines: lines.map(lineView),
      hasLines: lines.length > 0,
      first: asked.after && linkTo(organAddress, asked.q, null),
      next: next && linkTo(organAddress, asked.q, next),
      noticesAddress: addressOf('notices', { organ }),
      feed: addressOf('feed', { organ }),
      noindex: !indexed,
    };
    await this.send({ request, reply }, 'organ', view, { seconds: LIST_SECONDS, indexed });
  }

  @Get(PORTAL_ROUTES.notices)
  async notices(@Param('organ') organ: string, @Query() query: ListQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const organName = await this.nameOf(organ);
    const after = placeOf(query);
    const { lines, next } = pageOfLines(await this.site.notices(organ, after, LINES + 1));
    const here = addressOf('notices', { organ });
    const view = {
      pageTitle: `${organName}撤回说明`, organName, organAddress: addressOf('organ', { organ }),
      lines: lines.map(noticeView),
      hasLines: lines.length > 0,
      first: after && here,
      next: next && linkTo(here, '', next),
    };
    await this.send({ request, reply }, 'notices', view, { seconds: LIST_SECONDS });
  }

  @Get(PORTAL_ROUTES.notice)
  async notice(@Param() named: ItemNamed, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const end = await this.site.notice(named.organ, idOf(named));
    if (end?.kind !== 'withdrawn') throw notFound('该撤回说明');
    await this.send({ request, reply }, 'notice', { pageTitle: `${end.number}撤回说明`, ...noticeView(end) }, { seconds: 0 });
  }

  @Get(PORTAL_ROUTES.item)
  async item(@Param() named: ItemNamed, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const item = await this.site.item(named.organ, idOf(named));
    if (!item) return this.gone({ request, reply }, await this.endOf(named));
    const view = { pageTitle: item.title, ...itemView(item) };
    await this.send({ request, reply }, 'item', view, { seconds: 0, indexed: item.indexed });
  }

  /** The released bytes and nothing else, so that anybody can make their digest. */
  @Get(PORTAL_ROUTES.original)
  async original(@Param() named: ItemNamed, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const item = await this.site.item(named.organ, idOf(named));
    if (!item) return this.gone({ request, reply }, await this.endOf(named));
    const page = { body: item.html, type: 'text/plain; charset=utf-8', etag: `"${item.sha256}"` };
    answer(request, reply, page, { seconds: 0, indexed: false });
  }

  private async nameOf(organ: string): Promise<string> {
    const name = await this.site.organ(organ);
    if (name === null) throw notFound('该公示机关');
    return name;
  }

  private async endOf(named: ItemNamed): Promise<EndNotice> {
    const end = await this.site.notice(named.organ, idOf(named));
    if (!end) throw notFound('该公示事项');
    return end;
  }

  private gone(to: Answering, end: EndNotice): Promise<void> {
    const view = { pageTitle: '已不再公示', noindex: true, ...noticeView(end) };
    return this.send(to, 'gone', view, { status: 410, seconds: 0, indexed: false });
  }

  private async send({ request, reply }: Answering, template: string, view: object, keeping: Keeping): Promise<void> {
    const { at, simulated } = await this.clock.now();
    const frame: Frame = { simulatedAt: simulated ? formatShanghai(at).minute : null };
    answer(request, reply, this.pages.html(template, { noindex: false, feed: null, ...view, frame }), keeping);
  }
}

const idOf = ({ case: caseId, item }: ItemNamed): string => `${caseId}/${item}`;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function placeOf({ cursor }: ListQuery): LinesAsked['after'] {
  const given = textOf(cursor);
  if (given === '') return null;
  const place = decodeCursor(given, { at: 'string', id: 'string' });
  if (place === null || !/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/.test(place.at)) throw notFound('该页');
  return place;
}

/** One line more than a page has was asked for: it says whether there is a next one. */
function pageOfLines<T extends { place: string; id: string }>(asked: T[]): { lines: T[]; next: string | null } {
  const lines = asked.slice(0, LINES);
  const last = lines.at(-1);
  return { lines, next: asked.length > LINES && last ? encodeCursor({ at: last.place, id: last.id }) : null };
}

function linkTo(address: string, q: string, cursor: string | null): string {
  const query = new URLSearchParams({ ...(q ? { q } : {}), ...(cursor ? { cursor } : {}) }).toString();
  return query ? `${address}?${query}` : address;
}
