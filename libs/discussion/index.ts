export type { DiscussionView } from './app/discussion-feature';
export type { MeetingLine } from './app/list-meetings';
export type { DiscussionSeen, Meeting, VoteCast } from './rules/discussion';
export { DiscussionModule } from './adapters/discussion.module';
