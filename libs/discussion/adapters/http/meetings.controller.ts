import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, ExistingId, IdempotencyKey, PageDto, Policy, Sensitive, type Principal } from '@sanzhi/platform/http';
import { invalid, type IdempotencyKey as Key } from '@sanzhi/platform/ports';
import { ListMeetings, type MeetingLine } from '../../app/list-meetings';
import { Sittings, type SittingView } from '../../app/sittings';
import { SittingDto } from './meetings.dto';

const SITTING_ID = new ExistingId('该会议');

/** Collective discussion (集体讨论): sittings and what is open in them. Votes and resolutions are acts on the case. */
@ApiTags('meetings')
@Controller('meetings')
export class MeetingsController {
  constructor(
    private readonly listing: ListMeetings,
    private readonly sittings: Sittings,
  ) {}

  @Get()
  @Policy('meetings.read')
  @ApiOperation({ summary: '我参加或者记录的集体讨论' })
  async list(@CurrentPrincipal() principal: Principal, @Query() page: PageDto): Promise<{ items: MeetingLine[] }> {
    return { items: await this.listing.run(principal, page.limit) };
  }

  @Post()
  @Policy('meetings.call')
  @ApiOperation({ summary: '登记一次会议，可以讨论多件案件' })
  call(@CurrentPrincipal() principal: Principal, @IdempotencyKey() key: Key, @Body() draft: SittingDto): Promise<{ id: string }> {
    if (!draft.members.includes(draft.chair)) {
      throw invalid('会议登记内容有误。', [{ pointer: '/chair', code: 'not-a-member', message: '主持人不在参加人之列' }]);
    }
    return this.sittings.call(principal, { draft, key });
  }

  @Get(':id')
  @Policy('meetings.read')
  @Sensitive()
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiOperation({ summary: '一次会议：参加人、缺席、列席、各案意见和记录' })
  read(@CurrentPrincipal() principal: Principal, @Param('id', SITTING_ID) id: string): Promise<SittingView> {
    return this.sittings.read(principal, id);
  }

  @Post(':id/closing')
  @HttpCode(204)
  @Policy('meetings.call')
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiOperation({ summary: '结束会议' })
  close(@CurrentPrincipal() principal: Principal, @Param('id', SITTING_ID) id: string): Promise<object | undefined> {
    return this.sittings.close(principal, id);
  }
}
