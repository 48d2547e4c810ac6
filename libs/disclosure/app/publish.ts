import { Injectable } from '@nestjs/common';
import { shanghaiDay, type JsonObject } from '@sanzhi/kernel';
import { sql, type Sql, type Unit } from '@sanzhi/platform/ports';
import { isRefused, LawBook, TakeAction, type OrganSeen } from '@sanzhi/casework';
import { blockerAfter, type Blocker, type Standing } from '../rules/blocker';
import type { ItemSeen } from '../rules/item';

/** Which item a consumer was told of. */
export interface ItemTold {
  organ: string;
  caseId: string;
  itemId: string;
  item: string;
}

/** An item whose case is locked until the end of the transaction. */
export interface ItemInHand extends ItemTold, Standing {}

interface ItemRead {
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

  /** Locks the case, as every act does, and reads the item; null when `still`, an SQL condition, no longer holds. */
  async take(unit: Unit, told: ItemTold, still: Sql): Promise<ItemInHand | null> {
    const { organ, caseId, itemId } = told;
    const [, rows] = await unit.load(
      sql`select from casework.case where organ = ${organ} and id = ${caseId} for update`,
      sql`select i.state, jsonb_typeof(c.facts->'service') is not distinct from 'object' as served, casework.legal_now(${organ}) as now
        from disclosure.item i join casework.case c on c.organ = i.organ and c.id = i.case_id
        where i.organ = ${organ} and i.id = ${itemId} and ${still}`,
    );
    if (rows.length === 0) return null;
    const { state, served, now } = rows[0] as unknown as ItemRead;
    const parameters = this.law.parameters(now.organ, shanghaiDay(now.at));
    return { ...told, state, served, beforeService: parameters['publish.beforeService'] === true };
  }

  /** Takes the system act that publishes. Null when it was published, else who blocks it; nothing is written then. */
  async attempt(unit: Unit, inHand: ItemInHand): Promise<Blocker | null> {
    const answer = await this.act(unit, inHand, 'publish-decision', { item: inHand.item });
    return isRefused(answer) ? blockerAfter(answer.refusals, inHand) : null;
  }

  /** The rung that ends the term: publishes, or records that it is late, by whom and why. */
  async atTheEnd(unit: Unit, inHand: ItemInHand): Promise<void> {
    const blocker = await this.attempt(unit, inHand);
    if (!blocker) return;
    const answer = await this.act(unit, inHand, 'note-publication-late', { item: inHand.item, ...blocker });
    if (isRefused(answer)) this.note(unit, inHand, 'blocked', blocker);
  }

  /** Keeps who blocks an item in its history. */
  note(unit: Unit, { organ, itemId }: ItemTold, kind: BlockedKind, { blockedBy, ground }: Blocker): void {
    unit.write(sql`select disclosure.note(${organ}, ${itemId}, ${kind}, 'system', ${blockedBy}, ${ground})`);
  }

  private act(unit: Unit, { organ, caseId }: ItemTold, action: string, form: JsonObject) {
    return this.actions.bySystem(unit, { organ, caseId, action, form });
  }
}
