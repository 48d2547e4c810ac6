import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, decodeCursor, encodeCursor, Policy, Sensitive, type Principal } from '@sanzhi/platform/http';
import { ListParties, type PartyLine } from '../../app/list-parties';
import { PartiesQueryDto } from './parties.dto';

/** Party files (当事人档案). */
@ApiTags('parties')
@Controller('parties')
export class PartiesController {
  constructor(private readonly listing: ListParties) {}

  @Get()
  @Policy('parties.read')
  @Sensitive()
  @ApiOperation({ summary: '当事人档案' })
  async list(
    @CurrentPrincipal() principal: Principal,
    @Query() query: PartiesQueryDto,
  ): Promise<{ items: PartyLine[]; cursor: string | null }> {
    const after = decodeCursor(query.cursor, { id: 'string' })?.id ?? null;
    const items = await this.listing.run(principal, { after, limit: query.limit, code: query.code });
    const last = items.length === query.limit ? items[items.length - 1] : null;
    return { items, cursor: last && encodeCursor({ id: last.id }) };
  }
}
