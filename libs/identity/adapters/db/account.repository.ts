import { Injectable } from '@nestjs/common';
import { sql, UnitOfWork, type Rows } from '@sanzhi/platform/ports';
import { AccountStore, type AccountKey, type Knock, type LoginFacts } from '../../app/account-store';
import type { Counts, Failures } from '../../rules/lockout';
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

  changeFailures(knock: Knock, key: AccountKey | null, change: (counts: Counts, at: string) => Counts): Promise<void> {
    const { organ, account } = key ?? nobody;
    const { loginSha256, address } = knock;
    return this.units.run({ organ, actor: account }, async (unit) => {
      // A count that is lost with the power costs nothing, and waiting for the disk would tell a known login by its time.
      const [, [{ attempt }], [row]] = await unit.load(
        sql`set local synchronous_commit = off`,
        sql`select identity.lock_attempt(${loginSha256}, ${address}) as attempt`,
        sql`select failed_count, iso_instant(locked_until) as locked_until
          from identity.account where organ = ${organ} and id = ${account}::uuid for update`,
      );
      const { at, ...failed } = attempt as Failures & { at: string };
      const after = change({ address: failed, account: row ? failuresOf(row) : clean }, at);
      unit.write(
        sql`select identity.keep_attempt(${loginSha256}, ${address}, ${after.address.failedCount}, ${after.address.lockedUntil}::timestamptz)`,
        sql`update identity.account set failed_count = ${after.account.failedCount}, locked_until = ${after.account.lockedUntil}::timestamptz
          where organ = ${organ} and id = ${account}::uuid`,
      );
    });
  }

  changePassword({ organ, account }: AccountKey, version: number, passwordHash: string): Promise<boolean> {
    return this.units.run({ organ, actor: account }, async (unit) => {
      const [rows] = await unit.load(sql`update identity.account set password_hash = ${passwordHash}
        where organ = ${organ} and id = ${account}::uuid and version = ${version} and disabled_at is null returning id`);
      return rows.length === 1;
    });
  }
}

const nobody: AccountKey = { organ: '', account: '00000000-0000-0000-0000-000000000000' };
const clean: Failures = { failedCount: 0, lockedUntil: null };

function failuresOf(row: Rows[number]): Failures {
  return { failedCount: row.failed_count as number, lockedUntil: row.locked_until as string | null };
}
