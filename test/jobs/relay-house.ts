import { type FreshDatabase, freshDatabase } from '@sanzhi/testing';
import { openDataSource, PgUnitOfWork, poolOf } from '@sanzhi/platform/database';
import { ConsumerRegistry, Relay } from '@sanzhi/platform/jobs';
import { type Consumer, sql, type UnitOfWork } from '@sanzhi/platform/ports';
import pg from 'pg';

/** One relay as a worker process has it: a pool of its own, its role, its consumers. */
export interface RelayHand {
  relay: Relay;
  consumers: ConsumerRegistry;
  unitOfWork: UnitOfWork;
}

/** A database with an outbox and a table where consumers leave their effects. */
export interface RelayHouse {
  database: FreshDatabase;
  /** Reads as the owner. */
  ask<T extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<T[]>;
  /** Commits rows to the outbox, organ by organ. */
  post(rows: { organ: string; topic: string; key: string }[]): Promise<void>;
  hand(...consumers: Consumer[]): Promise<RelayHand>;
  close(): Promise<void>;
}

/** Leaves one row per key, and one more for each time the key comes again. */
export function recorder(topic: string, batch: number): Consumer {
  return {
    topic,
    batch,
    consume: async (rows, unit) => {
      for (const row of rows) unit.write(sql`insert into public.effect (organ, topic, key) values (${row.organ}, ${row.topic}, ${row.key})`);
    },
  };
}

export async function openRelayHouse(): Promise<RelayHouse> {
  const database = await freshDatabase();
  const owner = new pg.Pool({ pipeline: true, connectionString: database.ownerUrl, max: 2 });
  owner.on('error', () => undefined);
  await owner.query(`create table public.effect (id bigint generated always as identity, organ text, topic text, key text);
    grant select, insert on public.effect to sanzhi_worker`);
  const sources: { destroy(): Promise<void> }[] = [];
  return {
    database,
    ask: async (text, values) => (await owner.query(text, values)).rows,
    post: async (rows) => {
      await owner.query(
        `insert into platform.outbox (organ, topic, key, payload)
         select row->>'organ', row->>'topic', row->>'key', '{}' from jsonb_array_elements($1::jsonb) row`,
        [JSON.stringify(rows)],
      );
    },
    hand: async (...consumers) => {
      const source = await openDataSource({ url: database.url('sanzhi_worker'), poolSize: 5, applicationName: 'relay-test' });
      sources.push(source);
      const unitOfWork = new PgUnitOfWork(poolOf(source));
      const registry = new ConsumerRegistry();
      for (const consumer of consumers) registry.register(consumer);
      return { relay: new Relay(unitOfWork, registry), consumers: registry, unitOfWork };
    },
    close: async () => {
      for (const source of sources) await source.destroy();
      await owner.end();
      await database.drop();
    },
  };
}

/** `count` rows of `organs` organs, keys k1, k2 … */
export function rowsOf(topic: string, count: number, organs: number): { organ: string; topic: string; key: string }[] {
  return Array.from({ length: count }, (_, index) => ({ organ: `organ-${index % organs}`, topic, key: `k${index + 1}` }));
}
