import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsCode, IsLegalDay, MayBeAbsent } from '@sanzhi/platform/http';

/** Query of `GET /law/parameters`: whose values, on which day. */
export class ParametersQueryDto {
  @ApiPropertyOptional({ type: String, description: '执法主体代码，不填为本机关' })
  @MayBeAbsent()
  @IsCode()
  organ?: string;

  @ApiPropertyOptional({ type: String, format: 'date', description: '法定日期，不填为今天' })
  @MayBeAbsent()
  @IsLegalDay()
  on?: string;
}

/** Query of `GET /law/rules/fired`: over which days, both included. */
export class FiredQueryDto {
  @ApiProperty({ type: String, format: 'date', description: '起始日' })
  @IsLegalDay()
  from!: string;

  @ApiProperty({ type: String, format: 'date', description: '终止日' })
  @IsLegalDay()
  to!: string;

  @ApiPropertyOptional({ type: String, description: '执法主体代码，不填为本机关' })
  @MayBeAbsent()
  @IsCode()
  organ?: string;
}
