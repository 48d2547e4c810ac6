import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, Matches } from 'class-validator';
import { IsCode, IsLegalDay, MayBeAbsent } from '@sanzhi/platform/http';
import type { Scope } from '../../rules/report/report';

/** Query of a report: whose, over which days, in which layout. */
export class ReportQueryDto {
  @ApiProperty({ type: String, description: '执法主体代码' })
  @IsCode()
  organ!: string;

  @ApiProperty({ type: String, format: 'date', description: '起始日' })
  @IsLegalDay()
  from!: string;

  @ApiProperty({ type: String, format: 'date', description: '终止日（含）' })
  @IsLegalDay()
  to!: string;

  @ApiProperty({ type: String, example: 'penalty-chongqing', description: '样式' })
  @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  layout!: string;

  @ApiPropertyOptional({ enum: ['own', 'subtree'], default: 'own', description: '本单位，或者连同下级' })
  @MayBeAbsent()
  @IsIn(['own', 'subtree'])
  scope: Scope = 'own';
}

/** Query of the cases behind one number of a table. */
export class CellQueryDto extends ReportQueryDto {
  @ApiProperty({ type: String, example: 'fine', description: '列' })
  @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  column!: string;
}
