import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, decodeCursor, encodeCursor, ExistingId, PageDto, Policy, Sensitive, type Principal } from '@sanzhi/platform/http';
import { ListPublications, type PublicationLine } from '../../app/list-publications';
import { ReadPublication, type PublicationView } from '../../app/read-publication';

const CASE_ID = new ExistingId('该公示事项');

/** Items of disclosure (公示事项). */
@ApiTags('publications')
@Controller('publications')
export class PublicationsController {
  constructor(
    private readonly listing: ListPublications,
    private readonly reading: ReadPublication,
  ) {}

  @Get()
  @Policy('publications.read')
  @ApiOperation({ summary: '待我办理的公示事项' })
  async list(
    @CurrentPrincipal() principal: Principal,
    @Query() query: PageDto,
  ): Promise<{ items: PublicationLine[]; cursor: string | null }> {
    const after = decodeCursor(query.cursor, { id: 'string' })?.id ?? null;
    const items = await this.listing.run(principal, { after, limit: query.limit });
    const last = items.length === query.limit ? items[items.length - 1] : null;
    return { items, cursor: last && encodeCursor({ id: last.id }) };
  }

  @Get(':id')
  @Policy('publications.read')
  @Sensitive()
  @ApiOperation({ summary: '公示事项：公示稿预览、经过、已公开的内容（编号中的“/”写作 %2F）' })
  read(@CurrentPrincipal() principal: Principal, @Param('id') id: string): Promise<PublicationView> {
    CASE_ID.transform(id.split('/')[0]);
    return this.reading.run(principal, id);
  }
}
