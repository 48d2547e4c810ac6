import type { CaseFile, JsonObject } from '@sanzhi/kernel';

/** One round of review: what was submitted, and the opinion on it once it is given. Instants are ISO in UTC. */
export interface ReviewRound {
  round: number;
  submittedAt: string;
  /** SHA-256 of the draft that was submitted: what an opinion is bound to. */
  digest: string;
  opinion: 'OP-AGREE' | 'OP-CORRECT' | 'OP-DISAGREE' | null;
  text: string | null;
  /** Officer id. */
  reviewer: string | null;
  givenAt: string | null;
}

/** What the review keeps about a case, `file.slices.review`. */
export interface ReviewSeen {
  rounds: ReviewRound[];
  /** Draft of the last round, as it was submitted. */
  submitted: JsonObject | null;
  /** `corrected`: agreed to in the end, after an earlier round asked for corrections. */
  result: 'none' | 'passed' | 'corrected';
}

/** What a case has before anything was submitted. */
export const noReview: ReviewSeen = { rounds: [], submitted: null, result: 'none' };

/** The slice of a file under the name `review`. */
export const reviewOf = (file: CaseFile): ReviewSeen => file.slices.review as ReviewSeen;

/** The round that was opened last, or undefined. */
export const lastRound = (file: CaseFile): ReviewRound | undefined => reviewOf(file).rounds.at(-1);

/** The proposed penalty as the case has it now; null before the report and after it was taken back. */
export const draftOf = (file: CaseFile): JsonObject | null => (file.case.facts.draft ?? null) as JsonObject | null;
