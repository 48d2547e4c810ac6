import pg from 'pg';
import { DataSource } from 'typeorm';

/** Legal days stay ISO strings: a Date would drift with the process zone. */
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/** What a process needs to reach its database. */
export interface DatabaseOptions {
  /** URL of the process's own role. */
  url: string;
  poolSize: number;
  applicationName: string;
  /** Longest a statement may run, in milliseconds; default 10 s. The server ends what takes longer. */
  statementMillis?: number;
  /** Longest a statement waits for a lock, in milliseconds; default 5 s. */
  lockMillis?: number;
  /** Longest a request waits for a free connection, in milliseconds; default 5 s. */
  waitMillis?: number;
  /** What else has to hold of the role before anything is done with it; rejects when it does not. */
  mustHold?: (pool: pg.Pool) => Promise<void>;
}

const RESERVED = 2;

/** The server ends a statement in time; who hears nothing for so much longer has lost the server, half-open or held up. */
const BEYOND_MILLIS = 5000;

/** A transaction that does nothing holds its locks against everybody: the server ends it. */
const IDLE_IN_TRANSACTION_MILLIS = 30_000;

/** TypeORM's data source for the reads, not connected yet; its pool is the only one of the process. */
export function dataSourceFor(options: DatabaseOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    // The one whose types are set above, wherever TypeORM would look for its own.
    driver: pg,
    url: options.url,
    applicationName: options.applicationName,
    poolSize: options.poolSize,
    extra: { ...limitsOf(options), idleTimeoutMillis: 30_000 },
    // A connection that dies while nobody uses it is replaced at the next use; that use tells if it cannot be.
    poolErrorHandler: () => undefined,
    entities: [],
    synchronize: false,
  });
}

/** How long anything may take, on every connection; who waits longer is told to come again. */
function limitsOf(options: DatabaseOptions): pg.PoolConfig {
  return {
    connectionTimeoutMillis: options.waitMillis ?? 5000,
    statement_timeout: options.statementMillis ?? 10_000,
    query_timeout: (options.statementMillis ?? 10_000) + BEYOND_MILLIS,
    lock_timeout: options.lockMillis ?? 5000,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MILLIS,
    keepAlive: true,
  };
}

/** Connections that no request can take: see ReservedUnitOfWork. Opened at first use and then kept. */
export function reservedPoolFor(options: DatabaseOptions): pg.Pool {
  const name = { application_name: `${options.applicationName}-reserved` };
  const pool = new pg.Pool({ ...limitsOf(options), ...name, connectionString: options.url, max: RESERVED, idleTimeoutMillis: 0 });
  pool.on('error', () => undefined);
  return pool;
}

/** The same, connected. */
export function openDataSource(options: DatabaseOptions): Promise<DataSource> {
  return dataSourceFor(options).initialize();
}

/** The pool behind a data source: the hot path speaks to `pg` itself, over the same connections. */
export function poolOf(dataSource: DataSource): pg.Pool {
  return (dataSource.driver as unknown as { master: pg.Pool }).master;
}
