import type { Indicator, Layout } from '../rules/report/layout';
import type { TallyCatalogue } from '../rules/tally/tally';

/** What may be counted and printed, as loaded from `config/` and checked at boot. */
export abstract class ReportBook {
  abstract readonly catalogue: TallyCatalogue;
  abstract readonly indicators: readonly Indicator[];
  /** Layouts by id. */
  abstract readonly layouts: ReadonlyMap<string, Layout>;
}
