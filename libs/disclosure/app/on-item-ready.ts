import { Injectable } from '@nestjs/common';
import { sql, type Consumer, type Pending, type Unit } from '@sanzhi/platform/ports';
import { READY_TOPIC } from './item-writes';
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
    const { organ, key } = pending;
    const { caseId, itemId, item } = pending.payload as Record<string, string>;
    const taken = await this.publish.take(unit, [{ organ, caseId, itemId, item }], sql`exists (select from casework.clock k
      join casework.rung r on r.organ = k.organ and r.clock_id = k.id and r.rung = 'act'
      where k.organ = i.organ and k.case_id = i.case_id and k.subject_kind = 'publication' and k.subject_id = i.id
        and k.state = 'running')`);
    const inHand = taken.get(itemId);
    if (!inHand) return;
    const blocker = await this.publish.attempt(unit, inHand);
    if (blocker) this.publish.say(unit, inHand, { kind: 'blocked', blocker, cause: { rule: null, key } });
  }
}
