import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, decodeCursor, encodeCursor, Policy, type Principal } from '@sanzhi/platform/http';
import { notFound } from '@sanzhi/platform/ports';
import { Messages, type MessageLine } from '../../app/messages';
import { MessagesQueryDto } from './messages.dto';

const MESSAGE_ID = /^[1-9]\d{0,17}$/;

/** In-app messages (站内消息): what the engine tells a person. */
@ApiTags('messages')
@Controller('messages')
export class MessagesController {
  constructor(private readonly messages: Messages) {}

  @Get()
  @Policy('messages.read')
  @ApiOperation({ summary: '我的消息' })
  async list(
    @CurrentPrincipal() principal: Principal,
    @Query() query: MessagesQueryDto,
  ): Promise<{ items: MessageLine[]; cursor: string | null }> {
    const before = decodeCursor(query.cursor, { id: 'string' })?.id ?? null;
    const items = await this.messages.list(principal, { unread: query.unread === 'true', before, limit: query.limit });
    const last = items.length === query.limit ? items[items.length - 1] : null;
    return { items, cursor: last && encodeCursor({ id: last.id }) };
  }

  @Post(':id/read')
  @HttpCode(204)
  @Policy('messages.read')
  @ApiParam({ name: 'id' })
  @ApiOperation({ summary: '标为已读' })
  async read(@CurrentPrincipal() principal: Principal, @Param('id') id: string): Promise<void> {
    if (!MESSAGE_ID.test(id)) throw notFound('该消息');
    await this.messages.read(principal, id);
  }
}
