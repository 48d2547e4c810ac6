import type { TallyDraft } from './make-tally';
import type { TallyCatalogue } from './tally';

/** Tally of a line before it bears the line's organ, number and source. */
export type LineDraft = Omit<TallyDraft, 'organ' | 'sourceId' | 'caseNumber'>;

/** What the law says of a line besides the line itself. */
export interface CountingLaw {
  catalogue: TallyCatalogue;
  /** Last day on which a decision of this day is published in time; null where no term is law or can be reckoned. */
  publishBy(item: 'decision' | 'permit', decidedOn: string): string | null;
}
