import type { CaseFile } from '@sanzhi/kernel';

/**
 * A number as it is printed: the organ's pattern `numbering.<series>` with `{abbr}`, `{year}` and `{n}` filled in.
 * The year is that of the act; sequences restart with it.
 */
export function numberText(file: CaseFile, series: string, n: number): string {
  const pattern = file.parameters[`numbering.${series}`];
  const abbr = file.parameters['numbering.abbr'];
  if (typeof pattern !== 'string' || typeof abbr !== 'string') throw new RangeError(`no number pattern for ${series}`);
  const parts: Record<string, string> = { abbr, year: file.step.actedOn.slice(0, 4), n: String(n) };
  return pattern.replace(/\{(abbr|year|n)\}/g, (_, part: string) => parts[part]);
}
