import { Injectable } from '@nestjs/common';
import { sql, type Consumer, type Pending, type Unit } from '@sanzhi/platform/ports';
import { Publish, type BlockedKind, type ItemInHand } from './publish';

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
    const { clock, rung, caseId, subjectId } = pending.payload as Record<string, string>;
    const inHand = { organ: pending.organ, caseId, itemId: subjectId, item: subjectId.slice(caseId.length + 1) };
    if (!(await stillRuns(unit, inHand, clock))) return;
    if (rung === 'late') return this.publish.atTheEnd(unit, inHand);
    const told = TOLD[rung];
    const blocker = told ? await this.publish.blocker(unit, inHand) : await this.publish.attempt(unit, inHand);
    if (blocker) this.publish.note(unit, inHand, told ?? 'blocked', blocker);
  }
}

/** Locks the case first, as every act does, so that the clock cannot stop in between. */
async function stillRuns(unit: Unit, { organ, caseId }: ItemInHand, clock: string): Promise<boolean> {
  const [, rows] = await unit.load(
    sql`select from casework.case where organ = ${organ} and id = ${caseId} for update`,
    sql`select from casework.clock where organ = ${organ} and id = ${clock} and state = 'running'`,
  );
  return rows.length > 0;
}
