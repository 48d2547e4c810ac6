/** Plain JSON value: what forms, facts and payloads are made of. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** JSON object. */
export type JsonObject = { [key: string]: Json };

/** Next state: fixed, or chosen by one field of the form. */
export type Target = string | { on: string; map: Record<string, string> };

/**
 * A value in a procedure file: a literal, or a path that starts with `$`
 * (`$form.fineFen`, `$case.facts.decision.fineFen`, `$actor.person`, `$acted.day`, `$acted.at`, `$recorded.at`,
 * `$fired.statutoryDue` of the clock that acts), or a choice `{$of: $form.result, changed: …, void: …}`.
 */
export type Template = Json;

/** A clock that an action starts. `when` names a rule: the clock starts only if that rule holds. */
export interface ClockStart {
  rule: string;
  on: Template;
  subject?: { kind: string; id: string };
  when?: string;
}

/** A clock that an action stops: always, or only if the rule named by `when` holds. */
export type ClockStop = string | { rule: string; when: string };

/** The verbs by which an action changes a running clock: suspend, resume, interrupt (中断), exclude, extend. */
export const CLOCK_VERBS = ['suspend', 'resume', 'interrupt', 'exclude', 'extend'] as const;

/** One of them. */
export type ClockVerb = (typeof CLOCK_VERBS)[number];

/**
 * A change of a running clock. Days are templates: `from` and `to` of a span (suspend, exclude), `on` of a moment
 * (resume, interrupt, extend). `ground` is one the law or the pack allows; `length` of an extension in units of its step.
 * `subject`: id of the thing in the case whose clock it is (a measure); without it the clock of the case itself.
 */
export interface ClockChangeSpec {
  rule: string;
  subject?: Template;
  from?: Template;
  to?: Template;
  on?: Template;
  ground?: Template;
  length?: Template;
  when?: string;
}

/** Something another feature shall do in the same transaction. */
export interface EffectSpec {
  feature: string;
  kind: string;
  payload: Template;
  when?: string;
}

/** A countable thing the action makes happen (统计明细); with `when`, only if that rule holds. */
export interface TallySpec {
  kind: string;
  day: Template;
  dims?: Record<string, Template>;
  measures?: Record<string, Template>;
  when?: string;
}

/** Somebody who is told of the action (站内消息): a duty of the case, or the person at a template; `when` names a rule. */
export interface MessageSpec {
  kind: string;
  duty?: string;
  person?: Template;
  when?: string;
}

/**
 * A case of another procedure that an action opens beside its own, in the same transaction: the form of that procedure's
 * opening action as a template. `ref` says what of this case it is about; a ref is opened on once.
 */
export interface OpensSpec {
  procedure: string;
  form: Template;
  ref?: Template;
}

/** One action (办理环节) of a procedure. */
export interface ActionSpec {
  title: string;
  basis?: string;
  /** States it may be taken in; empty for the opening action; `*` = every non-final state. */
  from: string[];
  to: Target;
  /** Duty in this case; `system` for acts of clocks. */
  by: string;
  /** Taken by the system when this rung of this clock, or of one of these, fires; `*` = any. Only with `by: system`. */
  on?: { clock: string | string[]; rung: string };
  needs: string[];
  /** JSON Schema of the form. `examples[0]` must validate. */
  form: JsonObject;
  /** Facts of the case that the action writes: name -> template. */
  facts?: Record<string, Template>;
  /** Duties of the case that the action hands out: duty -> person or list of persons. */
  duties?: Record<string, Template>;
  /** Number series the case gets its number from. */
  number?: string;
  media?: { text: 'required' | 'none'; audioVisual: 'required' | 'as-region-says' | 'none' };
  documents?: string[];
  clocks?: { start?: ClockStart[]; stop?: ClockStop[] } & Partial<Record<ClockVerb, ClockChangeSpec[]>>;
  tallies?: TallySpec[];
  effects?: EffectSpec[];
  messages?: MessageSpec[];
  opens?: OpensSpec;
}

/** One state of a procedure. `tasks` open when the state is entered and close when it is left. */
export interface StateSpec {
  stage: string;
  title: string;
  final?: boolean;
  /** Actions that may still be taken in a final state and lead out of it. */
  reopenedBy?: string[];
  tasks?: { duty: string; action: string }[];
}

/** A dated procedure (程序): the state table is data, validated at boot. */
export interface Procedure {
  id: string;
  version: string;
  title: string;
  basis: string;
  validFrom: string;
  validTo?: string;
  /** Name of the action that opens a case. */
  opening: string;
  states: Record<string, StateSpec>;
  actions: Record<string, ActionSpec>;
}
