// A worker's relay in a process of its own that is to be killed: its consumer writes, tells the parent, and never ends.
import 'reflect-metadata';
import { openDataSource, PgUnitOfWork, poolOf } from '@sanzhi/platform/database';
import { ConsumerRegistry, Relay } from '@sanzhi/platform/jobs';
import { sql } from '@sanzhi/platform/ports';

async function hold(): Promise<void> {
  const source = await openDataSource({ url: String(process.argv[2]), poolSize: 2, applicationName: 'held-relay' });
  const consumers = new ConsumerRegistry();
  consumers.register({
    topic: 'note',
    batch: 10,
    consume: async (rows, unit) => {
      for (const row of rows) await unit.load(sql`insert into public.effect (organ, topic, key) values (${row.organ}, ${row.topic}, ${row.key})`);
      process.send?.({ held: rows.length });
      await new Promise(() => undefined);
    },
  });
  await new Relay(new PgUnitOfWork(poolOf(source)), consumers).drain();
}

void hold();
