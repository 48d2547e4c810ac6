import { Injectable } from '@nestjs/common';
import { sql, UnitOfWork } from '@sanzhi/platform/ports';
import type { Caller } from '@sanzhi/casework';

/** One round that waits for an opinion; `digest` is what the opinion has to name. */
export interface ReviewLine {
  caseId: string;
  number: string | null;
  party: string | null;
  round: number;
  submittedAt: string;
  digest: string;
}

/** Lists the rounds that the caller may give an opinion on, longest waiting first. */
@Injectable()
export class ListReviews {
  constructor(private readonly units: UnitOfWork) {}

  /** Empty for who is no reviewer; without the cases that the caller handles or is recused from. */
  async run({ organ, readable, account, actor }: Caller, limit: number): Promise<ReviewLine[]> {
    if (!actor.posts.includes('reviewer')) return [];
    return this.units.run({ organ, readable, actor: account }, async (unit) => {
      const [rows] = await unit.load(sql`
        select r.case_id as "caseId", c.number, c.facts->'party'->>'name' as party, r.round,
          iso_instant(r.submitted_at) as "submittedAt", r.digest
        from review.round r join casework.case c on c.organ = r.organ and c.id = r.case_id
        where r.organ = ${organ} and r.opinion is null
          and not exists (select from identity.duty d where d.organ = r.organ and d.case_id = r.case_id
            and d.person = ${actor.person} and d.duty in ('handler', 'recused'))
        order by r.submitted_at, r.case_id limit ${limit}`);
      return rows as unknown as ReviewLine[];
    });
  }
}
