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
}

/** TypeORM's data source for the reads; its pool is the only one of the process. */
export function openDataSource(options: DatabaseOptions): Promise<DataSource> {
  return new DataSource({
    type: 'postgres',
    url: options.url,
    applicationName: options.applicationName,
    poolSize: options.poolSize,
    extra: { connectionTimeoutMillis: 5000, idleTimeoutMillis: 30_000 },
    entities: [],
    synchronize: false,
  }).initialize();
}

/** The pool behind a data source: the hot path speaks to `pg` itself, over the same connections. */
export function poolOf(dataSource: DataSource): pg.Pool {
  return (dataSource.driver as unknown as { master: pg.Pool }).master;
}
