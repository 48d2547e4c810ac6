import { Injectable } from '@nestjs/common';
import { notFound, sql, UnitOfWork } from '@sanzhi/platform/ports';
import type { Caller } from '@sanzhi/casework';

/** Reads one document as it was issued. */
@Injectable()
export class ReadDocument {
  constructor(private readonly units: UnitOfWork) {}

  /** Its exact HTML; 404 for what one may not know of. */
  run({ organ, readable, account }: Caller, id: string): Promise<string> {
    return this.units.run({ organ, readable, actor: account }, async (unit) => {
      const [rows] = await unit.load(sql`select html from documents.document where organ = ${organ} and id = ${id}`);
      if (rows.length === 0) throw notFound('该文书');
      return String(rows[0].html);
    });
  }
}
