import type { Scope } from './report';

/** Units a number may be printed in. */
export type Unit = '件' | '宗' | '起' | '个' | '份' | '次' | '户次' | '人次' | '家' | '户' | '元' | '万元' | '%';

/** What every indicator says of itself. */
interface IndicatorHead {
  id: string;
  title: string;
  basis?: string;
  dateBasis: string;
}

/** What is summed over which tallies, by which date (`config/indicators/*.yaml`). */
export interface SumIndicator extends IndicatorHead {
  /** Tally kind. */
  kind: string;
  /** Dimensions that must hold one of the values. */
  where?: Record<string, string[]>;
  /** Number of tallies; of distinct cases (件) or parties (户) behind them; or the sum of these measures. */
  sum: 'count' | 'cases' | 'parties' | string[];
  quantity: 'count' | 'fen';
}

/** A share (比率) in percent: of the sums named first, the least, in the sum named last. */
export interface ShareIndicator extends IndicatorHead {
  share: { of: string[]; in: string };
  quantity: 'share';
}

/** Anything a figure can be. */
export type Indicator = SumIndicator | ShareIndicator;

/** Whether the sums by period give it; distinct cases and parties can only be counted from the tallies. */
export const isRolledUp = (indicator: Indicator): indicator is SumIndicator =>
  indicator.quantity !== 'share' && indicator.sum !== 'cases' && indicator.sum !== 'parties';

/** A column: an indicator, or the cases whose heaviest penalty is one of `kinds`. */
export interface LayoutColumn {
  id: string;
  title: string;
  /** Heading above several columns. */
  group?: string;
  unit?: Unit;
  decimals?: number;
  indicator?: string;
  kinds?: string[];
}

/** A consistency rule over column or figure ids: parts add up to the whole, or each is at most the next. */
export interface LayoutCheck {
  rule: string;
  title: string;
  parts?: string[];
  whole?: string;
  atMost?: string[];
}

/** A table: its rows are organs and a total. */
export interface LayoutTable {
  id: string;
  title: string;
  unit: Unit;
  /** Label of the total row. */
  total: string;
  /** One case counts once, under its heaviest kind: `severity` names the columns from light to heavy. */
  heaviest?: { indicator: string; dim: string; severity: string[] };
  columns: LayoutColumn[];
  checks?: LayoutCheck[];
  notes?: string[];
}

/** A figure of a prose report. */
export interface LayoutFigure {
  id: string;
  title: string;
  unit: Unit;
  decimals?: number;
  indicator: string;
  from: string;
  to: string;
  scope: Scope;
}

/** A layout of a report (`config/reports/<id>.yaml`). */
export interface Layout {
  id: string;
  title: string;
  validFrom: string;
  source: string;
  tables: LayoutTable[];
  figures: LayoutFigure[];
  /** Rules between figures. */
  checks?: LayoutCheck[];
}
