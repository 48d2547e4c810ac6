import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { MayBeAbsent } from '@sanzhi/platform/http';

const MAX_LOGIN = 64;
const MAX_PASSWORD = 200;

/** Body of signing in. */
export class SignInDto {
  @ApiProperty({ type: String, maxLength: MAX_LOGIN, description: '登录名' })
  @IsString()
  @MinLength(1)
  @MaxLength(MAX_LOGIN)
  login!: string;

  @ApiProperty({ type: String, maxLength: MAX_PASSWORD, description: '口令' })
  @IsString()
  @MinLength(1)
  @MaxLength(MAX_PASSWORD)
  password!: string;

  @ApiPropertyOptional({ type: String, pattern: '^\\d{6}$', description: '动态口令，已启用的账号必填' })
  @MayBeAbsent()
  @Matches(/^\d{6}$/, { message: '应为6位数字' })
  totp?: string;
}

/** Body of changing one's own password. */
export class PasswordChangeDto {
  @ApiProperty({ type: String, maxLength: MAX_PASSWORD, description: '原口令' })
  @IsString()
  @MinLength(1)
  @MaxLength(MAX_PASSWORD)
  password!: string;

  @ApiProperty({ type: String, maxLength: MAX_PASSWORD, description: '新口令' })
  @IsString()
  @MinLength(1)
  @MaxLength(MAX_PASSWORD)
  newPassword!: string;
}
