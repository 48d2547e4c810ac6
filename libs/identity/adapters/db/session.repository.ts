import { Injectable } from '@nestjs/common';
import { sql, UnitOfWork, type Sql } from '@sanzhi/platform/ports';
import { SessionStore, type Bearer, type NewSession } from '../../app/session-store';
import { SESSION_LIFE } from '../../rules/session-life';
import { atTheDoor } from './at-the-door';

/** Sessions in PostgreSQL, through functions that alone may see them. */
@Injectable()
export class SessionRepository extends SessionStore {
  constructor(private readonly units: UnitOfWork) {
    super();
  }

  open({ tokenSha256, organ, account, totpStep, knock }: NewSession): Promise<boolean> {
    const { absoluteHours } = SESSION_LIFE;
    return this.ask(sql`select identity.enter(${tokenSha256}, ${organ}, ${account}::uuid, ${absoluteHours}, ${totpStep},
      ${knock.loginSha256}, ${knock.address}) as answer`);
  }

  bearerOf(tokenSha256: string): Promise<Bearer | null> {
    return this.ask(sql`select identity.session_of(${tokenSha256}, ${SESSION_LIFE.idleMinutes}) as answer`);
  }

  close(tokenSha256: string): Promise<boolean> {
    return this.ask(sql`select identity.close_session(${tokenSha256}) as answer`);
  }

  private async ask<T>(question: Sql): Promise<T> {
    const [[row]] = await this.units.ask(atTheDoor, question);
    return row.answer as T;
  }
}
