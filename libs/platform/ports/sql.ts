/** What may stand in a statement. Plain arrays become `text[]`; anything for a jsonb column goes through `json()`. */
export type SqlValue = null | undefined | boolean | number | bigint | string | Date | readonly string[] | SqlJson | Sql;

/** A value for a jsonb parameter. */
export class SqlJson {
  constructor(readonly value: unknown) {}
}

/** One SQL statement with its values kept apart; only the database adapter turns it into text. */
export class Sql {
  constructor(
    readonly strings: readonly string[],
    readonly values: readonly SqlValue[],
  ) {}
}

/** Writes a statement: `sql\`select * from casework.case where organ = ${organ}\``. Values are never spliced as text. */
export function sql(strings: TemplateStringsArray, ...values: SqlValue[]): Sql {
  return new Sql(strings, values);
}

/** Marks a value as jsonb. */
export function json(value: unknown): SqlJson {
  return new SqlJson(value);
}

/** A name in SQL (column, topic) that comes from code, never from input. Throws on anything but letters, digits, `_`. */
export function name(text: string): Sql {
  if (!/^[a-z][a-z0-9_]*$/.test(text)) throw new RangeError(`not a name: ${text}`);
  return new Sql([text], []);
}

/** Statements side by side with a separator, for lists of columns or pairs. */
export function joined(parts: readonly Sql[], separator = ', '): Sql {
  if (parts.length === 0) return new Sql([''], []);
  const strings = ['', ...parts.slice(1).map(() => separator), ''];
  return new Sql(strings, parts);
}
