/** One countable thing that happened (统计明细). */
export interface Tally {
  /** Digest of organ, kind, source and ordinal: the same happening always has the same id. */
  id: string;
  /** Organ that counts it (countedBy). */
  organ: string;
  kind: string;
  /** Legal day the thing is counted on, by the date basis of its kind. */
  day: string;
  /** At most five, of few values each: the roll-up is one sum per combination. */
  dims: Record<string, string>;
  /** 1; -1 where it takes back an earlier tally. */
  count: number;
  /** Whole numbers: 分, persons, minutes. */
  measures: Record<string, number>;
  /** What a figure drills down to: number of the case, or of the inspection. */
  caseNumber?: string;
  /** Digest of the party it is about: what distinct units (户) are counted by. */
  subject?: string;
  /** Where it comes from: entry of a record, line of an import. */
  sourceId: string;
  /** When it was entered; the database says so unless a correction brings its own. */
  recordedAt?: string;
}

/** A dimension of a tally kind; `otherwise` is its value where nothing is said. */
export interface DimSpec {
  id: string;
  title: string;
  otherwise?: string;
}

/** One kind of tally as declared in `config/indicators/tallies.yaml`. */
export interface TallyKind {
  kind: string;
  title: string;
  dayIs: string;
  /** Its parties are remembered by year, each once, so that units (户) can be counted. */
  parties?: true;
  dims: DimSpec[];
  measures: { id: string; title: string }[];
}

/** Stands between the values of a dimension that holds a set of them (`fine+warning`). */
export const SET_SEPARATOR = '+';

/** Whether a dimension holds one of the values; of a set, any. */
export const holdsAny = (said: string | undefined, values: readonly string[]): boolean =>
  (said ?? '').split(SET_SEPARATOR).some((one) => values.includes(one));

/** All kinds by name. */
export type TallyCatalogue = ReadonlyMap<string, TallyKind>;

/** Most dimensions of a tally kind: the roll-up grows with their product. */
export const MOST_DIMS = 5;

/** The catalogue of declared kinds; throws when a kind stands twice or has too many dimensions. */
export function tallyCatalogue(kinds: readonly TallyKind[]): TallyCatalogue {
  const catalogue = new Map(kinds.map((kind) => [kind.kind, kind]));
  if (catalogue.size < kinds.length) throw new Error('a tally kind stands twice');
  const wide = kinds.find((kind) => kind.dims.length > MOST_DIMS);
  if (wide) throw new Error(`${wide.kind} has more than ${MOST_DIMS} dimensions`);
  return catalogue;
}
