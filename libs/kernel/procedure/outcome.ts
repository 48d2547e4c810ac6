import type { DutyHeld } from './file';
import type { Refusal } from './rule';
import type { Json, JsonObject } from './types';

/** A clock to start, with its subject resolved. `id` is deterministic: subject, rule and ordinal. */
export interface ClockStarted {
  rule: string;
  anchorOn: string;
  subjectKind: string;
  subjectId: string;
}

/** A task that the new state asks of a duty. */
export interface TaskOpened {
  duty: string;
  action: string;
}

/** A message to a duty or a person of the case; `item` is the action it is about. */
export interface MessageSent {
  kind: string;
  duty: string | null;
  person: string | null;
  item: string;
}

/** What one feature shall write in the same transaction. */
export interface Effect {
  /** Deterministic: `<case>/<seq>/<index>`. */
  id: string;
  feature: string;
  kind: string;
  payload: JsonObject;
}

/** A case to open beside this one: procedure, filled form without what is null, and what of this case it is about. */
export interface CaseOpened {
  procedure: string;
  form: JsonObject;
  ref: Json;
}

/** What an allowed action does: plain data, nothing done yet. */
export interface Outcome {
  state: string;
  facts: JsonObject;
  clocks: { start: ClockStarted[]; stop: string[] };
  tasks: TaskOpened[];
  messages: MessageSent[];
  leavesState: boolean;
  effects: Effect[];
  /** Conditions not met that do not block; they stay visible for ever. */
  defects: Refusal[];
  /** Duties taken up or handed out by the act. */
  duties: DutyHeld[];
  /** Null where the action opens no other case. */
  opens: CaseOpened | null;
}

/** The answer of the law. */
export type Decision = { refusals: Refusal[]; outcome?: undefined } | { refusals?: undefined; outcome: Outcome };

/** One action as offered to a person now. */
export interface AllowedAction {
  action: string;
  title: string;
  /** What the state waits for: it stands on somebody's desk. */
  awaited: boolean;
  allowed: boolean;
  refusals: Refusal[];
  formSchema: Json;
}
