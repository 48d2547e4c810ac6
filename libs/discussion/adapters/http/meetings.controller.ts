import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, PageDto, Policy, type Principal } from '@sanzhi/platform/http';
import { ListMeetings, type MeetingLine } from '../../app/list-meetings';

/** Collective discussion (集体讨论): the open meetings. Votes and resolutions are acts on the case. */
@ApiTags('meetings')
@Controller('meetings')
export class MeetingsController {
  constructor(private readonly listing: ListMeetings) {}

  @Get()
  @Policy('meetings.read')
  @ApiOperation({ summary: '我参加或者记录的集体讨论' })
  async list(@CurrentPrincipal() principal: Principal, @Query() page: PageDto): Promise<{ items: MeetingLine[] }> {
    return { items: await this.listing.run(principal, page.limit) };
  }
}
