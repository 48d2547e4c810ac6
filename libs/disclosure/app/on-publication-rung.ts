import { Injectable } from '@nestjs/common';
import { sql, type Consumer, type Pending, type Unit } from '@sanzhi/platform/ports';
import { blockerIn, rungDoes, termOf, type Term } from '../rules/ladder';
import { Publish, type ItemInHand, type ItemTold } from './publish';
import { FlushedUnit, roundsOf } from './rounds';

/** A rung of an item's clock, as it comes. */
interface RungTold extends ItemTold {
  clock: string;
  rule: string;
  rung: string;
}

/** Cases that are acted on in one transaction: enough that the commit does not count, few enough to be locked for a moment. */
const BATCH = 50;

/** The act that records a term as not met. */
const LATE: Record<Exclude<Term, 'display'>, string> = { show: 'note-publication-late', withdraw: 'note-withdrawal-late' };

/**
 * What the clock of an item does when a rung fires: says who blocks it, publishes it, and at the end publishes it or
 * records that it is late; of a withdrawal, which no clock does by itself, who has not done it; of a period of display,
 * that it is over. A refusal is kept with its blocker and ground, and is no fault.
 */
@Injectable()
export class OnPublicationRung implements Consumer {
  readonly topic = 'rung.publication';
  readonly batch = BATCH;
  readonly sideBySide = true;

  constructor(private readonly publish: Publish) {}

  async consume(batch: readonly Pending[], unit: Unit): Promise<void> {
    const flushed = new FlushedUnit(unit);
    for (const round of roundsOf(batch.map(toldBy), ({ caseId }) => caseId)) {
      await flushed.flush();
      await this.round(round, flushed);
    }
    flushed.hand();
  }

  private async round(round: readonly RungTold[], unit: Unit): Promise<void> {
    const clocks = round.map(({ clock }) => clock);
    const taken = await this.publish.take(unit, round, sql`exists (select from casework.clock k
      where k.organ = i.organ and k.id = any (${clocks}) and k.subject_id = i.id and k.state = 'running')`);
    for (const told of round) {
      const inHand = taken.get(told.itemId);
      if (inHand) await this.climb(unit, inHand, told);
    }
  }

  private async climb(unit: Unit, inHand: ItemInHand, { clock, rule, rung }: RungTold): Promise<void> {
    const [term, does, cause] = [termOf(rule), rungDoes(rung), { rule, key: `${clock}/${rung}` }];
    if (term === 'display') return this.publish.expire(unit, inHand);
    const tries = term === 'show' && (does === 'acts' || does === 'is-late');
    const blocker = tries ? await this.publish.attempt(unit, inHand) : blockerIn(term, inHand);
    if (!blocker) return;
    if (does === 'is-late') return this.publish.late(unit, inHand, LATE[term], blocker);
    this.publish.say(unit, inHand, { kind: does === 'acts' ? 'blocked' : does.tells, blocker, cause });
  }
}

function toldBy({ organ, payload }: Pending): RungTold {
  const { clock, rule, rung, caseId, subjectId } = payload as Record<string, string>;
  return { organ, caseId, itemId: subjectId, item: subjectId.slice(caseId.length + 1), clock, rule, rung };
}
