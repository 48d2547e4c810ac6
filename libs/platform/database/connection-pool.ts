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
  /** Longest a request waits for a free connection, in milliseconds; default 5 s. */
  waitMillis?: number;
  /** What else has to hold of the role before anything is done with it; rejects when it does not. */
  mustHold?: (pool: pg.Pool) => Promise<void>;
}

/** A transaction that does nothing holds its locks against everybody: the server ends it. */
const IDLE_IN_TRANSACTION_MILLIS = 30_000;

/** TypeORM's data source for the reads, not connected yet; its pool is the only one of the process. */
export function dataSourceFor(options: DatabaseOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url: options.url,
    applicationName: options.applicationName,
    poolSize: options.poolSize,
    extra: {
      connectionTimeoutMillis: options.waitMillis ?? 5000,
      idleTimeoutMillis: 30_000,
      statement_timeout: options.statementMillis ?? 10_000,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MILLIS,
      keepAlive: true,
      // Statements of one unit travel together; the answers come in their order.
      pipeline: true,
    },
    // A connection that dies while nobody uses it is replaced at the next use; that use tells if it cannot be.
    poolErrorHandler: () => undefined,
    entities: [],
    synchronize: false,
  });
}

/** The same, connected. */
export function openDataSource(options: DatabaseOptions): Promise<DataSource> {
  return dataSourceFor(options).initialize();
}

/** The pool behind a data source: the hot path speaks to `pg` itself, over the same connections. */
export function poolOf(dataSource: DataSource): pg.Pool {
  return (dataSource.driver as unknown as { master: pg.Pool }).master;
}
