import type { CaseFile, JsonObject } from '@sanzhi/kernel';

/** How one head voted and why, in full. */
export interface VoteCast {
  /** Officer id. */
  member: string;
  vote: 'agree' | 'disagree' | 'abstain';
  view: string;
  votedAt: string;
}

/** One meeting on a case. Instants are ISO in UTC; persons are officer ids. */
export interface Meeting {
  round: number;
  members: string[];
  chair: string;
  place: string;
  /** SHA-256 of the draft the meeting was called to: what votes and resolution are bound to. */
  digest: string;
  convenedAt: string;
  resolution: 'approved' | 'returned' | null;
  minutes: string | null;
  resolvedAt: string | null;
  votes: VoteCast[];
}

/** What the discussion keeps about a case, `file.slices.discussion`. */
export interface DiscussionSeen {
  meetings: Meeting[];
  /** Draft that the last meeting was called to. */
  convened: JsonObject | null;
}

/** What a case has before a meeting was called. */
export const noDiscussion: DiscussionSeen = { meetings: [], convened: null };

/** The slice of a file under the name `discussion`. */
export const discussionOf = (file: CaseFile): DiscussionSeen => file.slices.discussion as DiscussionSeen;

/** The meeting that was called last, or undefined. */
export const lastMeeting = (file: CaseFile): Meeting | undefined => discussionOf(file).meetings.at(-1);

/** The proposed penalty as the case has it now; null before the report and after it was taken back. */
export const draftOf = (file: CaseFile): JsonObject | null => (file.case.facts.draft ?? null) as JsonObject | null;
