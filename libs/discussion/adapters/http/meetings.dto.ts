import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsString, MaxLength, MinLength, ValidateNested } from 'class-validator';
import { IsCode, IsLegalDay } from '@sanzhi/platform/http';

const MAX_TEXT = 200;
const MAX_PERSONS = 30;

/** A head who cannot come. */
export class AbsenceDto {
  @ApiProperty({ type: String, description: '人员编号' })
  @IsCode()
  member!: string;

  @ApiProperty({ type: String, maxLength: MAX_TEXT, description: '缺席原因' })
  @IsString()
  @MinLength(1)
  @MaxLength(MAX_TEXT)
  reason!: string;
}

/** Somebody who attends without a vote. */
export class AttendeeDto {
  @ApiProperty({ type: String, maxLength: MAX_TEXT, description: '姓名' })
  @IsString()
  @MinLength(1)
  @MaxLength(MAX_TEXT)
  name!: string;

  @ApiProperty({ type: String, maxLength: MAX_TEXT, description: '身份（承办人、法制机构等）' })
  @IsString()
  @MinLength(1)
  @MaxLength(MAX_TEXT)
  role!: string;
}

/** Body of calling a sitting. */
export class SittingDto {
  @ApiProperty({ type: [String], description: '参加讨论的负责人' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_PERSONS)
  @ArrayUnique()
  @IsString({ each: true })
  members!: string[];

  @ApiProperty({ type: String, description: '主持人' })
  @IsCode()
  chair!: string;

  @ApiProperty({ type: String, maxLength: MAX_TEXT, description: '地点' })
  @IsString()
  @MinLength(1)
  @MaxLength(MAX_TEXT)
  place!: string;

  @ApiProperty({ type: String, format: 'date', description: '会议日期' })
  @IsLegalDay()
  heldOn!: string;

  @ApiPropertyOptional({ type: [AbsenceDto], description: '缺席的负责人和原因' })
  @IsArray()
  @ArrayMaxSize(MAX_PERSONS)
  @ValidateNested({ each: true })
  @Type(() => AbsenceDto)
  absent: AbsenceDto[] = [];

  @ApiPropertyOptional({ type: [AttendeeDto], description: '列席人员' })
  @IsArray()
  @ArrayMaxSize(MAX_PERSONS)
  @ValidateNested({ each: true })
  @Type(() => AttendeeDto)
  attendees: AttendeeDto[] = [];
}
