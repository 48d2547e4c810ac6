import type { Pool } from 'pg';
import type { HealthCheck } from '../ports';
import { roleFaults } from './boot-check';
import { isDatabaseAway } from './database-away';

/** Checks of one database: reachable, of the newest schema, reached by a safe role. */
export function databaseChecks(pool: Pool, migrations: readonly string[]): HealthCheck[] {
  return [
    { name: 'database', title: '数据库', run: () => whenThere(() => reach(pool)) },
    { name: 'migrations', title: '数据库结构', run: () => whenThere(() => compareSchema(pool, migrations)) },
    { name: 'database-role', title: '数据库角色', run: () => whenThere(() => judgeRole(pool)) },
  ];
}

type Finding = Awaited<ReturnType<HealthCheck['run']>>;

async function whenThere(look: () => Promise<Finding>): Promise<Finding> {
  try {
    return await look();
  } catch (cause) {
    if (isDatabaseAway(cause)) return { state: 'down', detail: '数据库无法连接' };
    throw cause;
  }
}

async function reach(pool: Pool): Promise<Finding> {
  const { rows } = await pool.query<{ simulated: boolean }>('select simulated from platform.instance');
  if (rows[0]?.simulated) return { state: 'ok', detail: '可连接；本库使用模拟时钟' };
  return { state: 'ok', detail: '可连接' };
}

async function compareSchema(pool: Pool, needed: readonly string[]): Promise<Finding> {
  const { rows } = await pool.query<{ name: string }>('select name from platform.migration');
  const applied = new Set(rows.map((row) => row.name));
  const missing = needed.filter((name) => !applied.has(name));
  const newer = [...applied].filter((name) => !needed.includes(name));
  if (missing.length) return { state: 'down', detail: `缺少 ${missing.length} 个结构变更：${missing.join('、')}` };
  if (newer.length) return { state: 'warn', detail: `数据库比程序新：${newer.join('、')}` };
  return { state: 'ok', detail: `共 ${needed.length} 个结构变更，均已执行` };
}

async function judgeRole(pool: Pool): Promise<Finding> {
  const { role, reasons } = await roleFaults(pool);
  if (reasons.length) return { state: 'down', detail: `${role}：${reasons.join('；')}` };
  return { state: 'ok', detail: `${role} 权限最小` };
}
