import { IsInt, IsObject, Max, MaxLength, Min, IsString } from 'class-validator';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { JsonObject } from '@sanzhi/kernel';
import { AsItCame, IsCode, IsInstant, MayBeAbsent, NumberInQuery } from './field-rules';

const MAX_PAGE = 200;
const DEFAULT_PAGE = 50;

/** Body of an act on a case. `form` is judged by the JSON Schema of its procedure. */
export class ActDto {
  @ApiProperty({ type: 'object', additionalProperties: true, description: '办理表单，按程序文件的 JSON Schema' })
  @AsItCame()
  @IsObject()
  form!: JsonObject;

  @ApiPropertyOptional({ type: String, format: 'date-time', description: '实际办理时间（带时区）；不填即现在' })
  @MayBeAbsent()
  @IsInstant()
  actedAt?: string;

  @ApiPropertyOptional({ type: 'object', additionalProperties: true, description: '先在纸面办理的，其凭据' })
  @AsItCame()
  @MayBeAbsent()
  @IsObject()
  proof?: JsonObject;

  @ApiPropertyOptional({ type: String, maxLength: 64, description: '代为录入的，本人的人员编号' })
  @MayBeAbsent()
  @IsCode()
  onBehalfOf?: string;
}

/** Query of a list: where the page before ended, and how many rows at most. */
export class PageDto {
  @ApiPropertyOptional({ type: String, description: '上一页返回的翻页标记' })
  @MayBeAbsent()
  @IsString()
  @MaxLength(2000)
  cursor?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: MAX_PAGE, default: DEFAULT_PAGE })
  @NumberInQuery()
  @IsInt()
  @Min(1)
  @Max(MAX_PAGE)
  limit: number = DEFAULT_PAGE;
}
