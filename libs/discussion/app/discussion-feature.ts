import { digest, signOffDigest, type CaseFile, type Effect, type JsonObject } from '@sanzhi/kernel';
import { json, sql, type Sql } from '@sanzhi/platform/ports';
import type { CaseFeature } from '@sanzhi/casework';
import { discussionOf, draftOf, lastMeeting, noDiscussion, ruleOf, votesOf, type DiscussionSeen } from '../rules/discussion';
import { discussionOnCurrentDraft } from '../rules/discussion-on-current-draft';
import { discussionResolvedWhereRequired } from '../rules/discussion-resolved-where-required';
import { minutesText } from '../rules/minutes';
import { quorumReached, resolutionFollowsVotes } from '../rules/resolution';
import { sittingRules } from '../rules/sitting';
import { resolutionWouldBeVoid } from '../rules/resolution-would-be-void';
import { signOffsInOrder } from '../rules/sign-offs-in-order';
import { voteByMember } from '../rules/vote-by-member';

/** The discussion of a case as its readers see it. */
export interface DiscussionView extends DiscussionSeen {
  /** Why the heads have to discuss the proposed penalty (Chinese); null when they need not. */
  required: string | null;
  /** What votes and resolution would be bound to now. */
  currentDigest: string | null;
}

/** The condition (`config/conditions`) that says which penalties the heads decide together. */
const DISCUSSION_REQUIRED = 'discussion-required';

/** Conditions of collective discussion. */
const discussionRules = [
  voteByMember,
  discussionOnCurrentDraft,
  quorumReached,
  resolutionFollowsVotes,
  resolutionWouldBeVoid,
  signOffsInOrder,
  ...sittingRules,
];

interface Written {
  statements: Sql[];
  recorded: JsonObject;
}

const writers: Record<string, (effect: Effect, file: CaseFile) => Written> = {
  convene: convened,
  absent: noted,
  vote: voted,
  resolve: resolved,
};

/**
 * What collective discussion brings to the engine: `convene {members, chair, place, draft, absent?, attendees?,
 * sitting?}`, `absent {member, reason}`, `vote {vote, view, digest, member}`, `resolve {resolution, digest, minutes}`. The slice's last meeting carries the digest they are bound to.
 */
export const discussionFeature: CaseFeature = {
  name: 'discussion',
  rules: discussionRules,
  asking: [{ id: 'discussion-resolved-where-required', asks: DISCUSSION_REQUIRED, of: discussionResolvedWhereRequired }],
  effects: Object.keys(writers),
  slice: (organ, caseId) => sql`discussion.slice(${organ}, ${caseId})`,
  empty: noDiscussion,
  view: (file, why): DiscussionView => ({ ...discussionOf(file), required: why(DISCUSSION_REQUIRED)(file), currentDigest: signOffDigest(draftOf(file)) }),
  writes: ([effect], file) => writers[effect.kind](effect, file),
};

function convened({ payload }: Effect, file: CaseFile): Written {
  const signed = signOffDigest(payload.draft);
  const row = { ...payload, digest: signed, convenedAt: file.step.actedAt };
  return {
    statements: [sql`select discussion.convene(${file.case.organ}, ${file.case.id}, ${json(row)})`],
    recorded: { round: (lastMeeting(file)?.round ?? 0) + 1, digest: signed },
  };
}

function voted({ payload }: Effect, file: CaseFile): Written {
  const { round } = lastMeeting(file)!;
  const row = { ...payload, round, votedAt: file.step.actedAt };
  return {
    statements: [sql`select discussion.cast_vote(${file.case.organ}, ${file.case.id}, ${json(row)})`],
    recorded: { round, digest: payload.digest },
  };
}

function noted({ payload }: Effect, file: CaseFile): Written {
  const { round } = lastMeeting(file)!;
  return {
    statements: [sql`select discussion.note_absence(${file.case.organ}, ${file.case.id}, ${json({ ...payload, round })})`],
    recorded: { round, absent: payload.member },
  };
}

/** The record keeps how the votes stood, with every view that was not for it in full, and the digest of the minutes. */
function resolved({ payload }: Effect, file: CaseFile): Written {
  const { round } = lastMeeting(file)!;
  const resolution = payload.resolution as 'approved' | 'returned';
  const minutes = minutesText(file, String(payload.minutes), resolution);
  const minutesSha256 = digest(minutes).sha256;
  const row = { round, resolution, minutes, minutesSha256, rule: ruleOf(file), resolvedAt: file.step.actedAt };
  const votes = votesOf(file);
  const count = (kind: string): number => votes.filter((vote) => vote.vote === kind).length;
  const others = votes.filter((vote) => vote.vote !== 'agree').map(({ member, vote, view }) => ({ member, vote, view }));
  return {
    statements: [sql`select discussion.resolve(${file.case.organ}, ${file.case.id}, ${json(row)})`],
    recorded: {
      round,
      digest: payload.digest,
      votes: { agree: count('agree'), disagree: count('disagree'), abstain: count('abstain') },
      dissent: others,
      minutesSha256,
    },
  };
}
