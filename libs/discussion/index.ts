export type { DiscussionView } from './app/discussion-feature';
export type { MeetingLine } from './app/list-meetings';
export type { Absence, Attendee, DiscussionSeen, Meeting, ResolutionRule, SittingSeen, VoteCast } from './rules/discussion';
export { DiscussionModule } from './adapters/discussion.module';
