/** Codes of sockets that lead nowhere. */
const SOCKET_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EPIPE', 'EHOSTUNREACH', 'ENETUNREACH']);

/**
 * SQLSTATEs of a server that cannot serve now: 08 connection, 3D000 the database is gone (restored, dropped), 53 out of resources, 57P it is stopping, starting or has
 * ended us, 57014 a statement ran too long, 40001/40P01/55P03 lost a race for a lock, 25006 it only reads (failover),
 * 25P03 we held a transaction open.
 */
const SERVER_CODES = /^(?:08...|3D000|53...|57P0[1-5]|57014|40001|40P01|55P03|25006|25P03)$/;

/** The driver has no code for these. */
const DRIVER_MESSAGES = [
  'timeout exceeded when trying to connect',
  'Connection terminated',
  'Client has encountered a connection error and is not queryable',
  'Client was closed and is not queryable',
  'Cannot use a pool after calling end on the pool',
  'Query read timeout',
];

/** Whether a thrown thing says that the database cannot serve now, and a later try may do. */
export function isDatabaseAway(thrown: unknown): boolean {
  if (typeof thrown !== 'object' || thrown === null) return false;
  const { code, message, driverError } = thrown as { code?: unknown; message?: unknown; driverError?: unknown };
  if (typeof code === 'string' && (SOCKET_CODES.has(code) || SERVER_CODES.test(code))) return true;
  return DRIVER_MESSAGES.some((start) => String(message).startsWith(start)) || isDatabaseAway(driverError);
}
