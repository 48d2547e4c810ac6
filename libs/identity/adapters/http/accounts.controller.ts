import { Body, Controller, Get, Param, Patch, Query } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, decodeCursor, ExistingId, IfMatch, PageDto, Policy, type Principal } from '@sanzhi/platform/http';
import { invalid } from '@sanzhi/platform/ports';
import { Accounts, type AccountLine } from '../../app/accounts';
import type { RegisterContext } from '../../app/officer-register';
import { AccountChangeDto } from './accounts.dto';
import { pageOf, type Page } from './page';

/** Accounts (账号) of the organ: listed, disabled, opened again, given a new password. */
@ApiTags('账号')
@Controller('accounts')
export class AccountsController {
  constructor(private readonly accounts: Accounts) {}

  @Get()
  @Policy('accounts.manage')
  @ApiOperation({ summary: '本机关账号' })
  async list(@CurrentPrincipal() principal: Principal, @Query() { cursor, limit }: PageDto): Promise<Page<AccountLine>> {
    const after = decodeCursor(cursor, { login: 'string' })?.login ?? null;
    return pageOf(await this.accounts.list(contextOf(principal), { after, limit: limit + 1 }), limit, ({ login }) => ({ login }));
  }

  @Patch(':id')
  @Policy('accounts.manage')
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiOperation({ summary: '停用、启用账号或者重置口令；该账号的登录即时失效' })
  async change(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new ExistingId('该账号')) id: string,
    @IfMatch() seen: number,
    @Body() change: AccountChangeDto,
  ): Promise<{ version: number }> {
    if (change.disabled === undefined && change.password === undefined) throw invalid('请写明要更改的内容：disabled 或者 password。');
    return { version: await this.accounts.change(contextOf(principal), { id, seen }, change) };
  }
}

const contextOf = ({ organ, readable, account }: Principal): RegisterContext => ({ organ, readable, actor: account });
