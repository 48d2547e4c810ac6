import type { JsonObject } from '@sanzhi/kernel';

/** One piece of evidence (证据). Instants are ISO in UTC. */
export interface PieceSeen {
  /** e1, e2 … within the case. */
  id: string;
  /** One of the kinds of the organ's pack (行政处罚法第四十六条). */
  kind: string;
  title: string;
  /** What its own act says of it. */
  detail: JsonObject;
  sha256: string | null;
  /** Officer id. */
  obtainedBy: string;
  obtainedAt: string;
  /** What the party said of it (质证); null before it was asked. */
  partyView: string | null;
}

/** A test or an expert review: what was asked of others, and their answer. */
export interface InquirySeen {
  /** t1 … of a test, x1 … of an expert review. */
  id: string;
  kind: 'test' | 'expert';
  /** The measure whose things are tested. */
  measure: string | null;
  asked: JsonObject;
  begunAt: string;
  answer: JsonObject | null;
  endedAt: string | null;
}
