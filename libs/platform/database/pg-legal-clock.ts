import { Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { LegalClock } from '../ports';

/** Legal time as the database tells it. */
@Injectable()
export class PgLegalClock extends LegalClock {
  constructor(private readonly pool: Pool) {
    super();
  }

  async now(): Promise<{ at: string; simulated: boolean }> {
    const answer = await this.pool.query<{ at: string; simulated: boolean }>(
      'select iso_instant(sanzhi_now()) as at, simulated from platform.instance',
    );
    return answer.rows[0] as { at: string; simulated: boolean };
  }
}
