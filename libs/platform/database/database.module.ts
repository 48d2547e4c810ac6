import { Inject, Module, Optional, type DynamicModule, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { projectRoot } from '../config/project-root';
import { HealthChecks, LegalClock, ReservedUnitOfWork, UnitOfWork } from '../ports';
import { assertSafeDatabaseRole } from './boot-check';
import { dataSourceFor, poolOf, reservedPoolFor, type DatabaseOptions } from './connection-pool';
import { databaseChecks } from './database-checks';
import { readMigrations } from './migrate';
import { PgLegalClock } from './pg-legal-clock';
import { PgUnitOfWork } from './pg-unit-of-work';

/** Opens the data source, and looks at the role before anything is done with it. */
async function openSafely(options: DatabaseOptions): Promise<DataSource> {
  const dataSource = await dataSourceFor(options).initialize();
  try {
    await assertSafeDatabaseRole(poolOf(dataSource));
    await options.mustHold?.(poolOf(dataSource));
    return dataSource;
  } catch (cause) {
    await dataSource.destroy();
    throw cause;
  }
}

/** Token of the pool behind ReservedUnitOfWork. */
const RESERVED_POOL = Symbol('reserved-pool');

/**
 * The database of a process, for all its modules: DataSource, Pool, UnitOfWork, ReservedUnitOfWork, LegalClock.
 * The start fails with UnsafeDatabaseRole for a role past which row-level security does not hold.
 * Closed last, when nothing is in hand any more.
 */
@Module({})
export class DatabaseModule implements OnModuleInit, OnApplicationShutdown {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(RESERVED_POOL) private readonly reserved: Pool,
    @Optional() @Inject(HealthChecks) private readonly health?: HealthChecks,
  ) {}

  static forRoot(options: DatabaseOptions): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      providers: [
        { provide: DataSource, useFactory: () => openSafely(options) },
        { provide: Pool, useFactory: poolOf, inject: [DataSource] },
        { provide: UnitOfWork, useFactory: (pool: Pool) => new PgUnitOfWork(pool), inject: [Pool] },
        { provide: RESERVED_POOL, useFactory: () => reservedPoolFor(options) },
        { provide: ReservedUnitOfWork, useFactory: (pool: Pool) => new PgUnitOfWork(pool), inject: [RESERVED_POOL] },
        { provide: LegalClock, useFactory: (pool: Pool) => new PgLegalClock(pool), inject: [Pool] },
      ],
      exports: [DataSource, Pool, UnitOfWork, ReservedUnitOfWork, LegalClock],
    };
  }

  onModuleInit(): void {
    const names = readMigrations(projectRoot()).map((migration) => migration.name);
    for (const check of databaseChecks(poolOf(this.dataSource), names)) this.health?.add(check);
  }

  async onApplicationShutdown(): Promise<void> {
    if (!this.reserved.ended) await this.reserved.end();
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}
