import type { CaseFile, FieldChange, JsonObject } from '@sanzhi/kernel';

/** Kinds of opinion (审核意见), with their names. */
export const OPINIONS = {
  'OP-AGREE': '同意',
  'OP-CORRECT': '存在问题，应当纠正',
  'OP-SUPPLEMENT': '退回补充调查',
  'OP-DISAGREE': '不同意',
  'OP-TRANSFER': '建议移送',
} as const;

/** Code of a kind of opinion. */
export type Opinion = keyof typeof OPINIONS;

/** The opinion of one who reviews together with who closes the round. */
export interface JointOpinion {
  /** Officer id. */
  reviewer: string;
  opinion: Opinion;
  text: string;
  givenAt: string;
}

/** One round of review: what was submitted, and the opinion on it once it is given. Instants are ISO in UTC. */
export interface ReviewRound {
  round: number;
  submittedAt: string;
  /** SHA-256 of the draft that was submitted: what an opinion is bound to. */
  digest: string;
  opinion: Opinion | null;
  text: string | null;
  /** Officer id. */
  reviewer: string | null;
  givenAt: string | null;
  /** Where the case stood: before the party was told, or before the decision. */
  point: 'before-notice' | 'before-decision';
  /** What changed in the draft since the round before. */
  changes: FieldChange[];
  /** How the opinion of the round before was answered. */
  response: string | null;
  joint: JointOpinion[];
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
