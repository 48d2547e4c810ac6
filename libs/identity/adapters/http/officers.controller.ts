import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, decodeCursor, PageDto, Policy, type Principal } from '@sanzhi/platform/http';
import { OfficerRegister, type Officer } from '../../app/officer-register';
import { pageOf, type Page } from './page';

@ApiTags('执法人员')
@Controller('officers')
export class OfficersController {
  constructor(private readonly register: OfficerRegister) {}

  @Get()
  @Policy('officers.read')
  @ApiOperation({ summary: '本机关在职执法人员名册' })
  async list(@CurrentPrincipal() principal: Principal, @Query() query: PageDto): Promise<Page<Officer>> {
    const { limit } = query;
    const { organ, readable, account: actor } = principal;
    const after = positionOf(query.cursor);
    const officers = await this.register.list({ organ, readable, actor }, { after, limit: limit + 1 });
    return pageOf(officers, limit, ({ name, id }) => ({ name, id }));
  }
}

const positionOf = (cursor: string | undefined): { name: string; id: string } | null =>
  decodeCursor(cursor, { name: 'string', id: 'string' });
