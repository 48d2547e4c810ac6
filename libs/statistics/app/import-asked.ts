import type { LineProblem, RawLine } from '../rules/import/columns';
import type { ImportKindName } from '../rules/import/kinds';

/** An import as it is asked for. */
export interface ImportAsked<K extends ImportKindName = ImportKindName> {
  kind: K;
  /** Organ that counts lines without `organ_code`; organs themselves need none. */
  organ: string;
  rows: AsyncIterable<RawLine>;
  /** Ground on which lines with other content replace what was imported before; without it they are rejected. */
  correct?: string;
  /** Judges every line and keeps nothing. */
  dryRun?: boolean;
}

/** What became of the lines. Accepted ones stay, whatever happened to the others. */
export interface ImportAnswer {
  accepted: number;
  skipped: number;
  rejected: LineProblem[];
}

/** One answer for several. */
export function sumAnswers(answers: readonly ImportAnswer[]): ImportAnswer {
  return {
    accepted: answers.reduce((sum, { accepted }) => sum + accepted, 0),
    skipped: answers.reduce((sum, { skipped }) => sum + skipped, 0),
    rejected: answers.flatMap(({ rejected }) => rejected).sort((one, other) => one.line - other.line),
  };
}
