import { Sql, SqlJson, type SqlValue } from '../ports';

/**
 * Turns a statement into text with its values as literals, for the simple protocol: several statements then travel in
 * one message, which the extended protocol cannot do. Every value is escaped.
 */
export function render(statement: Sql): string {
  return statement.strings.reduce((text, part, index) => {
    const value = index < statement.values.length ? literal(statement.values[index]) : '';
    return text + part + value;
  }, '');
}

function literal(value: SqlValue): string {
  if (value === null || value === undefined) return 'NULL';
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'object') return literalOfObject(value);
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError('a number in SQL must be finite');
  return String(value);
}

function literalOfObject(value: object): string {
  if (value instanceof Sql) return render(value);
  if (value instanceof SqlJson) return `${quoted(JSON.stringify(value.value ?? null))}::jsonb`;
  if (value instanceof Date) return `${quoted(value.toISOString())}::timestamptz`;
  return `array[${(value as readonly string[]).map((item) => quoted(String(item))).join(',')}]::text[]`;
}

/** As the driver's `escapeLiteral`, and fast on long texts: quotes doubled, and backslashes too, under `E'…'`. */
function quoted(text: string): string {
  if (text.includes('\0')) throw new RangeError('text in SQL must not contain NUL');
  const doubled = text.replaceAll("'", "''");
  return doubled.includes('\\') ? ` E'${doubled.replaceAll('\\', '\\\\')}'` : `'${doubled}'`;
}
