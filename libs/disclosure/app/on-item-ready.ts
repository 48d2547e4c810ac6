import { Injectable } from '@nestjs/common';
import { sql, type Consumer, type Pending, type Unit } from '@sanzhi/platform/ports';
import { READY_TOPIC } from './disclosure-feature';
import { Publish } from './publish';

/**
 * Something an item waited for has happened: when its clock has already tried to publish it, it is published at once;
 * before that the clock does it in its own time.
 */
@Injectable()
export class OnItemReady implements Consumer {
  readonly topic = READY_TOPIC;
  readonly batch = 1;

  constructor(private readonly publish: Publish) {}

  async consume([pending]: readonly Pending[], unit: Unit): Promise<void> {
    const { organ } = pending;
    const { caseId, itemId, item } = pending.payload as Record<string, string>;
    const told = { organ, caseId, itemId, item };
    const inHand = await this.publish.take(unit, told, sql`exists (select from casework.clock k
      join casework.rung r on r.organ = k.organ and r.clock_id = k.id and r.rung = 'act'
      where k.organ = ${organ} and k.case_id = ${caseId} and k.subject_kind = 'publication' and k.subject_id = ${itemId}
        and k.state = 'running')`);
    if (!inHand) return;
    const blocker = await this.publish.attempt(unit, inHand);
    if (blocker) this.publish.note(unit, inHand, 'blocked', blocker);
  }
}
