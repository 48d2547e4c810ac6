import { Injectable } from '@nestjs/common';
import { AppError, forbidden, invalid, notFound, sql, UnitOfWork, type Rows, type Sql } from '@sanzhi/platform/ports';
import { passwordFaults } from '../rules/password';
import { PasswordHasher } from './credentials';
import type { RegisterContext } from './officer-register';

/** An account as its administrator sees it: who, and whether it is open. */
export interface AccountLine {
  id: string;
  login: string;
  kind: 'person' | 'cli' | 'admin';
  name: string;
  disabled: boolean;
  version: number;
}

/** What is to become of an account; at least one. */
export interface AccountChange {
  disabled?: boolean;
  /** A new first password, told to its bearer by another road. */
  password?: string;
}

/** Accounts of an organ in the hands of its administrators. Whatever changes, every session of the account ends. */
@Injectable()
export class Accounts {
  constructor(
    private readonly units: UnitOfWork,
    private readonly passwords: PasswordHasher,
  ) {}

  /** By login. */
  list(context: RegisterContext, { after, limit }: { after: string | null; limit: number }): Promise<AccountLine[]> {
    return this.units.run(context, async (unit) => {
      const [rows] = await unit.load(sql`
        select a.id, a.login, a.kind, coalesce(o.name, a.login) as name, a.disabled_at is not null as disabled, a.version
        from identity.account a left join identity.officer o on o.organ = a.organ and o.id = a.officer_id
        where a.organ = ${context.organ} and (${after}::text is null or a.login > ${after}) order by a.login limit ${limit}`);
      return rows as unknown as AccountLine[];
    });
  }

  /**
   * Returns the new version. Throws 404 for no account of the organ, 403 for one's own, 412 for another version than `seen`,
   * 400 for a weak password.
   */
  async change(context: RegisterContext, { id, seen }: { id: string; seen: number }, change: AccountChange): Promise<number> {
    if (id === context.actor) throw forbidden('本人的账号由另一名管理员管理；修改本人口令请到“本人账号”。');
    // Hashing takes its time; nobody waits for a lock meanwhile.
    const hash = change.password === undefined ? null : await this.passwords.hash(change.password);
    return this.units.run(context, async (unit) => {
      const [[found]] = await unit.load(sql`select login, version from identity.account
        where organ = ${context.organ} and id = ${id}::uuid for update`);
      if (!found) throw notFound('该账号');
      if (found.version !== seen) throw new AppError(412, 'stale', '账号已被他人更改，请刷新后再提交。');
      const [[row]] = await unit.load(updateOf(context.organ, id, { ...change, login: loginOf(found), hash }));
      return row.version as number;
    });
  }
}

function updateOf(organ: string, id: string, { login, disabled, password, hash }: AccountChange & { login: string; hash: string | null }): Sql {
  const faults = password === undefined ? [] : passwordFaults(password, login);
  if (faults.length > 0) throw invalid('口令不符合要求。', faults.map((message) => ({ pointer: '/password', code: 'weak', message })));
  const shut = disabled === undefined ? sql`disabled_at` : disabled ? sql`coalesce(disabled_at, sanzhi_now())` : sql`null`;
  const opened = hash === null ? sql`` : sql`, password_hash = ${hash}, failed_count = 0, locked_until = null`;
  return sql`update identity.account set disabled_at = ${shut} ${opened} where organ = ${organ} and id = ${id}::uuid returning version`;
}

const loginOf = (row: Rows[number]): string => row.login as string;
