import { ApiPropertyOptional } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { MayBeAbsent, PageDto } from '@sanzhi/platform/http';

/** Query of the list of parties. */
export class PartiesQueryDto extends PageDto {
  @ApiPropertyOptional({ type: String, description: '统一社会信用代码' })
  @MayBeAbsent()
  @Matches(/^[0-9A-Z]{18}$/, { message: '应为18位统一社会信用代码' })
  code?: string;
}
