import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, Policy, type Principal } from '@sanzhi/platform/http';
import { EffectiveLaw, type LawInForce, type RuleFired } from '../../app/effective-law';
import { FiredQueryDto, ParametersQueryDto } from './law.dto';

/** The law as it holds here, to be read: values with file, basis and bound, and how often each condition fired. */
@ApiTags('law')
@Controller('law')
export class LawController {
  constructor(private readonly law: EffectiveLaw) {}

  @Get('parameters')
  @Policy('law.read')
  @ApiOperation({ summary: '某日对某机关有效的法定参数，及其出处、约束和下一次变动' })
  parameters(@CurrentPrincipal() principal: Principal, @Query() { organ, on }: ParametersQueryDto): Promise<LawInForce> {
    return this.law.parameters(principal, { organ, on });
  }

  @Get('rules/fired')
  @Policy('law.fired')
  @ApiOperation({ summary: '各法定条件在一段日期内不予办理、记录瑕疵的次数' })
  async fired(@CurrentPrincipal() principal: Principal, @Query() { organ, from, to }: FiredQueryDto): Promise<{ items: RuleFired[] }> {
    return { items: await this.law.fired(principal, { organ, from, to }) };
  }
}
