import { Injectable } from '@nestjs/common';
import { json, sql, type Consumer, type Pending, type Unit } from '@sanzhi/platform/ports';

const BATCH = 100;

/**
 * Takes what is to be told to a duty, or a person, of a case (`{organ, caseId, kind, duty? | person?, clock?, item?}`)
 * and writes a row for each person who has it now. The key of the outbox row is the source, so twice is once.
 */
@Injectable()
export class OnMessage implements Consumer {
  readonly topic = 'message.to-duty';
  readonly batch = BATCH;

  async consume(batch: readonly Pending[], unit: Unit): Promise<void> {
    const rows = batch.map(({ key, payload }) => ({ ...payload, source: key }));
    unit.write(sql`select messages.deliver(${batch[0].organ}, ${json(rows)})`);
  }
}
