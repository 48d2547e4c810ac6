import { Injectable } from '@nestjs/common';
import { sql, type Consumer, type Pending, type Unit } from '@sanzhi/platform/ports';
import { blockerOf } from '../rules/blocker';
import { Publish, type BlockedKind } from './publish';

/** Rungs that only say who has to act; every later one of the ladder publishes (act, act-2 …), the last one is `late`. */
const TOLD: Record<string, BlockedKind> = { remind: 'reminded', press: 'pressed', supervise: 'supervised' };

/**
 * What the clock of an item does when a rung fires: says who blocks it, publishes it, and at the end publishes it or
 * records that it is late. A refusal is kept with its blocker and ground, and is no fault.
 */
@Injectable()
export class OnPublicationRung implements Consumer {
  readonly topic = 'rung.publication';
  readonly batch = 1;

  constructor(private readonly publish: Publish) {}

  async consume([pending]: readonly Pending[], unit: Unit): Promise<void> {
    const { organ } = pending;
    const { clock, rung, caseId, subjectId } = pending.payload as Record<string, string>;
    const told = { organ, caseId, itemId: subjectId, item: subjectId.slice(caseId.length + 1) };
    const inHand = await this.publish.take(unit, told, sql`exists (select from casework.clock k
      where k.organ = ${organ} and k.id = ${clock} and k.state = 'running')`);
    if (!inHand) return;
    if (rung === 'late') return this.publish.atTheEnd(unit, inHand);
    const blocker = TOLD[rung] ? blockerOf(inHand) : await this.publish.attempt(unit, inHand);
    if (blocker) this.publish.note(unit, inHand, TOLD[rung] ?? 'blocked', blocker);
  }
}
