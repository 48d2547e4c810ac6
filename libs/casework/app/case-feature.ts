import type { CaseFile, ClockStarted, Effect, JsonObject, Rule } from '@sanzhi/kernel';
import type { Sql } from '@sanzhi/platform/ports';
import type { AskingRule, Why } from '../rules/condition';

/** What a feature does with the effects of one step. */
export interface FeatureWrites {
  /** Statements sent with the commit, in the feature's own tables. */
  statements: Sql[];
  /** What the record entry shall say about them: numbers, digests. No personal data that the form does not carry. */
  recorded?: JsonObject;
  /** Facts of the case that follow from them (a document's number). */
  facts?: JsonObject;
  /** Rows for the hand-over table. */
  outbox?: { topic: string; key: string; payload: JsonObject }[];
  /** Clocks of the feature's own subjects (an item of disclosure) that start and stop with it. */
  clocks?: { start: ClockStarted[]; stop: SubjectClock[] };
}

/** A running clock, by its rule and what it runs for. */
export interface SubjectClock {
  rule: string;
  subjectId: string;
}

/**
 * What a feature gives the engine (review, discussion, documents …). Casework knows no feature by name: each registers
 * one of these at boot, describes SQL, and never opens a transaction of its own.
 */
export interface CaseFeature {
  readonly name: string;
  /** Conditions it brings; procedures name them in `needs` and `when`. */
  readonly rules: readonly Rule[];
  /** Conditions it brings for every step of every procedure, beside `rules`. */
  readonly standing?: readonly Rule[];
  /** Conditions it brings that ask a condition as data (`config/conditions`). */
  readonly asking?: readonly AskingRule[];
  /** Kinds of effect it answers for; procedures name them as `<feature>/<kind>`. */
  readonly effects: readonly string[];
  /** An SQL expression (jsonb) for what it keeps about a case; becomes `file.slices[name]`. */
  slice?(organ: string, caseId: string): Sql;
  /** An SQL expression (jsonb) for what a case that is about to be opened, by this form, meets; becomes `file.slices[name]`. */
  sliceAtOpening?(organ: string, form: JsonObject): Sql;
  /** What a rule sees before anything is kept. */
  readonly empty?: unknown;
  /**
   * What a reader of the case sees in place of the bare slice: derived things that no rule needs; `why` asks a condition
   * as data by its id. Pure.
   */
  view?(file: CaseFile, why: (condition: string) => Why): unknown;
  /** Turns its effects into writes. Pure: same file and effects, same statements. */
  writes?(effects: readonly Effect[], file: CaseFile): FeatureWrites;
}

/** Where features register at boot. Two with one name, or one rule id twice, stop the start. */
export abstract class CaseFeatures {
  abstract register(feature: CaseFeature): void;
  abstract all(): readonly CaseFeature[];
}
