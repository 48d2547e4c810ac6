/** How far a report reaches: the organ alone, or with all organs below it. */
export type Scope = 'own' | 'subtree';

/** One number of a table. `value` is unrounded in the unit of the column; null (with `reason`) where the power is lacking. */
export interface Cell {
  column: string;
  value: number | null;
  /** What is printed. */
  text: string;
  /** How many tallies stand behind the number. */
  tallies: number;
  reason?: string;
}

/** One line of a table: an organ, or the total of all. */
export interface TableRow {
  label: string;
  organ: string;
  kind: 'organ' | 'total';
  cells: Cell[];
}

/** One table of a report. */
export interface ReportTable {
  id: string;
  title: string;
  unit: string;
  columns: { id: string; title: string }[];
  rows: TableRow[];
}

/** One figure of a prose report, with its own period and the numbers of the cases behind it. */
export interface ReportFigure {
  id: string;
  title: string;
  value: number | null;
  unit: string;
  text: string;
  from: string;
  to: string;
  scope: Scope;
  dateBasis: string;
  cases: string[];
  reason: string | null;
}

/** A consistency rule and whether the numbers keep it. */
export interface ReportCheck {
  rule: string;
  ok: boolean;
  message: string;
}

/** A figure of a frozen report that changed afterwards (更正说明). */
export interface Restatement {
  figure: string;
  old: number;
  new: number;
  reason: string;
  cases: string[];
}

/** A report as JSON, a stable contract. */
export interface Report {
  organ: string;
  from: string;
  to: string;
  scope: Scope;
  layout: string;
  frozen: boolean;
  /** SHA-256 of all the rest in canonical JSON. */
  digest: string;
  /** The legal time of the database is simulated: the figures are for exercise. */
  simulatedClock: boolean;
  tables: ReportTable[];
  figures: ReportFigure[];
  checks: ReportCheck[];
  restatements: Restatement[];
}
