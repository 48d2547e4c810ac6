import type { CountedKind } from '../import/rows';
import type { ImportRecord } from './import-record';
import type { OrdinaryPlan } from './ordinary-plans';

/** How a computed figure must stand to the printed one: equal at the printed decimals, a little more (余), or exactly all (100%). */
export type Relation = 'equal' | 'more-than' | 'all';

/** A figure as the report prints it. */
export interface PrintedFigure {
  value: number;
  relation: Relation;
}

/** Printed figures by figure id. */
export type PrintedFigures = Readonly<Record<string, PrintedFigure>>;

/** A year of one agency as lawful input at the level of cases. */
export interface SeedYear {
  /** Code of the agency's organ. */
  organ: string;
  /** Lines of an `organs` file: the agency and what is below it. */
  organs: ImportRecord[];
  from: string;
  to: string;
  /** Lines to be imported. */
  lines: Partial<Record<CountedKind, ImportRecord[]>>;
  /** Cases to be driven, in order of discovery. */
  plans: OrdinaryPlan[];
  /** Figures these lines and plans must come out as, counted from themselves. The printed ones when `share` is 1. */
  expected: Record<string, number>;
}

/** Which year is made: the same seed gives the same one; a share takes a part of every group (0.1 = a tenth). */
export interface YearWish {
  seed: number;
  share: number;
  isWorkingDay(day: string): boolean;
}

/** One of the reports the demo makes again. */
export interface Seed {
  /** First three digits of its figure ids: 000 to 004. */
  id: string;
  title: string;
  printed: PrintedFigures;
  generate(wish: YearWish): SeedYear;
}

/** Printed figures that computed ones must equal. */
export const equalTo = (values: Readonly<Record<string, number>>): PrintedFigures =>
  Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { value, relation: 'equal' }]));

/** Whether a computed figure (in the unit of the figure, as printed) stands to the printed one as it must. */
export function agrees({ value, relation }: PrintedFigure, computed: { value: number | null; text: string }): boolean {
  if (computed.value === null) return false;
  if (relation === 'more-than') return computed.value > value && Math.floor(computed.value) === value;
  return relation === 'all' ? computed.value === value : Number(computed.text) === value;
}
