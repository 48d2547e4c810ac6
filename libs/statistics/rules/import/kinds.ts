import type { Column, ImportKind } from './columns';
import { casesKind } from './kind-cases';
import { coercionKind } from './kind-coercion';
import { inspectionsKind } from './kind-inspections';
import { objectsKind } from './kind-objects';
import { feesKind, normativeDocumentsKind } from './kind-openness';
import { organsKind } from './kind-organs';
import { permitsKind } from './kind-permits';
import { registersKind } from './kind-registers';
import { remediesKind } from './kind-remedies';
import type { RowOf } from './rows';

/** Kinds of import files; a new kind is one table more. */
export const IMPORT_KINDS: { readonly [K in keyof RowOf]: ImportKind } = {
  organs: organsKind,
  cases: casesKind,
  inspections: inspectionsKind,
  permits: permitsKind,
  coercion: coercionKind,
  remedies: remediesKind,
  objects: objectsKind,
  registers: registersKind,
  fees: feesKind,
  'normative-documents': normativeDocumentsKind,
};

/** Name of a kind of import file. */
export type ImportKindName = keyof RowOf;

/** Whether this is a kind of file that can be imported. */
export const isImportKind = (name: string): name is ImportKindName => Object.hasOwn(IMPORT_KINDS, name);

/** Columns of a header that the kind does not know, as written. */
export function unknownColumns(kind: ImportKind, header: readonly string[]): string[] {
  const known = new Set(kind.columns.map((column) => column.name));
  return header.filter((name) => !known.has(name));
}

/** The column of that name; a name that is not there is a fault of the table, so it throws. */
export function columnOf(kind: ImportKind, name: string): Column {
  const column = kind.columns.find((candidate) => candidate.name === name);
  if (!column) throw new Error(`${kind.kind} has no column ${name}`);
  return column;
}
