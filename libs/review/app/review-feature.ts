import { signOffDigest, type CaseFile, type Effect, type JsonObject } from '@sanzhi/kernel';
import { json, sql, type Sql } from '@sanzhi/platform/ports';
import type { CaseFeature } from '@sanzhi/casework';
import { opinionOnCurrentDraft } from '../rules/opinion-on-current-draft';
import { draftOf, lastRound, noReview, reviewOf, type ReviewSeen } from '../rules/review';
import { reviewPassedWhereRequired } from '../rules/review-passed-where-required';
import { reviewRequired, whyReviewed } from '../rules/review-required';
import { reviewerQualified } from '../rules/reviewer-qualified';

/** The review of a case as its readers see it. */
export interface ReviewView extends ReviewSeen {
  /** Why the proposed penalty has to be reviewed (Chinese); null when it need not be. */
  required: string | null;
  /** What an opinion would be bound to now; differs from the last round's digest once the draft has changed. */
  currentDigest: string | null;
}

/** Conditions of legal review. */
const reviewRules = [reviewerQualified, opinionOnCurrentDraft, reviewRequired, reviewPassedWhereRequired];

/**
 * What legal review brings to the engine: `submit {draft}` opens a round, `opinion {opinion, digest, text, reviewer}`
 * closes it. The last round of the slice carries the digest that an opinion is to be given on.
 */
export const reviewFeature: CaseFeature = {
  name: 'review',
  rules: reviewRules,
  effects: ['submit', 'opinion'],
  slice: (organ, caseId) => sql`review.slice(${organ}, ${caseId})`,
  empty: noReview,
  view: (file): ReviewView => ({ ...reviewOf(file), required: whyReviewed(file), currentDigest: signOffDigest(draftOf(file)) }),
  writes: (effects, file) => {
    const [effect] = effects;
    return effect.kind === 'submit' ? submitted(effect, file) : given(effect, file);
  },
};

function submitted({ payload }: Effect, file: CaseFile): { statements: Sql[]; recorded: JsonObject } {
  const digest = signOffDigest(payload.draft);
  const row = { submittedAt: file.step.actedAt, digest, draft: payload.draft };
  const round = (lastRound(file)?.round ?? 0) + 1;
  return {
    statements: [sql`select review.submit(${file.case.organ}, ${file.case.id}, ${json(row)})`],
    recorded: { round, digest },
  };
}

function given({ payload }: Effect, file: CaseFile): { statements: Sql[]; recorded: JsonObject } {
  const { opinion, text, reviewer, digest } = payload;
  const round = lastRound(file)!.round;
  const row = { round, opinion, text, reviewer, givenAt: file.step.actedAt };
  return {
    statements: [sql`select review.give(${file.case.organ}, ${file.case.id}, ${json(row)})`],
    recorded: { round, digest, opinion },
  };
}
