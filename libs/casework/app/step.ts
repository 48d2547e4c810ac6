import type { Actor, CaseFile, CaseOpened, CaseSeen, Json, JsonObject, Outcome, Refusal } from '@sanzhi/kernel';
import type { Head } from '@sanzhi/record';

/** A step that somebody asks for. Instants ISO; `proof` for what was done on paper. */
export interface StepAsked {
  action: string;
  form: JsonObject;
  actor: Actor;
  actedAt?: string;
  proof?: JsonObject;
}

/** A case as loaded under its lock, ready for the law. */
export interface Loaded {
  file: CaseFile;
  head: Head | null;
  numbers: Record<string, number>;
}

/** What a step answers when it was taken. */
export interface StepTaken {
  case: Pick<CaseSeen, 'id' | 'organ' | 'number' | 'procedure' | 'procedureVersion' | 'state' | 'version'>;
  record: { seq: number; digest: string };
  defects: Refusal[];
  /** The case of another procedure that the step has opened. */
  opened?: { id: string; procedure: string };
}

/** A case that a step opens beside its own, with the id it will have and where it comes from. */
export interface LinkedCase extends CaseOpened {
  id: string;
  origin: { procedure: string; caseId: string; seq: number; ref: Json };
}

/** Refused by law: a value. */
export interface StepRefused {
  refusals: Refusal[];
}

/** A step that the law allows, before it is written. */
export interface StepAllowed {
  loaded: Loaded;
  outcome: Outcome;
}

/** Whether the law said no. */
export function isRefused(answer: object): answer is StepRefused {
  return 'refusals' in answer;
}
