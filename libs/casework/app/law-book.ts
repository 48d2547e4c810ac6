import type { Calendar, CalendarBook, CalendarYear, ClockRule, Json, Law, Procedure, Rule } from '@sanzhi/kernel';
import type { FieldError } from '@sanzhi/platform/ports';
import type { Why } from '../rules/condition';

/** An organ as the packs see it: overlays are chosen by its code and region. */
export interface OrganSeen {
  code: string;
  name: string;
  region: string;
}

/** A parameter of the law as it holds for an organ on a day, and where its value comes from. */
export interface ParameterSeen {
  id: string;
  title: string;
  unit: string;
  value: Json;
  bound: 'fixed' | 'floor' | 'ceiling' | 'free';
  /** What the value rests on: a statute, or the rule of a place. */
  basis: string;
  /** The statute that binds a pack, or that leaves the value to it. */
  boundBasis: string;
  status: string;
  /** File below config/ that gave the value. */
  file: string;
  demo: boolean;
  /** Days between which it holds, as far as its file says. */
  validFrom?: string;
  validTo?: string;
  choices?: string[];
  waitsFor?: string;
}

/** A document kind (执法文书) as data: template, number series. */
export interface DocumentSpec {
  id: string;
  title: string;
  basis: string;
  /** Number series; null for papers without a number. */
  series: string | null;
  /** Parameter that holds the number pattern, such as `{abbr}罚〔{year}〕{n}号`. */
  pattern: string | null;
  template: string;
}

/** What a step of this name has to load, over all procedures: known before the case is. */
export interface ReadPlan {
  slices: readonly string[];
  series: readonly string[];
}

/** The law as loaded from `config/`, validated at boot. Answers from memory. */
export abstract class LawBook {
  /** The version of a procedure in force on a legal day, or null. */
  abstract inForce(procedure: string, onDay: string): Procedure | null;
  /** The pinned version of a case. */
  abstract pinned(procedure: string, version: string): Procedure;
  abstract procedures(): readonly Procedure[];
  /** Procedure with its rules, ready for `decide`. */
  abstract law(procedure: Procedure): Law;
  /** What says why a condition as data (`config/conditions`) is met. */
  abstract why(condition: string): Why;
  /** Effective parameters of an organ on the day of a step. */
  abstract parameters(organ: OrganSeen, onDay: string): Record<string, Json>;
  /** Ids of the packs that gave them, the narrowest last; empty where only the nation's values hold. */
  abstract packsOf(organ: OrganSeen, onDay: string): readonly string[];
  /** Every parameter as it holds for an organ on a day, in the order of their files. */
  abstract effective(organ: OrganSeen, onDay: string): ParameterSeen[];
  /** Of every parameter that changes after a day: the first day on which it is another, with that value and its file. */
  abstract nextChanges(organ: OrganSeen, onDay: string): Map<string, { on: string; value: Json; file: string | null }>;
  /** Every condition, coded or written. */
  abstract rules(): readonly Rule[];
  abstract clockRule(id: string): ClockRule;
  abstract document(id: string): DocumentSpec;
  /** The calendar that holds for an organ: that of the nation with the overlays of its region. */
  abstract calendar(organ?: Pick<OrganSeen, 'region'>): Calendar;
  abstract calendars(): CalendarBook;
  /** Takes up years that were confirmed in the database, on top of those of the files. */
  abstract adoptYears(years: readonly CalendarYear[]): void;
  /** Faults of a form against its schema; empty when it fits. */
  abstract formErrors(procedure: Procedure, action: string, form: unknown): FieldError[];
  abstract readPlan(action: string): ReadPlan;
}
