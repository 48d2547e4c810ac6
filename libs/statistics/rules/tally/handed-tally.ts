import type { Tally } from './tally';

/** What the roll-up is handed of each new tally. */
export type HandedTally = Pick<Tally, 'kind' | 'day' | 'dims' | 'count' | 'measures'> & { subject?: string | null };
