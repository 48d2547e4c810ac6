import { Injectable } from '@nestjs/common';
import { shanghaiDay, type JsonObject } from '@sanzhi/kernel';
import { sql, type Unit } from '@sanzhi/platform/ports';
import { isRefused, LawBook, TakeAction, type OrganSeen } from '@sanzhi/casework';
import { blockerAfter, blockerOf, type Blocker, type Standing } from '../rules/blocker';
import type { ItemSeen } from '../rules/item';

/** An item in a consumer's transaction. */
export interface ItemInHand {
  organ: string;
  caseId: string;
  itemId: string;
  item: string;
}

interface StandingRead {
  state: ItemSeen['state'];
  served: boolean;
  now: { at: string; organ: OrganSeen };
}

/** Kinds of events that say who keeps an item from being shown. */
export type BlockedKind = 'reminded' | 'pressed' | 'supervised' | 'blocked';

/** Shows what may be shown, and says of the rest who blocks it. Works inside the transaction of a consumer. */
@Injectable()
export class Publish {
  constructor(
    private readonly actions: TakeAction,
    private readonly law: LawBook,
  ) {}

  /** Takes the system act that publishes. Null when it was published, else who blocks it; nothing is written then. */
  async attempt(unit: Unit, inHand: ItemInHand): Promise<Blocker | null> {
    const standing = await this.standing(unit, inHand);
    const answer = await this.act(unit, inHand, 'publish-decision', { item: inHand.item });
    return isRefused(answer) ? blockerAfter(answer.refusals, standing) : null;
  }

  /** The rung that ends the term: publishes, or records that it is late, by whom and why. */
  async atTheEnd(unit: Unit, inHand: ItemInHand): Promise<void> {
    const blocker = await this.attempt(unit, inHand);
    if (!blocker) return;
    const answer = await this.act(unit, inHand, 'note-publication-late', { item: inHand.item, ...blocker });
    if (isRefused(answer)) this.note(unit, inHand, 'blocked', blocker);
  }

  /** Who has to act now; null when nobody has. */
  async blocker(unit: Unit, inHand: ItemInHand): Promise<Blocker | null> {
    return blockerOf(await this.standing(unit, inHand));
  }

  note(unit: Unit, { organ, itemId }: ItemInHand, kind: BlockedKind, { blockedBy, ground }: Blocker): void {
    unit.write(sql`select disclosure.note(${organ}, ${itemId}, ${kind}, 'system', ${blockedBy}, ${ground})`);
  }

  private act(unit: Unit, { organ, caseId }: ItemInHand, action: string, form: JsonObject) {
    return this.actions.bySystem(unit, { organ, caseId, action, form });
  }

  private async standing(unit: Unit, { organ, itemId }: ItemInHand): Promise<Standing> {
    const [rows] = await unit.load(sql`
      select i.state, jsonb_typeof(c.facts->'service') is not distinct from 'object' as served, casework.legal_now(${organ}) as now
      from disclosure.item i join casework.case c on c.organ = i.organ and c.id = i.case_id
      where i.organ = ${organ} and i.id = ${itemId}`);
    const { state, served, now } = rows[0] as unknown as StandingRead;
    const parameters = this.law.parameters(now.organ, shanghaiDay(now.at));
    return { state, served, beforeService: parameters['publish.beforeService'] === true };
  }
}
