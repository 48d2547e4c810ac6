import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { MayBeAbsent, PageDto } from '@sanzhi/platform/http';

/** Query of the own messages. */
export class MessagesQueryDto extends PageDto {
  @ApiPropertyOptional({ type: String, enum: ['true', 'false'], description: '只看未读' })
  @MayBeAbsent()
  @IsIn(['true', 'false'])
  unread?: string;
}
