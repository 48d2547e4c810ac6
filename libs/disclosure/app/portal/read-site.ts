import { Injectable } from '@nestjs/common';
import { sql, UnitOfWork, type Sql } from '@sanzhi/platform/ports';

/** A line of a list of the portal. `indexed: false`: kept out of feeds and search engines (natural persons). */
export interface ShownLine {
  organ: string;
  organName: string;
  id: string;
  title: string;
  number: string;
  partyShown: string;
  decidedOn: string;
  publishedAt: string;
  correctedAt: string | null;
  indexed: boolean;
  /** Where a page ends, in microseconds. */
  place: string;
}

/** An item as it was released: its exact bytes and their digest. */
export interface ShownItem extends ShownLine {
  html: string;
  sha256: string;
  correction: string | null;
}

/** What stands where something was shown. A withdrawal (撤回) has number, ground and notice; what has expired has none. */
export interface EndNotice {
  organ: string;
  organName: string;
  id: string;
  kind: 'withdrawn' | 'expired';
  number: string | null;
  ground: 'changed' | 'annulled' | 'held-illegal' | 'held-void' | null;
  notice: string | null;
  sha256: string | null;
  endedAt: string;
  place: string;
}

/** An organ of the portal with what it shows. */
export interface ShownOrgan {
  organ: string;
  organName: string;
  items: number;
  newestAt: string | null;
}

/** A page by keys: after which place, and how many lines. */
export interface LinesAsked {
  q: string;
  after: { at: string; id: string } | null;
  limit: number;
}

const NOBODY = { organ: '', readable: [], actor: 'portal' };

const LINE = sql`i.organ, i.organ_name as "organName", i.id, i.title, i.number, i.party_shown as "partyShown",
  i.decided_on::text as "decidedOn", iso_instant(i.published_at) as "publishedAt", iso_instant(i.corrected_at) as "correctedAt",
  i.indexed, i.published_at::text as place`;

const NOTICE = sql`n.organ, n.organ_name as "organName", n.id, n.kind, n.number, n.ground, n.notice, n.sha256,
  iso_instant(n.ended_at) as "endedAt", n.ended_at::text as place`;

/** Reads what the public may read: the schema `pub`, nothing else. */
@Injectable()
export class ReadSite {
  constructor(private readonly units: UnitOfWork) {}

  /** Every organ that shows something, largest region first by code. */
  organs(): Promise<ShownOrgan[]> {
    return this.rows<ShownOrgan>(sql`select i.organ, max(i.organ_name) as "organName", count(*)::int as items,
      iso_instant(max(i.published_at)) as "newestAt" from pub.item i group by i.organ order by i.organ`);
  }

  /** The name an organ is known by here, or null when it shows nothing and has withdrawn nothing. */
  async organ(organ: string): Promise<string | null> {
    const [row] = await this.rows<{ name: string }>(sql`
      select coalesce((select organ_name from pub.item where organ = ${organ} limit 1),
        (select organ_name from pub.notice where organ = ${organ} limit 1)) as name`);
    return row.name;
  }

  /** The newest lines that feeds and search engines may carry, of all organs or of one. */
  newest(limit: number, organ?: string): Promise<ShownLine[]> {
    const where = organ === undefined ? sql`` : sql`and i.organ = ${organ}`;
    return this.rows<ShownLine>(sql`select ${LINE} from pub.item i where i.indexed ${where}
      order by i.published_at desc, i.id desc limit ${limit}`);
  }

  /** Lines of one organ, newest first; a search finds numbers, and names of whom the index may carry. */
  lines(organ: string, { q, after, limit }: LinesAsked): Promise<ShownLine[]> {
    const place = after ? sql`and (i.published_at, i.id) < (${after.at}::timestamptz, ${after.id})` : sql``;
    return this.rows<ShownLine>(sql`select ${LINE} from pub.item i where i.organ = ${organ} ${found(q)} ${place}
      order by i.published_at desc, i.id desc limit ${limit}`);
  }

  async item(organ: string, id: string): Promise<ShownItem | null> {
    const rows = await this.rows<ShownItem>(sql`select ${LINE}, i.html, i.sha256, i.correction from pub.item i
      where i.organ = ${organ} and i.id = ${id}`);
    return rows[0] ?? null;
  }

  /** What is said of an item that is shown no more, or null. */
  async notice(organ: string, id: string): Promise<EndNotice | null> {
    const rows = await this.rows<EndNotice>(sql`select ${NOTICE} from pub.notice n where n.organ = ${organ} and n.id = ${id}`);
    return rows[0] ?? null;
  }

  /** Withdrawals of one organ, newest first. */
  notices(organ: string, after: LinesAsked['after'], limit: number): Promise<EndNotice[]> {
    const place = after ? sql`and (n.ended_at, n.id) < (${after.at}::timestamptz, ${after.id})` : sql``;
    return this.rows<EndNotice>(sql`select ${NOTICE} from pub.notice n where n.organ = ${organ} and n.kind = 'withdrawn' ${place}
      order by n.ended_at desc, n.id desc limit ${limit}`);
  }

  private rows<T>(statement: Sql): Promise<T[]> {
    return this.units.run(NOBODY, async (unit) => (await unit.load(statement))[0] as T[]);
  }
}

function found(q: string): Sql {
  if (q === '') return sql``;
  const text = q.replace(/[\\%_]/g, (sign) => `\\${sign}`);
  return sql`and (i.number like ${`${text}%`} or (i.indexed and i.party_shown like ${`%${text}%`}))`;
}
