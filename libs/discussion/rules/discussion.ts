import { RECUSED, type CaseFile, type JsonObject } from '@sanzhi/kernel';

/** How one head voted and why, in full. */
export interface VoteCast {
  /** Officer id. */
  member: string;
  vote: 'agree' | 'disagree' | 'abstain';
  view: string;
  votedAt: string;
}

/** A head who was not there, and why. */
export interface Absence {
  member: string;
  reason: string;
}

/** Who attends and has no vote (列席): handlers, the legal section. */
export interface Attendee {
  name: string;
  role: string;
}

/** A sitting (会议) that is open, as a case may be taken to it. */
export interface SittingSeen {
  id: string;
  members: string[];
  chair: string;
  place: string;
  /** Cases it has taken. */
  cases: number;
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
  absent: Absence[];
  attendees: Attendee[];
  /** Id of the sitting, where several cases are discussed in one. */
  sitting: string | null;
  resolution: 'approved' | 'returned' | null;
  /** Every view as it was spoken is in them. */
  minutes: string | null;
  minutesSha256: string | null;
  /** By which rule it was resolved. */
  rule: ResolutionRule | null;
  resolvedAt: string | null;
  votes: VoteCast[];
}

/** What the discussion keeps about a case, `file.slices.discussion`. */
export interface DiscussionSeen {
  meetings: Meeting[];
  /** Draft that the last meeting was called to. */
  convened: JsonObject | null;
  /** Open sittings of the organ. */
  sittings: SittingSeen[];
}

/** How a resolution comes about: by the majority of the votes, or by the chair after all have spoken (首长负责制). */
export type ResolutionRule = 'majority' | 'chair';

/** What a case has before a meeting was called. */
export const noDiscussion: DiscussionSeen = { meetings: [], convened: null, sittings: [] };

/** The slice of a file under the name `discussion`. */
export const discussionOf = (file: CaseFile): DiscussionSeen => file.slices.discussion as DiscussionSeen;

/** The meeting that was called last, or undefined. */
export const lastMeeting = (file: CaseFile): Meeting | undefined => discussionOf(file).meetings.at(-1);

/** The proposed penalty as the case has it now; null before the report and after it was taken back. */
export const draftOf = (file: CaseFile): JsonObject | null => (file.case.facts.draft ?? null) as JsonObject | null;

/** Whether somebody was recused from the case. */
export const isRecused = (file: CaseFile, person: string): boolean =>
  file.duties.some((row) => row.person === person && row.duty === RECUSED);

/** Members who take part: called, there, and not recused. */
export function present(file: CaseFile): string[] {
  const meeting = lastMeeting(file);
  const away = (meeting?.absent ?? []).map((one) => one.member);
  return (meeting?.members ?? []).filter((member) => !away.includes(member) && !isRecused(file, member));
}

/** Votes that count: a recused member's does not, though it stays in the record. */
export const votesOf = (file: CaseFile): VoteCast[] => (lastMeeting(file)?.votes ?? []).filter((vote) => !isRecused(file, vote.member));

/** The rule of the organ's pack; majority where it says nothing else. */
export const ruleOf = (file: CaseFile): ResolutionRule => (file.parameters['discussion.rule'] === 'chair' ? 'chair' : 'majority');
