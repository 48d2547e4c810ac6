import { canonicalJson, digest } from '@sanzhi/kernel';
import type { RollupRow } from '../tally/roll-up';
import { buildTable, type ReportOrgan, type Sums } from './build-table';
import { checkNumbers } from './check-numbers';
import type { Indicator, Layout, LayoutFigure } from './layout';
import { naturalOrder } from './natural-order';
import { inUnit } from './print';
import type { Report, ReportCheck, ReportFigure, ReportTable, Restatement, Scope } from './report';
import { rowsOf, sumRows } from './sum-rollups';

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
  rollups: readonly RollupRow[];
  /** Numbers of the cases behind a figure, by the query of `figureQueries`. */
  casesOf(figure: string): readonly string[];
  simulatedClock: boolean;
  frozen?: boolean;
  restatements?: Restatement[];
}

/**
 * Builds a report: the same input gives the same JSON and digest. Throws when the layout names what is not declared, or
 * when a rolled-up period cannot be cut to the report's.
 */
export function buildReport(input: ReportInput): Report {
  const sums: Sums = { rollups: input.rollups, indicator: (id) => indicatorOf(input.indicators, id) };
  const tables = input.layout.tables.map((table) => buildTable(table, input.organs, input, sums));
  const figures = input.layout.figures.map((figure) => buildFigure(figure, input, sums));
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

/** What to ask the tallies for, to list the cases behind each figure of a layout. */
export interface FigureQuery {
  figure: string;
  kind: string;
  where: Record<string, string[]>;
  organs: string[];
  from: string;
  to: string;
}

/** The drill-down queries of a layout's figures. */
export function figureQueries(
  layout: Layout,
  indicators: readonly Indicator[],
  reporting: { organ: string; organs: readonly string[] },
): FigureQuery[] {
  return layout.figures.map((figure) => {
    const { kind, where = {} } = indicatorOf(indicators, figure.indicator);
    const organs = organsOf(figure, reporting.organ, reporting.organs);
    return { figure: figure.id, kind, where, organs, from: figure.from, to: figure.to };
  });
}

function indicatorOf(indicators: readonly Indicator[], id: string): Indicator {
  const indicator = indicators.find((candidate) => candidate.id === id);
  if (!indicator) throw new Error(`no indicator ${id}`);
  return indicator;
}

const organsOf = ({ scope }: LayoutFigure, organ: string, organs: readonly string[]): string[] =>
  scope === 'own' ? [organ] : [...organs];

function buildFigure(figure: LayoutFigure, input: ReportInput, sums: Sums): ReportFigure {
  const indicator = sums.indicator(figure.indicator);
  const organs = organsOf(figure, input.organ, input.organs.map(({ code }) => code));
  const { sum } = sumRows(indicator, rowsOf(indicator, { organs, from: figure.from, to: figure.to }, input.rollups));
  const { value, text } = inUnit(sum, figure.unit, figure.decimals);
  return {
    id: figure.id,
    title: figure.title,
    value,
    unit: figure.unit,
    text,
    from: figure.from,
    to: figure.to,
    scope: figure.scope,
    dateBasis: indicator.dateBasis,
    cases: [...new Set(input.casesOf(figure.id))].sort(naturalOrder),
    reason: null,
  };
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
  const counted = figures.filter((_, index) => indicatorOf(indicators, layout.figures[index].indicator).sum === 'count');
  return counted.length === 0 ? checks : [...checks, casesCheck(counted)];
}

/** A figure that counts must drill down to as many numbers as it says. */
function casesCheck(counted: readonly ReportFigure[]): ReportCheck {
  const wrong = counted.filter(({ value, cases }) => value !== cases.length);
  const faults = wrong.map(({ id, value, cases }) => `${id} 为 ${value}，可查到 ${cases.length}`);
  const title = '每个数字都能查到同样数量的案件或检查';
  const message = wrong.length === 0 ? title : `不符合「${title}」：${faults.join('；')}`;
  return { rule: 'cases-behind-figures', ok: wrong.length === 0, message };
}
