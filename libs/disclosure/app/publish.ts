import { Injectable } from '@nestjs/common';
import { shanghaiDay, type JsonObject } from '@sanzhi/kernel';
import { json, sql, type Sql, type Unit } from '@sanzhi/platform/ports';
import { isRefused, LawBook, TakeAction, type OrganSeen } from '@sanzhi/casework';
import { blockerAfter, type Blocker, type Standing } from '../rules/blocker';
import type { Channel, ItemState } from '../rules/item';
import { dutiesTold, MESSAGE_KINDS, type ToldKind } from '../rules/ladder';

/** Which item a consumer was told of. */
export interface ItemTold {
  organ: string;
  caseId: string;
  itemId: string;
  item: string;
}

/** An item whose case is locked until the end of the transaction. */
export interface ItemInHand extends ItemTold, Standing {
  channel: Channel;
}

interface ItemRead {
  itemId: string;
  channel: Channel;
  state: ItemState;
  served: boolean;
  withdrawal: Standing['withdrawal'];
  now: { at: string; organ: OrganSeen };
}

/** Why somebody is told: the rule of a clock, null after another act. */
export interface Cause {
  rule: string | null;
  /** Tells one telling from every other. */
  key: string;
}

/** Topic of messages to whoever holds a duty in a case: {organ, caseId, duty, kind, clock}; ids only. */
const MESSAGE_TOPIC = 'message.to-duty';

/** Shows what may be shown, and says of the rest who blocks it. Works inside the transaction of a consumer. */
@Injectable()
export class Publish {
  constructor(
    private readonly actions: TakeAction,
    private readonly law: LawBook,
  ) {}

  /** Locks the cases in the order of their ids, as every act does, and reads the items of which `still`, an SQL condition on `i`, holds. */
  async take(unit: Unit, told: readonly ItemTold[], still: Sql): Promise<Map<string, ItemInHand>> {
    const [{ organ }] = told;
    const [cases, items] = [told.map(({ caseId }) => caseId), told.map(({ itemId }) => itemId)];
    const [, rows] = await unit.load(
      sql`select from casework.case where organ = ${organ} and id = any (${cases}::uuid[]) order by id for update`,
      sql`select i.id as "itemId", i.channel, i.state, jsonb_typeof(c.facts->'service') is not distinct from 'object' as served,
          (select casework.legal_now(${organ})) as now, case when w.item_id is null then null when w.notice is null then 'due' else 'drafted' end as withdrawal
        from disclosure.item i join casework.case c on c.organ = i.organ and c.id = i.case_id
        left join disclosure.withdrawal w on w.organ = i.organ and w.item_id = i.id
        where i.organ = ${organ} and i.id = any (${items}) and ${still}`,
    );
    return new Map((rows as unknown as ItemRead[]).map((row) => [row.itemId, this.inHand(told, row)]));
  }

  private inHand(told: readonly ItemTold[], { itemId, now, ...read }: ItemRead): ItemInHand {
    const parameters = this.law.parameters(now.organ, shanghaiDay(now.at));
    return { ...told.find((one) => one.itemId === itemId)!, ...read, beforeService: parameters['publish.beforeService'] === true };
  }

  /** Takes the system act that publishes. Null when it was published, else who blocks it; nothing is written then. */
  async attempt(unit: Unit, inHand: ItemInHand): Promise<Blocker | null> {
    const answer = await this.act(unit, inHand, 'publish-decision', { item: inHand.item, channel: inHand.channel });
    return isRefused(answer) ? blockerAfter(answer.refusals, inHand) : null;
  }

  /** Ends the showing of what has run its time; says so in its history where the law refuses. */
  async expire(unit: Unit, inHand: ItemInHand): Promise<void> {
    await this.act(unit, inHand, 'expire-publication', { item: inHand.item });
  }

  /** Records that a term is over, by whom and why: `action` is the note that belongs to the term. */
  async late(unit: Unit, inHand: ItemInHand, action: string, blocker: Blocker): Promise<void> {
    const answer = await this.act(unit, inHand, action, { item: inHand.item, ...blocker });
    if (isRefused(answer)) this.note(unit, inHand, 'blocked', blocker);
  }

  /** Keeps who blocks an item in its history, and tells whoever has to act. */
  say(unit: Unit, inHand: ItemInHand, said: { kind: ToldKind; blocker: Blocker; cause: Cause }): void {
    this.note(unit, inHand, said.kind, said.blocker);
    this.tell(unit, inHand, said);
  }

  private note(unit: Unit, { organ, itemId }: ItemTold, kind: ToldKind, { blockedBy, ground }: Blocker): void {
    unit.write(sql`select disclosure.note(${organ}, ${itemId}, ${kind}, 'system', ${blockedBy}, ${ground})`);
  }

  private tell(unit: Unit, { organ, caseId }: ItemInHand, said: { kind: ToldKind; blocker: Blocker; cause: Cause }): void {
    const { kind, blocker, cause } = said;
    for (const duty of dutiesTold(kind, blocker)) {
      const payload = { organ, caseId, duty, kind: MESSAGE_KINDS[kind], clock: cause.rule };
      unit.write(sql`insert into platform.outbox (organ, topic, key, payload)
        values (${organ}, ${MESSAGE_TOPIC}, ${`${cause.key}/${duty}`}, ${json(payload)})`);
    }
  }

  private act(unit: Unit, { organ, caseId }: ItemTold, action: string, form: JsonObject) {
    return this.actions.bySystem(unit, { organ, caseId, action, form });
  }
}
