import { Injectable } from '@nestjs/common';
import { sql, UnitOfWork } from '@sanzhi/platform/ports';
import type { Caller } from '@sanzhi/casework';
import type { ItemSeen, Scope } from '../rules/item';

/** One item that waits; `safeDue` is the legal day by which it should be shown. */
export interface PublicationLine {
  id: string;
  caseId: string;
  caseNumber: string | null;
  item: string;
  state: ItemSeen['state'];
  scope: Scope | null;
  party: string | null;
  safeDue: string | null;
}

/** A page by keys: `after` is the last id seen. */
export interface PublicationsAsked {
  after: string | null;
  limit: number;
}

/** Lists what waits for the caller: scope decisions for a publisher, clearing for a second pair of eyes. */
@Injectable()
export class ListPublications {
  constructor(private readonly units: UnitOfWork) {}

  /** Leaves out what the caller may not touch: cases he handles or was recused from, what he has scoped himself. */
  run({ organ, readable, account, actor }: Caller, page: PublicationsAsked): Promise<PublicationLine[]> {
    const states = [...(actor.posts.includes('publisher') ? ['proposed'] : []), ...(actor.posts.includes('second-eye') ? ['scoped'] : [])];
    return this.units.run({ organ, readable, actor: account }, async (unit) => {
      const [rows] = await unit.load(sql`
        select i.id, i.case_id as "caseId", c.number as "caseNumber", i.item, i.state, i.scope, c.facts->'party'->>'name' as party,
          (select min(k.safe_due) from casework.clock k where k.organ = i.organ and k.case_id = i.case_id
            and k.subject_id = i.id and k.state = 'running') as "safeDue"
        from disclosure.item i join casework.case c on c.organ = i.organ and c.id = i.case_id
        where i.organ = ${organ} and i.state = any (${states}) ${page.after === null ? sql`` : sql`and i.id > ${page.after}`}
          and i.scoped_by is distinct from ${actor.person}
          and not exists (select from identity.duty d where d.organ = i.organ and d.case_id = i.case_id
            and d.person = ${actor.person} and d.duty in ('handler', 'recused'))
        order by i.id limit ${page.limit}`);
      return rows as unknown as PublicationLine[];
    });
  }
}
