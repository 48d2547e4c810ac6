import { Injectable } from '@nestjs/common';
import { sql, UnitOfWork } from '@sanzhi/platform/ports';
import { AccountStore, type AccountKey, type LoginFacts } from '../../app/account-store';
import type { Failures } from '../../rules/lockout';
import { atTheDoor } from './at-the-door';

/** Accounts in PostgreSQL. */
@Injectable()
export class AccountRepository extends AccountStore {
  constructor(private readonly units: UnitOfWork) {
    super();
  }

  loginFacts(login: string): Promise<LoginFacts | null> {
    return this.units.run(atTheDoor, async (unit) => {
      const [[row]] = await unit.load(sql`select identity.login_facts(${login}) as facts`);
      return row.facts as LoginFacts | null;
    });
  }

  changeFailures({ organ, account }: AccountKey, change: (failures: Failures) => Failures): Promise<void> {
    return this.units.run({ organ, actor: account }, async (unit) => {
      const [[row]] = await unit.load(sql`
        select failed_count, iso_instant(locked_until) as locked_until
        from identity.account where organ = ${organ} and id = ${account}::uuid for update`);
      const stored = { failedCount: row.failed_count as number, lockedUntil: row.locked_until as string | null };
      const { failedCount, lockedUntil } = change(stored);
      unit.write(sql`
        update identity.account set failed_count = ${failedCount}, locked_until = ${lockedUntil}::timestamptz
        where organ = ${organ} and id = ${account}::uuid`);
    });
  }
}
