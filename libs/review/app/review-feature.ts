import { fieldChanges, signOffDigest, type CaseFile, type Effect, type JsonObject } from '@sanzhi/kernel';
import { json, sql, type Sql } from '@sanzhi/platform/ports';
import type { CaseFeature } from '@sanzhi/casework';
import { opinionOnCurrentDraft } from '../rules/opinion-on-current-draft';
import { draftOf, lastRound, noReview, reviewOf, type ReviewSeen } from '../rules/review';
import { reviewPassedBeforeNotice, reviewPassedWhereRequired } from '../rules/review-passed-where-required';
import { roundRules } from '../rules/review-rounds';
import { reviewWouldBeVoid } from '../rules/review-would-be-void';
import { reviewerQualified } from '../rules/reviewer-qualified';

/** The review of a case as its readers see it. */
export interface ReviewView extends ReviewSeen {
  /** Why the proposed penalty has to be reviewed (Chinese); null when it need not be. */
  required: string | null;
  /** What an opinion would be bound to now; differs from the last round's digest once the draft has changed. */
  currentDigest: string | null;
}

/** The condition (`config/conditions`) that says which penalties may not be decided without legal review. */
const REVIEW_REQUIRED = 'review-required';

/** Conditions of legal review. */
const reviewRules = [reviewerQualified, opinionOnCurrentDraft, reviewWouldBeVoid, ...roundRules];

interface Written {
  statements: Sql[];
  recorded: JsonObject;
}

const writers: Record<string, (effect: Effect, file: CaseFile) => Written> = { submit: submitted, join: joined, opinion: given };

/**
 * What legal review brings to the engine: `submit {draft, response?, point?}` opens a round and keeps what changed since
 * the one before, `join {opinion, digest, text, reviewer}` adds an opinion beside, `opinion {…}` closes it. The last round of the slice carries the digest that an opinion is to be given on.
 */
export const reviewFeature: CaseFeature = {
  name: 'review',
  rules: reviewRules,
  asking: [
    { id: 'review-passed-where-required', asks: REVIEW_REQUIRED, of: reviewPassedWhereRequired },
    { id: 'review-passed-before-notice', asks: REVIEW_REQUIRED, of: reviewPassedBeforeNotice },
  ],
  effects: Object.keys(writers),
  slice: (organ, caseId) => sql`review.slice(${organ}, ${caseId})`,
  empty: noReview,
  view: (file, why): ReviewView => ({ ...reviewOf(file), required: why(REVIEW_REQUIRED)(file), currentDigest: signOffDigest(draftOf(file)) }),
  writes: ([effect], file) => writers[effect.kind](effect, file),
};

function submitted({ payload }: Effect, file: CaseFile): Written {
  const { draft, response = null, point = null } = payload;
  const digest = signOffDigest(draft);
  const before = reviewOf(file).submitted;
  const changes = before ? fieldChanges(before, draft as JsonObject) : [];
  const row = { submittedAt: file.step.actedAt, digest, draft, response, point, changes };
  const round = (lastRound(file)?.round ?? 0) + 1;
  return {
    statements: [sql`select review.submit(${file.case.organ}, ${file.case.id}, ${json(row)})`],
    recorded: { round, digest, changed: changes.map((change) => change.title) },
  };
}

function joined({ payload }: Effect, file: CaseFile): Written {
  const { round } = lastRound(file)!;
  const row = { ...payload, round, givenAt: file.step.actedAt };
  return {
    statements: [sql`select review.join_in(${file.case.organ}, ${file.case.id}, ${json(row)})`],
    recorded: { round, digest: payload.digest, opinion: payload.opinion },
  };
}

function given({ payload }: Effect, file: CaseFile): Written {
  const { opinion, text, reviewer, digest } = payload;
  const round = lastRound(file)!.round;
  const row = { round, opinion, text, reviewer, givenAt: file.step.actedAt };
  return {
    statements: [sql`select review.give(${file.case.organ}, ${file.case.id}, ${json(row)})`],
    recorded: { round, digest, opinion, ...jointly(file) },
  };
}

/** Opinions that were given beside, where several reviewed. */
function jointly(file: CaseFile): JsonObject {
  const joint = lastRound(file)!.joint.map(({ reviewer, opinion, text }) => ({ reviewer, opinion, text }));
  return joint.length > 0 ? { joint } : {};
}
