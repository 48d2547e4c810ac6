import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, decodeCursor, Policy, type Principal } from '@sanzhi/platform/http';
import { OrganTree, type Organ } from '../../app/organ-tree';
import { OrgansQueryDto } from './organs.dto';
import { pageOf, type Page } from './page';

@ApiTags('执法主体')
@Controller('organs')
export class OrgansController {
  constructor(private readonly organs: OrganTree) {}

  @Get()
  @Policy('organs.read')
  @ApiOperation({ summary: '本机关及其下级的执法主体' })
  async list(@CurrentPrincipal() principal: Principal, @Query() query: OrgansQueryDto): Promise<Page<Organ>> {
    const { on, limit } = query;
    const after = decodeCursor(query.cursor, { code: 'string' })?.code;
    const organs = await this.organs.below(principal.organ, { on, after, limit: limit + 1 });
    return pageOf(organs, limit, ({ code }) => ({ code }));
  }
}
