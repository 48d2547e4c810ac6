import { canonicalJson, digest } from '@sanzhi/kernel';
import type { RollupRow } from '../tally/roll-up';
import { buildTable, type ReportOrgan, type Sums } from './build-table';
import { checkNumbers } from './check-numbers';
import { buildFigure, type Behind } from './build-figure';
import { isRolledUp, type Indicator, type Layout, type SumIndicator } from './layout';
import type { Report, ReportCheck, ReportFigure, ReportTable, Restatement, Scope } from './report';

/** What a report is built from; nothing else enters it. */
export interface ReportInput {
  layout: Layout;
  indicators: readonly Indicator[];
  /** Code of the organ that reports. */
  organ: string;
  from: string;
  to: string;
  scope: Scope;
  /** Organs with a line of their own, in order: the reporting one alone for `own`, with all below it for `subtree`. */
  organs: readonly ReportOrgan[];
  /** Codes of the organ and of all below it: a figure has its own scope. */
  subtree: readonly string[];
  rollups: readonly RollupRow[];
  /** What stands behind an indicator of a figure, by the queries of `figureQueries`. */
  behind(figure: string, indicator: string): Behind;
  simulatedClock: boolean;
  frozen?: boolean;
  restatements?: Restatement[];
}

/**
 * Builds a report: the same input gives the same JSON and digest. Throws when the layout names what is not declared, or
 * when a rolled-up period cannot be cut to the report's.
 */
export function buildReport(input: ReportInput): Report {
  const sums: Sums = { rollups: input.rollups, indicator: (id) => rolledUpOf(input.indicators, id) };
  const tables = input.layout.tables.map((table) => buildTable(table, input.organs, input, sums));
  const figures = input.layout.figures.map((figure) => buildFigure(figure, input));
  const report = {
    organ: input.organ,
    from: input.from,
    to: input.to,
    scope: input.scope,
    layout: input.layout.id,
    frozen: input.frozen ?? false,
    simulatedClock: input.simulatedClock,
    tables,
    figures,
    checks: [...tableChecks(input.layout, tables), ...figureChecks(input, figures)],
    restatements: input.restatements ?? [],
  };
  const { organ, from, to, scope, layout, frozen, ...rest } = report;
  return { organ, from, to, scope, layout, frozen, digest: digest(canonicalJson(report)).sha256, ...rest };
}

function indicatorOf(indicators: readonly Indicator[], id: string): Indicator {
  const indicator = indicators.find((candidate) => candidate.id === id);
  if (!indicator) throw new Error(`no indicator ${id}`);
  return indicator;
}

function rolledUpOf(indicators: readonly Indicator[], id: string): SumIndicator {
  const indicator = indicatorOf(indicators, id);
  if (!isRolledUp(indicator)) throw new Error(`${id} is no sum of sums`);
  return indicator;
}

function tableChecks(layout: Layout, tables: readonly ReportTable[]): ReportCheck[] {
  return layout.tables.flatMap(({ checks = [] }, index) => {
    const sets = tables[index].rows.map(({ label, cells }) => ({
      label: `${label}：`,
      values: new Map(cells.map(({ column, value }) => [column, value])),
    }));
    return checkNumbers(checks, sets);
  });
}

function figureChecks({ layout, indicators }: ReportInput, figures: readonly ReportFigure[]): ReportCheck[] {
  const values = new Map(figures.map(({ id, value }) => [id, value]));
  const checks = checkNumbers(layout.checks ?? [], [{ label: '', values }]);
  const counted = figures.filter((_, index) => isCountOfCases(indicatorOf(indicators, layout.figures[index].indicator)));
  return counted.length === 0 ? checks : [...checks, casesCheck(counted)];
}

const isCountOfCases = ({ quantity, ...indicator }: Indicator): boolean =>
  quantity === 'count' && 'sum' in indicator && (indicator.sum === 'count' || indicator.sum === 'cases');

/** A figure that counts must drill down to as many numbers as it says. */
function casesCheck(counted: readonly ReportFigure[]): ReportCheck {
  const wrong = counted.filter(({ value, cases }) => value !== cases.length);
  const faults = wrong.map(({ id, value, cases }) => `${id} 为 ${value}，可查到 ${cases.length}`);
  const title = '每个数字都能查到同样数量的案件或检查';
  const message = wrong.length === 0 ? title : `不符合「${title}」：${faults.join('；')}`;
  return { rule: 'cases-behind-figures', ok: wrong.length === 0, message };
}
