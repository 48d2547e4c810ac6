import type { DayUnit, Term } from './term';

/** What a clock has to run: so many units, so many hours, or until a named date. */
export type ClockBudget = Term | { length: number; unit: 'hour' } | { unit: 'fixed-date'; on: string };

/** A stop that has not ended yet; `to` is written when it does. The clock runs again on the day of `to`. */
export interface Suspension {
  verb: 'suspend';
  from: string;
  to?: string;
  ground: string;
}

/** Time the law leaves out (hearing, test, appraisal, public notice), known from begin to end. */
export interface Exclusion {
  verb: 'exclude';
  from: string;
  to: string;
  ground: string;
}

/** Starts the whole budget anew from that day; what ran before is lost. */
export interface Interruption {
  verb: 'interrupt';
  on: string;
  ground: string;
}

/** More of the budget, granted before it was used up. */
export interface Extension {
  verb: 'extend';
  on: string;
  length: number;
  unit: DayUnit | 'hour';
  ground: string;
}

/** One line of a clock's ledger. Days are 'YYYY-MM-DD', for clocks in hours ISO instants with offset. */
export type LedgerEntry = Suspension | Exclusion | Interruption | Extension;

/** A clock as kept: anchor, budget and ledger; every date is derived from them. */
export interface ClockLedger {
  anchorOn: string;
  budget: ClockBudget;
  ledger: readonly LedgerEntry[];
}

/** Why a ledger entry has no effect or may not be made. */
export type LedgerFault =
  | 'before-anchor'
  | 'reversed'
  | 'future'
  | 'already-suspended'
  | 'expired'
  | 'other-unit'
  | 'fixed-date';
