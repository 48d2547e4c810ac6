import { Injectable } from '@nestjs/common';
import { json, sql, type Consumer, type Pending, type Unit } from '@sanzhi/platform/ports';
import { partiesSeen } from '../rules/tally/first-seen';
import type { HandedTally } from '../rules/tally/handed-tally';
import { rollUp } from '../rules/tally/roll-up';
import type { Tally } from '../rules/tally/tally';
import { TALLY_TOPIC } from './add-tallies';
import { ReportBook } from './report-book';

/** One row holds all tallies of one step, or of some hundred imported lines. */
const MOST_ROWS = 100;

/** Adds what was handed over to the sums by day, month and year, and to the parties of the year; exactly once. */
@Injectable()
export class RollUpTallies implements Consumer {
  readonly topic = TALLY_TOPIC;
  readonly batch = MOST_ROWS;

  constructor(private readonly book: ReportBook) {}

  async consume(batch: readonly Pending[], unit: Unit): Promise<void> {
    const [{ organ }] = batch;
    const handed = batch.flatMap((row) => row.payload.tallies as HandedTally[]);
    const tallies: Tally[] = handed.map((tally) => ({ ...tally, subject: undefined, organ, id: '', sourceId: '' }));
    const [days, months, years] = (['day', 'month', 'year'] as const).map((tier) => json(rollUp(tallies, tier)));
    unit.write(sql`select statistics.add_sums(${organ}, ${days}, ${months}, ${years})`);
    const parties = partiesSeen(handed, this.book.catalogue);
    if (parties.length > 0) unit.write(sql`select statistics.add_parties(${organ}, ${json(parties)})`);
  }
}
