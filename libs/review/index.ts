export type { ReviewLine } from './app/list-reviews';
export type { ReviewView } from './app/review-feature';
export type { JointOpinion, Opinion, ReviewRound, ReviewSeen } from './rules/review';
export { ReviewModule } from './adapters/review.module';
