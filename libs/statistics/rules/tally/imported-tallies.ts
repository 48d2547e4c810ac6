import type { CaseRow, CoercionRow, CountedKind, InspectionRow, ObjectRow, OpennessRow, PermitRow, RegisterRow, RemedyRow, RowOf } from '../import/rows';
import { draftsOfCase } from './drafts-of-case';
import { draftsOfInspection } from './drafts-of-inspection';
import { draftsOfCoercion, draftsOfFee, draftsOfNormativeDocument, draftsOfObject, draftsOfRegister, draftsOfRemedy } from './drafts-of-others';
import { draftsOfPermit } from './drafts-of-permit';
import type { CountingLaw, LineDraft } from './line-draft';
import { makeTally } from './make-tally';
import type { Tally } from './tally';

/** Source id of an imported line; a corrected line has the same key and another revision. */
export const importSourceId = (kind: string, organ: string, number: string, revision = 0): string =>
  `import:${kind}:${organ}:${number}${revision === 0 ? '' : `:${revision}`}`;

type Reader<Row> = (row: Row, law: CountingLaw) => LineDraft[];

const READERS: { readonly [K in CountedKind]: Reader<RowOf[K]> } = {
  cases: (row: CaseRow, law) => draftsOfCase(row, law),
  inspections: (row: InspectionRow) => draftsOfInspection(row),
  permits: (row: PermitRow, law) => draftsOfPermit(row, law),
  coercion: (row: CoercionRow) => draftsOfCoercion(row),
  remedies: (row: RemedyRow) => draftsOfRemedy(row),
  objects: (row: ObjectRow) => draftsOfObject(row),
  registers: (row: RegisterRow) => draftsOfRegister(row),
  fees: (row: OpennessRow) => draftsOfFee(row),
  'normative-documents': (row: OpennessRow) => draftsOfNormativeDocument(row),
};

/**
 * Tallies of an accepted line: the shapes the driven procedures give, each on its own date. What has no date is not
 * counted.
 */
export function talliesOfLine<K extends CountedKind>(kind: K, row: RowOf[K], law: CountingLaw, revision = 0): Tally[] {
  const { organCode: organ, number } = row;
  const sourceId = importSourceId(kind, organ, number, revision);
  const read: Reader<RowOf[K]> = READERS[kind];
  return read(row, law).map((draft) => makeTally({ ...draft, organ, caseNumber: number, sourceId }, law.catalogue));
}
