import { Injectable } from '@nestjs/common';
import { sql, UnitOfWork } from '@sanzhi/platform/ports';
import type { Caller } from '@sanzhi/casework';

/** One party file of the organ; numbers of papers are not listed. Days are legal days. */
export interface PartyLine {
  id: string;
  kind: string;
  name: string;
  code: string | null;
  legalRepresentative: string | null;
  address: string | null;
  since: string;
}

/** A page by keys: `after` is the last id seen; with `code` only the file with exactly this code. */
export interface PartiesAsked {
  after: string | null;
  limit: number;
  code?: string;
}

/** Lists the party files of an organ in keyset pages. */
@Injectable()
export class ListParties {
  constructor(private readonly units: UnitOfWork) {}

  run({ organ, readable, account }: Caller, page: PartiesAsked): Promise<PartyLine[]> {
    return this.units.run({ organ, readable, actor: account }, async (unit) => {
      const [rows] = await unit.load(sql`
        select id, kind, name, code, legal_representative as "legalRepresentative", address, since
        from parties.party
        where organ = ${organ} ${page.after === null ? sql`` : sql`and id > ${page.after}`}
          ${page.code === undefined ? sql`` : sql`and code = ${page.code}`}
        order by id limit ${page.limit}`);
      return rows as unknown as PartyLine[];
    });
  }
}
