import type { Pool } from 'pg';

/** Why a process must not run with the role it connects as. */
export class UnsafeDatabaseRole extends Error {
  constructor(
    readonly role: string,
    readonly reasons: readonly string[],
  ) {
    super(`数据库角色 ${role} 不得用于运行：${reasons.join('；')}。请改用最小权限角色 (unsafe database role)`);
    this.name = 'UnsafeDatabaseRole';
  }
}

/** What the server says about the role that logged in, and about the roles it could become. */
const MIGHT = `
  select session_user::text as role,
    bool_or(r.rolsuper) as superuser,
    bool_or(r.rolbypassrls) as bypasses,
    (select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
        and pg_has_role(session_user, c.relowner, 'member') order by 1 limit 1) as owned
  from pg_roles r where pg_has_role(session_user, r.oid, 'member')`;

interface Might {
  role: string;
  superuser: boolean;
  bypasses: boolean;
  owned: string | null;
}

/** The role of this connection and all reasons against it, in Chinese; no reason means it is safe. */
export async function roleFaults(pool: Pool): Promise<{ role: string; reasons: string[] }> {
  const { rows } = await pool.query<Might>(MIGHT);
  const [might] = rows as [Might];
  const reasons = [
    might.superuser ? '是（或可切换为）超级用户' : '',
    might.bypasses ? '可绕过行级安全（BYPASSRLS）' : '',
    might.owned === null ? '' : `拥有表 ${might.owned}，可更改其规则`,
  ];
  return { role: might.role, reasons: reasons.filter(Boolean) };
}

/** Refuses to go on as a role past which row-level security and the append-only record do not hold. Throws UnsafeDatabaseRole. */
export async function assertSafeDatabaseRole(pool: Pool): Promise<void> {
  const { role, reasons } = await roleFaults(pool);
  if (reasons.length) throw new UnsafeDatabaseRole(role, reasons);
}
