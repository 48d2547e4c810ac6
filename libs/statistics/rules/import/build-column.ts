import type { Column, ColumnType, Values } from './columns';

type Required = Column['required'];

/** Name of a column in the typed row: `filed_on` -> `filedOn`; yuan become 分, so `fine_yuan` -> `fineFen`. */
export function fieldOf(name: string): string {
  return name.replace(/_yuan$/, '_fen').replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

const plain =
  (type: ColumnType) =>
  (name: string, title: string, required?: Required): Column => ({ name, field: fieldOf(name), title, type, required });

const coded =
  (type: 'code' | 'codes') =>
  (name: string, title: string, values: Values, required?: Required): Column => ({
    ...plain(type)(name, title, required),
    values,
  });

/** Builders of column rows, one per type, so that a kind reads as a table. */
export const column = {
  text: plain('text'),
  day: plain('day'),
  money: plain('money'),
  count: plain('count'),
  partyCode: plain('party-code'),
  region: plain('region'),
  code: coded('code'),
  codes: coded('codes'),
};
