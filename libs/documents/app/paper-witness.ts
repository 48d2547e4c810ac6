import { Injectable } from '@nestjs/common';
import { sql, UnitOfWork, type Sql } from '@sanzhi/platform/ports';
import type { Problem, Verifying, Witness } from '@sanzhi/record';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Papers as the record bears their digests: an entry that issued one for which no paper of that kind with those very bytes
 * is kept any more is a problem. The digest is taken anew from the bytes; the one kept beside them is not asked.
 */
@Injectable()
export class PaperWitness implements Witness {
  constructor(private readonly units: UnitOfWork) {}

  async problems({ organ, case: asked }: Verifying): Promise<Problem[]> {
    return this.units.run({ organ, actor: 'verify' }, async (unit) => {
      const [rows] = await unit.load(sql`
        select distinct p.case_id as case, p.seq, 'file' as kind
        from record.payload p
        join casework.case c on c.organ = p.organ and c.id = p.case_id
        cross join lateral jsonb_each(p.body::jsonb #> '{recorded,documents}') as issued (paper, said)
        where p.organ = ${organ} ${pick(asked)} and said ? 'sm3' and not exists (
          select 1 from documents.document d
          where d.organ = p.organ and d.case_id = p.case_id and d.kind = issued.paper
            and encode(sha256(convert_to(d.html, 'UTF8')), 'hex') = said->>'sha256')
        order by 1, 2`);
      return rows as unknown as Problem[];
    });
  }
}

function pick(asked: string | undefined): Sql {
  if (asked === undefined) return sql``;
  return UUID.test(asked) ? sql`and c.id = ${asked}` : sql`and c.number = ${asked}`;
}
