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
