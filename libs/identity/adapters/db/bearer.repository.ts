import { Injectable } from '@nestjs/common';
import { sql, UnitOfWork } from '@sanzhi/platform/ports';
import { Bearers } from '../../app/bearers';
import type { Bearer } from '../../app/session-store';
import { atTheDoor } from './at-the-door';

/** Acting persons in PostgreSQL. */
@Injectable()
export class BearerRepository extends Bearers {
  constructor(private readonly units: UnitOfWork) {
    super();
  }

  named(login: string): Promise<Bearer | null> {
    return this.find(null, login);
  }

  commandLineOf(organ: string): Promise<Bearer | null> {
    return this.find(organ, null);
  }

  private find(organ: string | null, login: string | null): Promise<Bearer | null> {
    return this.units.run(atTheDoor, async (unit) => {
      const [[row]] = await unit.load(sql`select identity.bearer_named(${organ}, ${login}) as bearer`);
      return (row?.bearer ?? null) as Bearer | null;
    });
  }
}
