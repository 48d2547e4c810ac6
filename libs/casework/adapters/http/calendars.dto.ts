import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength, MinLength } from 'class-validator';

/** Body of `POST /calendars`: the text of a notice as it was issued, and where it stands. */
export class ProposeCalendarDto {
  @ApiProperty({ type: String, minLength: 1, maxLength: 20000, description: '国务院办公厅放假通知全文' })
  @IsString()
  @MinLength(1)
  @MaxLength(20000)
  text!: string;

  @ApiProperty({ type: String, minLength: 1, maxLength: 500, description: '通知的文号或者网址' })
  @IsString()
  @MinLength(1)
  @MaxLength(500)
  notice!: string;
}

/** Body of `POST /calendars/{id}/decision`. */
export class DecideCalendarDto {
  @ApiProperty({ enum: ['confirm', 'reject'], description: '第二人核对的结论' })
  @IsIn(['confirm', 'reject'])
  decision!: 'confirm' | 'reject';
}
