import { Injectable } from '@nestjs/common';
import { sql, UnitOfWork, type Sql } from '@sanzhi/platform/ports';
import { RecordReader, type Verifying } from '../../app/verify-record';
import type { StoredChain } from '../../rules/verify';

const PAGE = 200;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads chains page by page, so that a whole organ never stands in memory. */
@Injectable()
export class PgRecordReader extends RecordReader {
  constructor(private readonly units: UnitOfWork) {
    super();
  }

  async *chains(which: Verifying): AsyncIterable<StoredChain> {
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const page = await this.page(which, after);
      for (const chain of page) yield chain;
      if (page.length < PAGE) return;
      after = page[page.length - 1].case;
    }
  }

  private page(which: Verifying, after: string): Promise<StoredChain[]> {
    const asked = pick(which.case);
    return this.units.run({ organ: which.organ, actor: 'verify' }, async (unit) => {
      const [rows] = await unit.load(sql`
        select jsonb_build_object('case', c.id, 'number', c.number,
          'head', jsonb_build_object('seq', c.version, 'sha256', c.head_sha256, 'sm3', c.head_sm3),
          'entries', coalesce((select jsonb_agg(jsonb_build_object('seq', e.seq, 'header', e.header, 'sha256', e.sha256,
              'sm3', e.sm3, 'payload', p.body, 'salt', p.salt, 'erasedUnder', x.under_seq,
              'shown', jsonb_build_object('organ', e.organ, 'prev', e.prev_sha256, 'action', e.action, 'actor', e.actor,
                'actedAt', iso_instant(e.acted_at), 'recordedAt', iso_instant(e.recorded_at))) order by e.seq)
            from record.entry e
            left join record.payload p using (organ, case_id, seq)
            left join record.erasure x using (organ, case_id, seq)
            where e.organ = c.organ and e.case_id = c.id), '[]')) as chain
        from casework.case c
        where c.organ = ${which.organ} and c.id > ${after} ${asked}
        order by c.id limit ${PAGE}`);
      return rows.map((row) => row.chain as StoredChain);
    });
  }
}

function pick(asked: string | undefined): Sql {
  if (asked === undefined) return sql``;
  return UUID.test(asked) ? sql`and c.id = ${asked}` : sql`and c.number = ${asked}`;
}
