import type { CaseFile } from './file';

/** Refused by law: a value, never thrown. `message` says what and why, `cure` how to mend it (Chinese). */
export interface Refusal {
  rule: string;
  title: string;
  basis: string;
  message: string;
  cure: string;
}

/** What a rule answers when it does not hold. */
export interface Unmet {
  message: string;
  cure: string;
}

/**
 * A condition of the law (法定条件): pure, with its article.
 * `reads` names what it looks at: `form`, `case`, `duties`, `clocks`, `actor`, `parameters`, or a feature's slice.
 * `effect: refuse` blocks; `effect: defect` lets the act be recorded and keeps the defect visible.
 */
export interface Rule {
  id: string;
  title: string;
  basis: string;
  reads: readonly string[];
  effect: 'refuse' | 'defect';
  /** Null when the condition holds. */
  check(file: CaseFile): Unmet | null;
}

/** Runs one rule over a file; null when it holds. */
export function refusalOf(rule: Rule, file: CaseFile): Refusal | null {
  const unmet = rule.check(file);
  return unmet && { rule: rule.id, title: rule.title, basis: rule.basis, ...unmet };
}
