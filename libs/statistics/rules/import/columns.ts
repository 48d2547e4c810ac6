/** What a cell may hold. `money` is yuan in the file and 分 in the row; `codes` are several values parted by `|`. */
export type ColumnType = 'text' | 'code' | 'codes' | 'day' | 'money' | 'count' | 'party-code' | 'region';

/** Values of a code column: English code -> Chinese words read as the same value; the first word is its title. */
export type Values = Readonly<Record<string, readonly string[]>>;

/** One column of an import file; `field` is its name in the typed row. */
export interface Column {
  name: string;
  field: string;
  title: string;
  type: ColumnType;
  values?: Values;
  /** Always required, or only when another column holds one of these codes. */
  required?: true | { column: string; is: readonly string[] };
}

/** Two days that cannot be the other way round. */
export interface DayOrder {
  earlier: string;
  later: string;
  because: string;
}

/** Everything the reader must know about one kind of import file: a table, no code. */
export interface ImportKind {
  kind: string;
  title: string;
  /** Column that numbers the line inside its organ and kind. */
  key: string;
  columns: readonly Column[];
  dayOrders: readonly DayOrder[];
}

/** One cell of a typed row: absent cells are null, money is 分. */
export type Cell = string | number | string[] | null;

/** A typed row before its kind is known. */
export type Row = Record<string, Cell>;

/** Codes of a rejected line, a stable contract. */
export type LineCode =
  | 'REQUIRED'
  | 'BAD_DATE'
  | 'BAD_MONEY'
  | 'BAD_VALUE'
  | 'BAD_CODE'
  | 'DATE_ORDER'
  | 'ORGAN_UNKNOWN'
  | 'ORGAN_FORBIDDEN'
  | 'CHANGED'
  | 'DUPLICATE_LINE'
  | 'NOT_LAWFUL'
  | 'ENCODING';

/** Why a line stays out: the line (header = 1), the column, the code and a Chinese sentence with the cure. */
export interface LineProblem {
  line: number;
  field: string;
  code: LineCode;
  message: string;
}

/** One line as read: texts by column name, and what the reader already found wrong with it. */
export interface RawLine {
  line: number;
  record: Record<string, string>;
  problems?: LineProblem[];
}
