import { json, sql, type Sql } from '@sanzhi/platform/ports';
import type { Tally } from '../rules/tally/tally';

/** Topic under which new tallies are handed over to the roll-up. */
export const TALLY_TOPIC = 'statistics.tally';

/** Adds tallies of one organ; those that are there already stay, so a repeat adds nothing. */
export function addTallies(organ: string, caseId: string | null, tallies: readonly Tally[]): Sql {
  const rows = tallies.map(({ id, kind, day, dims, count, measures, caseNumber, subject, sourceId }) => ({
    id,
    kind,
    day,
    dims,
    count,
    measures,
    caseNumber,
    subject,
    sourceId,
  }));
  return sql`select statistics.add_tallies(${organ}, ${caseId}::uuid, ${json(rows)})`;
}
