import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, ExistingId, IdempotencyKey, PageDto, Policy, type Principal } from '@sanzhi/platform/http';
import type { IdempotencyKey as Key } from '@sanzhi/platform/ports';
import { Delegations, type Delegation, type DelegationCaller } from '../../app/delegations';
import { DelegationDto, RevocationDto } from './delegations.dto';

/** Delegations (职责委托): who acts for whom, in what, from when until when. */
@ApiTags('职责委托')
@Controller('delegations')
export class DelegationsController {
  constructor(private readonly delegations: Delegations) {}

  @Get()
  @Policy('delegations.read')
  @ApiOperation({ summary: '与本人有关的职责委托；负责人查看本机关全部' })
  async list(@CurrentPrincipal() principal: Principal, @Query() page: PageDto): Promise<{ items: Delegation[] }> {
    return { items: await this.delegations.list(callerOf(principal), page.limit) };
  }

  @Post()
  @Policy('delegations.grant')
  @ApiOperation({ summary: '办理职责委托' })
  grant(@CurrentPrincipal() principal: Principal, @IdempotencyKey() key: Key, @Body() draft: DelegationDto): Promise<object> {
    return this.delegations.grant(callerOf(principal), { draft, key });
  }

  @Post(':id/revocation')
  @HttpCode(204)
  @Policy('delegations.grant')
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiOperation({ summary: '终止职责委托' })
  async revoke(
    @CurrentPrincipal() principal: Principal,
    @Param('id', new ExistingId('该职责委托')) id: string,
    @Body() { ground }: RevocationDto,
  ): Promise<void> {
    await this.delegations.revoke(callerOf(principal), { id, ground });
  }
}

function callerOf({ organ, readable, account, actor }: Principal): DelegationCaller {
  return { organ, readable, actor: account, person: actor.person, posts: actor.posts };
}
