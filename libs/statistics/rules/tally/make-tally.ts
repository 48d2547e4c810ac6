import { canonicalJson, digest, parseDay } from '@sanzhi/kernel';
import { penaltySetCode } from '../penalty-kinds';
import { SET_SEPARATOR, type Tally, type TallyCatalogue, type TallyKind } from './tally';

/** A tally as a procedure or an import states it: values as they stand in the form. */
export interface TallyDraft {
  organ: string;
  kind: string;
  day: string;
  dims?: Record<string, unknown>;
  measures?: Record<string, unknown>;
  caseNumber?: string;
  /** Digest of the party it is about (see `subjectOf`). */
  subject?: string;
  sourceId: string;
  /** Tells apart tallies of one kind from one source. */
  ordinal?: number;
  recordedAt?: string;
}

/** Dimension whose value is a set of penalty kinds; any other set is joined as it stands. */
const PENALTY_DIM = 'kinds';

/**
 * The tally of a draft, in the shape its kind declares: a set of penalty kinds as one code, unstated dimensions by
 * their `otherwise`, absent measures 0. Throws on an unknown kind, dimension or measure, and on a value that is none:
 * such a draft is a fault of the procedure file or of code, and must not be counted wrongly.
 */
export function makeTally(draft: TallyDraft, catalogue: TallyCatalogue): Tally {
  const kind = kindOf(draft.kind, catalogue);
  const problems = shapeProblems(kind, Object.keys(draft.dims ?? {}), Object.keys(draft.measures ?? {}));
  if (problems.length > 0) throw new Error(problems.join('; '));
  if (parseDay(draft.day) === null) throw new Error(`${draft.kind}: no day ${draft.day}`);
  const { organ, day, caseNumber, subject, sourceId, recordedAt } = draft;
  return {
    id: tallyId(draft),
    organ,
    kind: kind.kind,
    day,
    dims: Object.fromEntries(kind.dims.map((dim) => [dim.id, dimText(draft, dim.id) ?? required(dim.otherwise, draft, dim.id)])),
    count: 1,
    measures: Object.fromEntries(kind.measures.map(({ id }) => [id, measureOf(draft, id)])),
    ...(caseNumber === undefined ? {} : { caseNumber }),
    ...(subject === undefined ? {} : { subject }),
    sourceId,
    ...(recordedAt === undefined ? {} : { recordedAt }),
  };
}

/** What is wrong with the names a tally is written with; used at boot for every procedure. Empty when all is declared. */
export function tallyNameProblems(
  spec: { kind: string; dims?: object; measures?: object },
  catalogue: TallyCatalogue,
): string[] {
  const kind = catalogue.get(spec.kind);
  if (!kind) return [`没有统计明细种类 ${spec.kind}`];
  return shapeProblems(kind, Object.keys(spec.dims ?? {}), Object.keys(spec.measures ?? {}));
}

/**
 * Tallies that take back earlier ones: same legal day and dimensions, count and measures negated, with an own source and
 * entry time, so that what was published before the correction can still be told.
 */
export function reverseTallies(tallies: readonly Tally[], correction: { sourceId: string; recordedAt?: string }): Tally[] {
  return tallies.map((tally) => ({
    ...tally,
    ...correction,
    id: digest(canonicalJson(['reversal', tally.id, correction.sourceId])).sha256,
    count: -tally.count,
    measures: Object.fromEntries(Object.entries(tally.measures).map(([id, value]) => [id, value === 0 ? 0 : -value])),
  }));
}

function tallyId({ organ, kind, sourceId, ordinal = 0 }: TallyDraft): string {
  return digest(canonicalJson([organ, kind, sourceId, ordinal])).sha256;
}

function kindOf(name: string, catalogue: TallyCatalogue): TallyKind {
  const kind = catalogue.get(name);
  if (!kind) throw new Error(`no tally kind ${name}`);
  return kind;
}

function shapeProblems(kind: TallyKind, dims: readonly string[], measures: readonly string[]): string[] {
  const unknownDims = dims.filter((id) => !kind.dims.some((dim) => dim.id === id));
  const unknownMeasures = measures.filter((id) => !kind.measures.some((measure) => measure.id === id));
  const unstated = kind.dims.filter((dim) => dim.otherwise === undefined && !dims.includes(dim.id));
  return [
    ...unknownDims.map((id) => `${kind.kind} 没有维度 ${id}`),
    ...unknownMeasures.map((id) => `${kind.kind} 没有度量 ${id}`),
    ...unstated.map((dim) => `${kind.kind} 缺少维度 ${dim.id}`),
  ];
}

function dimText({ kind, dims }: TallyDraft, id: string): string | null {
  const value = dims?.[id];
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) return id === PENALTY_DIM ? penaltySetCode(value.map(String)) : setText(value.map(String));
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string' && value !== '') return value;
  throw new Error(`${kind}: dimension ${id} has no text value`);
}

/** The one text of a set: each value once, sorted. */
const setText = (values: readonly string[]): string => [...new Set(values)].sort().join(SET_SEPARATOR);

function required(otherwise: string | undefined, { kind }: TallyDraft, id: string): string {
  if (otherwise === undefined) throw new Error(`${kind}: dimension ${id} is not stated`);
  return otherwise;
}

function measureOf({ kind, measures }: TallyDraft, id: string): number {
  const value = measures?.[id] ?? 0;
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw new Error(`${kind}: measure ${id} is no whole number`);
  return value;
}
