import { Injectable } from '@nestjs/common';
import { sql, UnitOfWork } from '@sanzhi/platform/ports';
import type { Caller } from '@sanzhi/casework';

/** One meeting that has not come to a resolution; `digest` is what votes and resolution have to name. */
export interface MeetingLine {
  caseId: string;
  number: string | null;
  party: string | null;
  round: number;
  members: string[];
  chair: string;
  place: string;
  convenedAt: string;
  /** Id of the sitting, where several cases are discussed in one. */
  sitting: string | null;
  digest: string;
  /** Members who have voted. */
  voted: string[];
}

/** Lists the open meetings that the caller is called to, or keeps the minutes of; oldest first. */
@Injectable()
export class ListMeetings {
  constructor(private readonly units: UnitOfWork) {}

  run({ organ, readable, account, actor }: Caller, limit: number): Promise<MeetingLine[]> {
    const keepsMinutes = actor.posts.includes('recorder');
    return this.units.run({ organ, readable, actor: account }, async (unit) => {
      const [rows] = await unit.load(sql`
        select m.case_id as "caseId", c.number, c.facts->'party'->>'name' as party, m.round, m.members, m.chair, m.place,
          iso_instant(m.convened_at) as "convenedAt", m.digest, m.sitting_id as sitting,
          array(select v.member from discussion.vote v where v.organ = m.organ and v.case_id = m.case_id and v.round = m.round
            order by v.voted_at, v.member) as voted
        from discussion.meeting m join casework.case c on c.organ = m.organ and c.id = m.case_id
        where m.organ = ${organ} and m.resolution is null and (${keepsMinutes} or ${actor.person} = any (m.members))
        order by m.convened_at, m.case_id limit ${limit}`);
      return rows as unknown as MeetingLine[];
    });
  }
}
