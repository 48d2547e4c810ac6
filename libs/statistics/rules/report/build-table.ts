import type { RollupRow } from '../tally/roll-up';
import { heaviestColumn } from './heaviest';
import type { LayoutColumn, LayoutTable, SumIndicator } from './layout';
import { inUnit } from './print';
import type { Cell, ReportTable, TableRow } from './report';
import { rowsOf, sumRows, type Span, type Sum } from './sum-rollups';

/** An organ that has a line of its own; `noPower` says for which columns the law gives it no power, and why. */
export interface ReportOrgan {
  code: string;
  name: string;
  noPower?: Record<string, string>;
}

/** Everything the numbers of a table come from. */
export interface Sums {
  rollups: readonly RollupRow[];
  /** One whose sums are rolled up; throws for any other. */
  indicator(id: string): SumIndicator;
}

/** What is printed where the organ has no such power. */
const NO_POWER = '—';

/** A table of a layout: one line per organ and their total. Nothing done is 0, a power that is lacking is null. */
export function buildTable(
  table: LayoutTable,
  organs: readonly ReportOrgan[],
  head: { organ: string; from: string; to: string },
  sums: Sums,
): ReportTable {
  const spanOf = (codes: string[]): Span => ({ organs: codes, from: head.from, to: head.to });
  const rows: TableRow[] = organs.map((organ) => ({
    label: organ.name,
    organ: organ.code,
    kind: 'organ',
    cells: cellsOf(table, spanOf([organ.code]), sums, organ.noPower ?? {}),
  }));
  const codes = organs.map(({ code }) => code);
  rows.push({ label: table.total, organ: head.organ, kind: 'total', cells: cellsOf(table, spanOf(codes), sums, shared(organs)) });
  return {
    id: table.id,
    title: table.title,
    unit: table.unit,
    columns: table.columns.map(({ id, title }) => ({ id, title })),
    rows,
  };
}

/** The total lacks a power only if every organ lacks it. */
function shared(organs: readonly ReportOrgan[]): Record<string, string> {
  const [first, ...others] = organs;
  const lacked = Object.entries(first?.noPower ?? {});
  return Object.fromEntries(lacked.filter(([column]) => others.every(({ noPower }) => noPower?.[column] !== undefined)));
}

function cellsOf(table: LayoutTable, span: Span, sums: Sums, noPower: Record<string, string>): Cell[] {
  const byColumn = sumsByHeaviest(table, span, sums);
  return table.columns.map((column) => {
    const sum = column.indicator === undefined ? (byColumn.get(column.id) ?? NOTHING) : sumOf(column.indicator, span, sums);
    return cellOf(column, table, sum, noPower[column.id]);
  });
}

const NOTHING: Sum = { sum: 0, tallies: 0 };

function sumOf(indicatorId: string, span: Span, sums: Sums): Sum {
  const indicator = sums.indicator(indicatorId);
  return sumRows(indicator, rowsOf(indicator, span, sums.rollups));
}

function sumsByHeaviest(table: LayoutTable, span: Span, sums: Sums): Map<string, Sum> {
  if (!table.heaviest) return new Map();
  const { dim } = table.heaviest;
  const indicator = sums.indicator(table.heaviest.indicator);
  const byColumn = new Map<string, RollupRow[]>();
  for (const row of rowsOf(indicator, span, sums.rollups)) {
    const column = heaviestColumn(table, row.dims[dim]);
    byColumn.set(column, [...(byColumn.get(column) ?? []), row]);
  }
  return new Map([...byColumn].map(([column, rows]) => [column, sumRows(indicator, rows)]));
}

/** A power that is lacking but was used must not be hidden: the number then stands. */
function cellOf(column: LayoutColumn, table: LayoutTable, { sum, tallies }: Sum, noPower?: string): Cell {
  if (noPower !== undefined && tallies === 0) return { column: column.id, value: null, text: NO_POWER, tallies, reason: noPower };
  return { column: column.id, ...inUnit(sum, column.unit ?? table.unit, column.decimals), tallies };
}
