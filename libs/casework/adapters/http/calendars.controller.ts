import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, ExistingId, PageDto, Policy, type Principal } from '@sanzhi/platform/http';
import type { YearCovered } from '@sanzhi/kernel';
import { Calendars, type CalendarProposal, type ClockChange } from '../../app/calendars';
import { Asked, type AskedRequest } from './asked';
import { DecideCalendarDto, ProposeCalendarDto } from './calendars.dto';

/** Legal calendars (放假日历): a notice is proposed by one person and confirmed by another. */
@ApiTags('calendars')
@Controller('calendars')
export class CalendarsController {
  constructor(private readonly calendars: Calendars) {}

  @Get()
  @Policy('calendars.read')
  @ApiOperation({ summary: '各年放假日历的载入情况和待确认的提议' })
  list(@CurrentPrincipal() principal: Principal): Promise<{ items: YearCovered[]; proposals: CalendarProposal[] }> {
    return this.calendars.list(principal);
  }

  @Get('changes')
  @Policy('cases.read')
  @ApiOperation({ summary: '因载入日历而变动的时限' })
  async changes(@CurrentPrincipal() principal: Principal, @Query() page: PageDto): Promise<{ items: ClockChange[] }> {
    return { items: await this.calendars.changes(principal, page.limit) };
  }

  @Post()
  @Policy('calendars.propose')
  @ApiOperation({ summary: '提议载入一年的放假通知：逐日预览，待第二人确认' })
  propose(@Asked() { principal, key }: AskedRequest, @Body() { text, notice }: ProposeCalendarDto): Promise<CalendarProposal> {
    return this.calendars.propose(principal, { text, notice }, key);
  }

  @Post(':id/decision')
  @HttpCode(200)
  @Policy('calendars.confirm')
  @ApiOperation({ summary: '第二人确认或者退回；确认后暂定的时限随即重算' })
  decide(
    @Asked() { principal, key }: AskedRequest,
    @Param('id', new ExistingId('该日历提议')) id: string,
    @Body() { decision }: DecideCalendarDto,
  ): Promise<CalendarProposal> {
    return this.calendars.decide(principal, { id, confirm: decision === 'confirm' }, key);
  }
}
