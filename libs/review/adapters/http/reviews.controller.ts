import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, PageDto, Policy, type Principal } from '@sanzhi/platform/http';
import { ListReviews, type ReviewLine } from '../../app/list-reviews';

/** Legal review (法制审核): what waits for an opinion. The opinion itself is an act on the case. */
@ApiTags('reviews')
@Controller('reviews')
export class ReviewsController {
  constructor(private readonly listing: ListReviews) {}

  @Get()
  @Policy('reviews.read')
  @ApiOperation({ summary: '待我审核' })
  async list(@CurrentPrincipal() principal: Principal, @Query() page: PageDto): Promise<{ items: ReviewLine[] }> {
    return { items: await this.listing.run(principal, page.limit) };
  }
}
