import { signOffDigest, type CaseFile, type Effect, type JsonObject } from '@sanzhi/kernel';
import { json, sql, type Sql } from '@sanzhi/platform/ports';
import type { CaseFeature } from '@sanzhi/casework';
import { discussionOf, draftOf, lastMeeting, noDiscussion, type DiscussionSeen } from '../rules/discussion';
import { discussionOnCurrentDraft } from '../rules/discussion-on-current-draft';
import { discussionRequired, whyDiscussed } from '../rules/discussion-required';
import { discussionResolvedWhereRequired } from '../rules/discussion-resolved-where-required';
import { quorumReached, resolutionFollowsVotes } from '../rules/resolution';
import { voteByMember } from '../rules/vote-by-member';

/** The discussion of a case as its readers see it. */
export interface DiscussionView extends DiscussionSeen {
  /** Why the heads have to discuss the proposed penalty (Chinese); null when they need not. */
  required: string | null;
  /** What votes and resolution would be bound to now. */
  currentDigest: string | null;
}

/** Conditions of collective discussion. */
const discussionRules = [
  discussionRequired,
  discussionResolvedWhereRequired,
  voteByMember,
  discussionOnCurrentDraft,
  quorumReached,
  resolutionFollowsVotes,
];

interface Written {
  statements: Sql[];
  recorded: JsonObject;
}

const writers: Record<string, (effect: Effect, file: CaseFile) => Written> = { convene: convened, vote: voted, resolve: resolved };

/**
 * What collective discussion brings to the engine: `convene {members, chair, place, draft}`, `vote {vote, view, digest,
 * member}`, `resolve {resolution, digest, minutes}`. The slice's last meeting carries the digest they are bound to.
 */
export const discussionFeature: CaseFeature = {
  name: 'discussion',
  rules: discussionRules,
  effects: Object.keys(writers),
  slice: (organ, caseId) => sql`discussion.slice(${organ}, ${caseId})`,
  empty: noDiscussion,
  view: (file): DiscussionView => ({ ...discussionOf(file), required: whyDiscussed(file), currentDigest: signOffDigest(draftOf(file)) }),
  writes: ([effect], file) => writers[effect.kind](effect, file),
};

function convened({ payload }: Effect, file: CaseFile): Written {
  const digest = signOffDigest(payload.draft);
  const row = { ...payload, digest, convenedAt: file.step.actedAt };
  return {
    statements: [sql`select discussion.convene(${file.case.organ}, ${file.case.id}, ${json(row)})`],
    recorded: { round: (lastMeeting(file)?.round ?? 0) + 1, digest },
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

/** The record keeps how the votes stood, with every view that was not for it in full. */
function resolved({ payload }: Effect, file: CaseFile): Written {
  const { round, votes } = lastMeeting(file)!;
  const { resolution, minutes, digest } = payload;
  const row = { round, resolution, minutes, resolvedAt: file.step.actedAt };
  const count = (kind: string): number => votes.filter((vote) => vote.vote === kind).length;
  const others = votes.filter((vote) => vote.vote !== 'agree').map(({ member, vote, view }) => ({ member, vote, view }));
  return {
    statements: [sql`select discussion.resolve(${file.case.organ}, ${file.case.id}, ${json(row)})`],
    recorded: {
      round,
      digest,
      votes: { agree: count('agree'), disagree: count('disagree'), abstain: count('abstain') },
      dissent: others,
    },
  };
}
