import { createHmac } from 'node:crypto';

/** Roles that processes log in as. None of them owns a table. */
export const LOGIN_ROLES = ['sanzhi_api', 'sanzhi_worker', 'sanzhi_portal', 'sanzhi_queue'] as const;

/** A role that a process logs in as. */
export type LoginRole = (typeof LOGIN_ROLES)[number];

/** Owns the SECURITY DEFINER functions; nobody logs in as it. */
export const KEEPER_ROLE = 'sanzhi_keeper';

/**
 * The URL by which a process reaches its database as its own role.
 * Without a database named, `sanzhi_queue` goes to the queue's database and the others to the owner's.
 * @throws Error when the owner's URL names no database or carries no password
 */
export function roleUrl(ownerUrl: string, role: LoginRole, database?: string): string {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = rolePassword(ownerUrl, role);
  url.pathname = `/${encodeURIComponent(database ?? (role === 'sanzhi_queue' ? queueDatabaseOf(ownerUrl) : databaseOf(ownerUrl)))}`;
  return url.toString();
}

/**
 * Hex HMAC-SHA256 of the role under the owner's password: every launcher on one server finds the same, and no password
 * is stored anywhere.
 */
export function rolePassword(ownerUrl: string, role: LoginRole): string {
  const ownerPassword = decodeURIComponent(new URL(ownerUrl).password);
  if (!ownerPassword) throw new Error('DATABASE_URL 必须写明用户和密码：postgres://用户:密码@主机:端口/数据库');
  return createHmac('sha256', ownerPassword).update(`sanzhi:${role}`).digest('hex');
}

/** Name of the database that a URL points to. */
export function databaseOf(url: string): string {
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  if (!name) throw new Error('DATABASE_URL 必须写明数据库：postgres://用户:密码@主机:端口/数据库');
  return name;
}

/** Name of the database that BullMQ uses on PostgreSQL, beside the one of the URL. */
export function queueDatabaseOf(ownerUrl: string): string {
  return `${databaseOf(ownerUrl)}_queue`;
}

/** The same server and account, another database. */
export function withDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${encodeURIComponent(database)}`;
  return other.toString();
}
