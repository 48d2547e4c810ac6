import { addMonths, dayNumber, daysFromCivil, formatDay, yearOf, type Calendar } from '../calendar';
import { due, type BudgetUnit, type Due } from './due';
import type { ClockBudget } from './ledger';
import type { Rung } from './rungs';
import type { DayUnit } from './term';

/** How well the number of a rule is known: read in its source, in part, from memory only, or not found. */
export type SourceStatus = 'SEEN' | 'PARTLY' | 'MEMORY' | 'UNKNOWN';

/** A length met somewhere that is not law here (a local example, an old text, a memory). */
export interface SeenValue {
  value: string;
  where: string;
}

/** Time that the law leaves out of a term, or that holds it, or what makes it begin anew, on a ground it names. */
export interface AllowedStop {
  ground: string;
  verb: 'suspend' | 'exclude' | 'interrupt';
  basis: string;
}

/** One permitted extension, in the order of the steps: at most `length`, approved by the duty named. */
export interface ExtensionStep {
  length: number;
  unit: DayUnit;
  approval: string;
  basis: string;
}

/** One legal time limit (法定期限) as it stands in `config/clocks`. */
export interface ClockRule {
  id: string;
  title: string;
  trigger: string;
  /** Null when no statute was read that gives a number; then `seenValues` or `warning` say what is known. */
  length: number | null;
  unit: BudgetUnit | null;
  /** For `fixed-date`: the date of every year, 'MM-DD'; null when it was not read in its source. */
  monthDay?: string | null;
  /** For `fixed-date`: the date is the one that the paper itself names, and the clock is anchored on it. */
  named?: boolean;
  /** Article(s). */
  basis: string;
  /** Which text was read. */
  source: string;
  status: SourceStatus;
  statusNote?: string;
  /** First and last day the rule is law; judged by the anchor day. */
  validFrom?: string;
  validTo?: string;
  direction?: 'after' | 'before';
  actor: string;
  consequence: string | null;
  /** What extends, suspends or restarts it, in words. */
  adjust?: string;
  /** Grounds that stop it, and steps that extend it, where a statute was read that gives them; else the pack's. */
  stops?: AllowedStop[];
  extension?: ExtensionStep[];
  seenValues?: SeenValue[];
  warning?: string;
  rungs?: Rung[];
}

/** Why a rule gives no date: no number was read in a statute, or it was not in force on the anchor day. */
export type RuleSilence = 'no-statutory-value' | 'not-in-force';

/** Whether a rule was law on a day. */
export function isInForce(rule: ClockRule, on: string): boolean {
  return (rule.validFrom ?? on) <= on && on <= (rule.validTo ?? on);
}

/** The budget a rule gives a clock anchored on a day, or why there is none. Days compare as text. */
export function budgetUnder(rule: ClockRule, anchorOn: string): ClockBudget | RuleSilence {
  if (!isInForce(rule, anchorOn.slice(0, 10))) return 'not-in-force';
  if (rule.unit === 'fixed-date') {
    if (rule.named) return { unit: 'fixed-date', on: anchorOn };
    if (!rule.monthDay) return 'no-statutory-value';
    return { unit: 'fixed-date', on: nextMonthDay(anchorOn, rule.monthDay) };
  }
  if (rule.length === null || rule.unit === null) return 'no-statutory-value';
  return { length: rule.length, unit: rule.unit };
}

/**
 * A rule with the length a local pack gives (parameter `clock.<id>.length`): only where no statute was read that gives
 * one. Anything but a whole number >= 1 changes nothing.
 */
export function filledIn(rule: ClockRule, length: unknown): ClockRule {
  if (rule.length !== null || rule.unit === 'fixed-date') return rule;
  if (typeof length !== 'number' || !Number.isSafeInteger(length) || length < 1) return rule;
  return { ...rule, length };
}

/** The dates of a rule whose trigger fell on a day (for hours: at an instant), or why there are none. */
export function dueUnderRule(rule: ClockRule, anchorOn: string, calendar: Calendar): Due | RuleSilence {
  const budget = budgetUnder(rule, anchorOn);
  if (typeof budget === 'string') return budget;
  if (budget.unit === 'fixed-date') return due({ start: anchorOn, ...budget }, calendar);
  return due({ start: anchorOn, ...budget, direction: rule.direction }, calendar);
}

/** The first `MM-DD` after a day (February 29 falls on the 28th in a common year). */
export function nextMonthDay(after: string, monthDay: string): string {
  const [month, day] = monthDay.split('-').map(Number);
  const from = dayNumber(after);
  const leap = daysFromCivil(2000, month, day);
  const inYear = (year: number): number => addMonths(leap, (year - 2000) * 12);
  const year = yearOf(from);
  return formatDay(inYear(year) > from ? inYear(year) : inYear(year + 1));
}
