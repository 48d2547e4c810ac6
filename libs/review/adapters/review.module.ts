import { Module } from '@nestjs/common';
import { CaseFeatures, CaseworkModule } from '@sanzhi/casework';
import { ListReviews } from '../app/list-reviews';
import { reviewFeature } from '../app/review-feature';
import { ReviewsController } from './http/reviews.controller';

/** Legal review of major decisions (重大执法决定法制审核). */
@Module({ imports: [CaseworkModule], controllers: [ReviewsController], providers: [ListReviews] })
export class ReviewModule {
  constructor(features: CaseFeatures) {
    features.register(reviewFeature);
  }
}
