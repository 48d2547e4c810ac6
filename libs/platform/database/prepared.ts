import { Sql, SqlJson, type SqlValue } from '../ports';

/** A statement as the server takes it: values as text, apart from its own, and a name under which it keeps the plan. */
export interface Prepared {
  text: string;
  values: (string | null)[];
  name?: string;
}

/** Texts the server may keep plans for, per connection; what is beyond them is planned each time. */
const MOST_NAMES = 500;

const names = new Map<string, string>();

/** Turns a statement with its nested parts into text with `$n` and values. */
export function prepared(statement: Sql): Prepared {
  const values: (string | null)[] = [];
  const text = textOf(statement, values);
  const name = nameOf(text);
  return name ? { text, values, name } : { text, values };
}

function textOf(statement: Sql, values: (string | null)[]): string {
  return statement.strings.reduce((text, part, index) => {
    const place = index < statement.values.length ? placeOf(statement.values[index], values) : '';
    return text + part + place;
  }, '');
}

/** Where a value stands in the text; its type is told where the server could not infer it. */
function placeOf(value: SqlValue, values: (string | null)[]): string {
  if (value instanceof Sql) return textOf(value, values);
  const place = `$${values.push(plain(value))}`;
  if (value instanceof SqlJson) return `${place}::jsonb`;
  if (value instanceof Date) return `${place}::timestamptz`;
  return Array.isArray(value) ? `${place}::text[]` : place;
}

function plain(value: Exclude<SqlValue, Sql>): string | null {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return null;
  if (value instanceof SqlJson) return JSON.stringify(value.value ?? null);
  if (value instanceof Date) return value.toISOString();
  return Array.isArray(value) ? arrayText(value) : String(value);
}

/** An array as PostgreSQL writes it. */
function arrayText(items: readonly string[]): string {
  return `{${items.map((item) => `"${item.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= MOST_NAMES) return known;
  const name = `s${names.size}`;
  names.set(text, name);
  return name;
}
