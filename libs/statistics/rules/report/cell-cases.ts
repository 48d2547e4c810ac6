import { heaviestColumn } from './heaviest';
import type { Indicator, Layout, LayoutTable, SumIndicator } from './layout';

/** Which tallies stand behind a column of a table, and which of them count under it. */
export interface CellQuery {
  kind: string;
  where: Record<string, string[]>;
  /** Whether a tally with these dimensions counts under the column. */
  counts(dims: Record<string, string>): boolean;
}

/** What to ask the tallies for behind a column; null for a column that the layout does not have, or whose number is no sum. */
export function cellQuery(layout: Layout, columnId: string, indicators: readonly Indicator[]): CellQuery | null {
  const table = layout.tables.find(({ columns }) => columns.some(({ id }) => id === columnId));
  const column = table?.columns.find(({ id }) => id === columnId);
  if (!table || !column) return null;
  const named = column.indicator ?? table.heaviest?.indicator;
  const indicator = indicators.find(({ id }) => id === named);
  if (!indicator || indicator.quantity === 'share') return null;
  const { kind, where = {} } = indicator as SumIndicator;
  return { kind, where, counts: column.indicator === undefined ? underHeaviest(table, columnId) : () => true };
}

function underHeaviest(table: LayoutTable, columnId: string): (dims: Record<string, string>) => boolean {
  const dim = table.heaviest?.dim ?? '';
  return (dims) => heaviestColumn(table, dims[dim]) === columnId;
}
