export type { ReviewLine } from './app/list-reviews';
export type { ReviewRound, ReviewSeen } from './rules/review';
export { ReviewModule } from './adapters/review.module';
