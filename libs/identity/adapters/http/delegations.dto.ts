import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { IsCode, IsLegalDay } from '@sanzhi/platform/http';

const MAX_GROUND = 500;
const MAX_DUTIES = 10;

/** Body of granting a delegation. */
export class DelegationDto {
  @ApiProperty({ type: String, description: '委托人的人员编号' })
  @IsCode()
  from!: string;

  @ApiProperty({ type: String, description: '代行人的人员编号' })
  @IsCode()
  to!: string;

  @ApiProperty({ type: [String], description: '委托的职责' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_DUTIES)
  @ArrayUnique()
  @Matches(/^[a-z]+(-[a-z]+)*$/, { each: true })
  duties!: string[];

  @ApiProperty({ type: String, format: 'date', description: '起始日期' })
  @IsLegalDay()
  validFrom!: string;

  @ApiProperty({ type: String, format: 'date', description: '截止日期（含当日）' })
  @IsLegalDay()
  validUntil!: string;

  @ApiProperty({ type: String, maxLength: MAX_GROUND, description: '委托事由' })
  @IsString()
  @MinLength(1)
  @MaxLength(MAX_GROUND)
  ground!: string;
}

/** Body of ending one. */
export class RevocationDto {
  @ApiProperty({ type: String, maxLength: MAX_GROUND, description: '终止事由' })
  @IsString()
  @MinLength(1)
  @MaxLength(MAX_GROUND)
  ground!: string;
}
