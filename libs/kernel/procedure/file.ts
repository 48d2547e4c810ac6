import type { Json, JsonObject } from './types';

/** Who acts: a person in an organ, with the duties the organ gave that person, or the system itself. */
export interface Actor {
  /** Officer id; `system` when a clock acts. */
  person: string;
  organ: string;
  name: string;
  /** Duties this person may take up in the organ (经办、审核、负责人…). */
  posts: string[];
  /** Officer id of whom the actor acts for. */
  onBehalfOf?: string;
  /** What `onBehalfOf` lent to the actor for the day of the act, each with the delegation it rests on. */
  lent?: { duty: string; delegation: string }[];
}

/** A duty somebody holds or held in this case. */
export interface DutyHeld {
  person: string;
  duty: string;
}

/** A running or stopped clock, as rules see it. Days are legal days in Asia/Shanghai. */
export interface ClockSeen {
  id: string;
  rule: string;
  subjectKind: string;
  subjectId: string;
  state: 'running' | 'done' | 'superseded';
  anchorOn: string;
  statutoryDue: string | null;
  safeDue: string | null;
  provisional: boolean;
}

/** The case itself (一案). */
export interface CaseSeen {
  id: string;
  organ: string;
  number: string | null;
  procedure: string;
  procedureVersion: string;
  state: string;
  version: number;
  facts: JsonObject;
  openedOn: string;
  /** When the last act was done (instant); nothing may be dated before its cause. */
  lastActedAt: string | null;
}

/** The step that is being asked for. */
export interface Step {
  action: string;
  form: JsonObject;
  actor: Actor;
  /** When it was done (legal day and instant) and when it was entered. */
  actedOn: string;
  actedAt: string;
  recordedOn: string;
  recordedAt: string;
  proof?: JsonObject;
}

/**
 * Everything the law may look at: the case, who holds which duty, its clocks, what the features keep about it,
 * the officers named in it, the effective parameters on the day of the step, and the step itself.
 */
export interface CaseFile {
  case: CaseSeen;
  duties: DutyHeld[];
  clocks: ClockSeen[];
  slices: Record<string, unknown>;
  parameters: Record<string, Json>;
  step: Step;
}
