import type { ReactNode } from 'react';
import { onArrowKeys } from './arrow-keys';

/** One column of a list: its heading, and what stands in it for a row. */
export interface Column<Row> {
  title: string;
  show(row: Row): ReactNode;
  isNumber?: boolean;
}

/** A plain table, which a narrow screen turns into cards and the arrow keys walk through. */
export function Rows<Row>({ caption, columns, rows, keyOf }: RowsShown<Row>) {
  return (
    <table className="list" onKeyDown={onArrowKeys}>
      <caption className="hint" hidden>
        {caption}
      </caption>
      <thead>
        <tr>
          {columns.map(({ title }) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map(({ title, show, isNumber }) => (
              <td key={title} data-label={title} className={isNumber ? 'number' : undefined}>
                {show(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface RowsShown<Row> {
  caption: string;
  columns: Column<Row>[];
  rows: readonly Row[];
  keyOf(row: Row): string;
}
