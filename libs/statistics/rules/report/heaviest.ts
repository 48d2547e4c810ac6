import { penaltyKindsOf } from '../penalty-kinds';
import type { LayoutTable } from './layout';

/**
 * The column a set of penalty kinds is counted under: that of its heaviest kind, by the severity order of the layout.
 * Throws when a kind has no column: the case would vanish from the table.
 */
export function heaviestColumn(table: LayoutTable, setCode: string): string {
  const severity = table.heaviest?.severity ?? [];
  const places = penaltyKindsOf(setCode).map((kind) => {
    const column = table.columns.find(({ kinds }) => kinds?.includes(kind));
    if (!column) throw new Error(`${table.id}: no column for ${kind}`);
    return severity.indexOf(column.id);
  });
  const heaviest = Math.max(...places);
  if (places.includes(-1) || !(heaviest in severity)) throw new Error(`${table.id}: no place for ${setCode}`);
  return severity[heaviest];
}
