import { Injectable } from '@nestjs/common';
import { sql, type Consumer, type Pending, type Unit } from '@sanzhi/platform/ports';

/** Tells whoever has an open task in a case, and its approver, that a new calendar moved one of its clocks. */
@Injectable()
export class OnClockRecomputed implements Consumer {
  readonly topic = 'clock.recomputed';
  readonly batch = 100;

  async consume(batch: readonly Pending[], unit: Unit): Promise<void> {
    for (const { organ, key, payload } of batch) {
      const { rule, caseId } = payload as { rule: string; caseId: string };
      unit.write(sql`insert into platform.outbox (organ, topic, key, payload)
        select ${organ}, 'message.to-duty', ${`${key}/`}::text || duty,
          jsonb_build_object('organ', ${organ}::text, 'caseId', ${caseId}::text, 'duty', duty, 'kind', 'clock-recomputed', 'clock', ${rule}::text)
        from (select duty from casework.task where organ = ${organ} and case_id = ${caseId}::uuid and closed_at is null
          union select 'approver') duties`);
    }
  }
}
