import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsString, MaxLength, MinLength } from 'class-validator';
import { MayBeAbsent } from '@sanzhi/platform/http';

const MAX_PASSWORD = 200;

/** Body of changing an account. */
export class AccountChangeDto {
  @ApiPropertyOptional({ type: Boolean, description: '停用或者启用' })
  @MayBeAbsent()
  @IsBoolean()
  disabled?: boolean;

  @ApiPropertyOptional({ type: String, maxLength: MAX_PASSWORD, description: '重置后的口令' })
  @MayBeAbsent()
  @IsString()
  @MinLength(1)
  @MaxLength(MAX_PASSWORD)
  password?: string;
}
