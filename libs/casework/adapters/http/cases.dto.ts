import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, Matches, MaxLength } from 'class-validator';
import { ActDto, MayBeAbsent, PageDto } from '@sanzhi/platform/http';

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
}
