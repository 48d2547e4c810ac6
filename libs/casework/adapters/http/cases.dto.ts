import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsObject, IsString, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import type { JsonObject } from '@sanzhi/kernel';
import { ActDto, AsItCame, IsLegalDay, MayBeAbsent, NumberInQuery, PageDto } from '@sanzhi/platform/http';

/** Versions count acts on a case; the ETag takes nine digits. */
const MAX_VERSION = 999_999_999;

/** Body of `POST /cases`: the procedure and the form of its opening action. */
export class OpenCaseDto extends ActDto {
  @ApiProperty({ type: String, example: 'penalty-ordinary', description: '程序编号' })
  @Matches(/^[a-z][a-z0-9-]{0,60}$/)
  procedure!: string;
}

/** Query of the list of cases. */
export class CasesQueryDto extends PageDto {
  @ApiPropertyOptional({ type: String, description: '办理环节' })
  @MayBeAbsent()
  @IsString()
  @MaxLength(60)
  state?: string;

  @ApiPropertyOptional({ type: String, description: '本人在案件中的职责：只列本人承担此职责的案件' })
  @MayBeAbsent()
  @Matches(/^[a-z]+(-[a-z]+)*$/, { message: '应为职责编号，如 handler' })
  @MaxLength(40)
  duty?: string;
}

/** Query of the quote of a surcharge. */
export class SurchargeQueryDto {
  @ApiPropertyOptional({ type: String, format: 'date', description: '截至哪一天；不填即今天' })
  @MayBeAbsent()
  @IsLegalDay()
  on?: string;
}

const MAX_FOUND = 200;
const USUAL_FOUND = 50;

/** Query of a search. */
export class SearchQueryDto {
  @ApiProperty({ type: String, minLength: 2, maxLength: 100, description: '案号、当事人或者案由中的词，至少两个字，空格分隔' })
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  q!: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: MAX_FOUND, default: USUAL_FOUND })
  @NumberInQuery()
  @IsInt()
  @Min(1)
  @Max(MAX_FOUND)
  limit: number = USUAL_FOUND;
}

/** Body of saving a draft: the form as far as it is filled in, with what belongs beside it. */
export class DraftDto {
  @ApiProperty({ type: 'object', additionalProperties: true, description: '已填内容，可以不完整' })
  @AsItCame()
  @IsObject()
  content!: JsonObject;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: MAX_VERSION, description: '填写时所见的案件版本' })
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(MAX_VERSION)
  caseVersion?: number;
}
