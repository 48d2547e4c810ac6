import { Injectable } from '@nestjs/common';
import { sql, UnitOfWork, type Sql } from '@sanzhi/platform/ports';
import {
  OfficerRegister, type NewOfficer, type Officer, type OfficerPage, type RegisterContext, type Taken,
} from '../../app/officer-register';

const UNIQUE_VIOLATION = '23505';
const TAKEN: Record<string, Taken> = {
  account_login_key: 'login',
  officer_organ_certificate_number_key: 'certificateNumber',
};

/** The register of officers in PostgreSQL. */
@Injectable()
export class OfficerRepository extends OfficerRegister {
  constructor(private readonly units: UnitOfWork) {
    super();
  }

  list(context: RegisterContext, { after, limit }: OfficerPage): Promise<Officer[]> {
    const from = after ? sql`and (name, id) > (${after.name}, ${after.id}::uuid)` : sql``;
    return this.units.run(context, async (unit) => {
      const [rows] = await unit.load(sql`
        select id, name, certificate_number as "certificateNumber", certificate_from as "certificateFrom",
          certificate_until as "certificateUntil", legal_qualification as "legalQualification",
          reviews_since as "reviewsSince", body, identity.posts_on(organ, id, identity.legal_today()) as posts,
          valid_from as "validFrom", valid_to as "validTo"
        from identity.officer
        where organ = ${context.organ} and identity.legal_today() <@ daterange(valid_from, valid_to, '[]') ${from}
        order by name, id limit ${limit}`);
      return rows as unknown as Officer[];
    });
  }

  async add(context: RegisterContext, officer: NewOfficer): Promise<{ id: string } | { taken: Taken }> {
    try {
      return await this.units.run(context, async (unit) => {
        const [[row]] = await unit.load(insertion(context.organ, officer));
        return { id: row.id as string };
      });
    } catch (cause) {
      const taken = takenBy(cause);
      if (taken) return { taken };
      throw cause;
    }
  }
}

function insertion(organ: string, officer: NewOfficer): Sql {
  return sql`
    with officer as (
      insert into identity.officer (organ, name, certificate_number, certificate_from, certificate_until,
        legal_qualification, posts, valid_from)
      values (${organ}, ${officer.name}, ${officer.certificateNumber}, ${officer.certificateFrom}::date,
        ${officer.certificateUntil}::date, ${officer.legalQualification}, ${officer.posts}, ${officer.validFrom}::date)
      returning id
    ), account as (
      insert into identity.account (organ, login, kind, officer_id, password_hash)
      select ${organ}, ${officer.login}, 'person', id, ${officer.passwordHash} from officer
    )
    select id from officer`;
}

function takenBy(cause: unknown): Taken | undefined {
  const { code, constraint } = cause as { code?: string; constraint?: string };
  return code === UNIQUE_VIOLATION && constraint ? TAKEN[constraint] : undefined;
}
