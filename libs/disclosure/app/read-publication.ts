import { Injectable } from '@nestjs/common';
import { notFound, sql, UnitOfWork } from '@sanzhi/platform/ports';
import { ReadCase, type Caller } from '@sanzhi/casework';
import type { ItemView } from './disclosure-feature';

/** Something that happened to an item; who blocked it and why where it did not go on. */
export interface ItemEvent {
  kind: string;
  actor: string;
  blockedBy: string | null;
  ground: string | null;
  at: string;
}

/** An item with its preview, its history, and what the public reads of it. */
export interface PublicationView extends ItemView {
  caseId: string;
  events: ItemEvent[];
  published: { title: string; html: string; sha256: string; publishedAt: string } | null;
}

/** Reads one item of disclosure. */
@Injectable()
export class ReadPublication {
  constructor(
    private readonly units: UnitOfWork,
    private readonly cases: ReadCase,
  ) {}

  /** `id` is `<case>/<item>`; 404 for what one may not know of. */
  async run(caller: Caller, id: string): Promise<PublicationView> {
    const [caseId] = id.split('/');
    const { slices } = await this.cases.run(caller, caseId);
    const item = (slices.disclosure as { items: ItemView[] }).items.find((one) => one.id === id);
    if (!item) throw notFound('该公示事项');
    const { organ, readable, account } = caller;
    return this.units.run({ organ, readable, actor: account }, async (unit) => {
      const [events, published] = await unit.load(
        sql`select kind, actor, blocked_by as "blockedBy", ground, iso_instant(at) as at from disclosure.event
          where organ = ${organ} and item_id = ${id} order by disclosure.event.id`,
        sql`select title, html, sha256, iso_instant(published_at) as "publishedAt" from pub.item
          where organ = ${organ} and id = ${id}`,
      );
      return { ...item, caseId, events, published: published[0] ?? null } as unknown as PublicationView;
    });
  }
}
