import type { LayoutCheck } from './layout';
import type { ReportCheck } from './report';

/** Numbers that one rule is tried on: a line of a table, or all figures. */
export interface CheckedNumbers {
  /** Where they stand, as the message names it. */
  label: string;
  values: ReadonlyMap<string, number | null>;
}

/** Tries the rules of a layout; a broken one is flagged with its numbers and never repaired. */
export function checkNumbers(checks: readonly LayoutCheck[], sets: readonly CheckedNumbers[]): ReportCheck[] {
  return checks.map((check) => {
    const faults = sets.flatMap((set) => faultOf(check, set) ?? []);
    return { rule: check.rule, ok: faults.length === 0, message: faults.length === 0 ? check.title : `不符合「${check.title}」：${faults.join('；')}` };
  });
}

/** A power that is lacking counts as nothing in a sum. */
const valueOf = ({ values }: CheckedNumbers, id: string): number => values.get(id) ?? 0;

function faultOf({ parts, whole, atMost }: LayoutCheck, set: CheckedNumbers): string | null {
  if (parts && whole !== undefined) {
    const sum = parts.reduce((total, id) => total + valueOf(set, id), 0);
    return sum === valueOf(set, whole) ? null : `${set.label}各项之和为 ${sum}，合计为 ${valueOf(set, whole)}`;
  }
  const numbers = (atMost ?? []).map((id) => valueOf(set, id));
  const rising = numbers.every((value, index) => index === 0 || numbers[index - 1] <= value);
  return rising ? null : `${set.label}依次为 ${numbers.join('、')}`;
}
