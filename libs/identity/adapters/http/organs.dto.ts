import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsLegalDay, MayBeAbsent, PageDto } from '@sanzhi/platform/http';

/** Query of the tree of organs. */
export class OrgansQueryDto extends PageDto {
  @ApiPropertyOptional({ type: String, format: 'date', description: '哪一天的机构设置；不填即今天' })
  @MayBeAbsent()
  @IsLegalDay()
  on?: string;
}
