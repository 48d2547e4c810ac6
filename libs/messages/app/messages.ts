import { Injectable } from '@nestjs/common';
import { notFound, sql, UnitOfWork, type UnitContext } from '@sanzhi/platform/ports';
import { LawBook, type Caller } from '@sanzhi/casework';
import { messageText } from '../rules/wording';
import { MessageBook } from './message-book';

/** A message as its reader sees it. Instants are ISO in UTC. */
export interface MessageLine {
  id: string;
  kind: string;
  title: string;
  text: string;
  caseId: string;
  at: string;
  readAt: string | null;
}

/** A page by keys: `before` is the last id seen (messages run from new to old). */
export interface MessagesAsked {
  unread: boolean;
  before: string | null;
  limit: number;
}

interface Row {
  id: string;
  kind: string;
  caseId: string;
  number: string | null;
  procedure: string | null;
  procedureVersion: string | null;
  duty: string | null;
  clock: string | null;
  item: string | null;
  at: string;
  readAt: string | null;
}

const contextOf = ({ organ, readable, account }: Caller): UnitContext => ({ organ, readable, actor: account });

/** The messages of the one who asks; nobody reads another's. */
@Injectable()
export class Messages {
  constructor(
    private readonly units: UnitOfWork,
    private readonly book: MessageBook,
    private readonly law: LawBook,
  ) {}

  /** Newest first. A case from which he was recused is told of without its number. */
  async list(caller: Caller, { unread, before, limit }: MessagesAsked): Promise<MessageLine[]> {
    const rows = await this.units.run(contextOf(caller), async (unit) => {
      const [found] = await unit.load(sql`
        select m.id::text as id, m.kind, m.case_id as "caseId", c.number, c.procedure, c.procedure_version::text as "procedureVersion",
          m.duty, m.clock, m.item, iso_instant(m.at) as at, iso_instant(m.read_at) as "readAt"
        from messages.message m left join casework.case c on c.organ = m.organ and c.id = m.case_id
        where m.organ = ${caller.organ} and m.person = ${caller.actor.person}
          ${unread ? sql`and m.read_at is null` : sql``} ${before === null ? sql`` : sql`and m.id < ${before}::bigint`}
        order by m.id desc limit ${limit}`);
      return found as unknown as Row[];
    });
    return rows.map((row) => this.lineOf(row));
  }

  /** Read once; reading it again changes nothing. Throws 404 for one that is not his. */
  read(caller: Caller, id: string): Promise<void> {
    return this.units.run(contextOf(caller), async (unit) => {
      const [rows] = await unit.load(sql`
        update messages.message set read_at = coalesce(read_at, sanzhi_now())
        where organ = ${caller.organ} and person = ${caller.actor.person} and id = ${id}::bigint returning id`);
      if (rows.length === 0) throw notFound('该消息');
    });
  }

  private lineOf({ id, kind, caseId, number, duty, clock, at, readAt, ...row }: Row): MessageLine {
    const known = this.book.kind(kind);
    const words = { number, duty: duty && this.book.duty(duty), clock: clock && this.law.clockRule(clock).title, item: this.itemOf(row) };
    return { id, kind, title: known.title, text: messageText(known, words), caseId, at, readAt };
  }

  /** An action of the case's procedure goes by its title. */
  private itemOf({ procedure, procedureVersion, item }: Pick<Row, 'procedure' | 'procedureVersion' | 'item'>): string | null {
    if (item === null || procedure === null || procedureVersion === null) return item;
    return this.law.pinned(procedure, procedureVersion).actions[item]?.title ?? item;
  }
}
