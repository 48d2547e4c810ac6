import type { DynamicModule, INestApplicationContext } from '@nestjs/common';
import { ClockSweep, TakeAction, type Caller } from '@sanzhi/casework';
import type { ItemView } from '@sanzhi/disclosure';
import { ReadCase } from '@sanzhi/casework';
import type { JsonObject } from '@sanzhi/kernel';
import { readConfig } from '@sanzhi/platform/config';
import { openDataSource, poolOf, roleUrl } from '@sanzhi/platform/database';
import { JobsModule } from '@sanzhi/platform/jobs';
import { openHouse } from '../house';
import { withBenchDatabase } from './bench-database';
import { openOrgans, openReported, taken, type BenchOrgan } from './bench-office';
import { rounded, type BenchResult } from './pairs';

const ITEMS = 10_000;
const COPIED_AT_ONCE = 500;
const LOOK_MILLIS = 200;
const MOST_MILLIS = 600_000;
/** A statement of the owner over all items. */
const COPY_MILLIS = 300_000;

/** `sanzhi bench publish`: 10,000 cleared items that fall due in one minute, until the public reads the last. */
export function benchPublish(say: (text: string) => void): Promise<BenchResult[]> {
  return withBenchDatabase(async (ownerUrl) => {
    say(`准备 ${ITEMS} 件已复核的公示事项…\n`);
    const id = await prepareOne(ownerUrl);
    // Each case takes a lock of its own until the commit.
    for (let made = 1; made < ITEMS; made += COPIED_AT_ONCE) await asOwner(ownerUrl, COPIES, [id, Math.min(COPIED_AT_ONCE, ITEMS - made)]);
    await asOwner(ownerUrl, 'analyze', []);
    const worker = await openHouse(ownerUrl, 'sanzhi_worker', queueOf(ownerUrl));
    try {
      const millis = await published(worker, ownerUrl);
      const [counted] = await asOwner(ownerUrl, COUNTED, []);
      return resultsOf(millis, counted as unknown as Counted);
    } finally {
      await worker.close();
    }
  });
}

/** A worker with the queue that the environment asks for: none, Redis, or PostgreSQL beside the database. */
function queueOf(ownerUrl: string): DynamicModule {
  const { queue, redisUrl } = readConfig();
  return JobsModule.forWorker({ queue, redisUrl, queueDatabaseUrl: roleUrl(ownerUrl, 'sanzhi_queue') });
}

/** One case through the real use cases, cleared and served. */
async function prepareOne(ownerUrl: string): Promise<string> {
  const house = await openHouse(ownerUrl, 'sanzhi_api', JobsModule.forCommand());
  try {
    const [office] = await openOrgans(ownerUrl, 1);
    const caseId = await openReported(house, office);
    const publisher = stranger(office, 'publisher');
    const steps: [Caller, string, JsonObject][] = [
      [office.handler, 'notify-party', { receiver: '示例签收人', method: 'direct' }],
      [office.handler, 'record-statement', { kind: 'waived', content: '书面放弃。' }],
      [office.head, 'decide-penalty', { kinds: ['罚款'], fineFen: 300_000, confiscatedFen: 0 }],
      [office.handler, 'serve-decision', { method: 'direct', receiver: '示例签收人' }],
      [publisher, 'scope-publication', { scope: 'open', ground: '依法公开。', secrecyChecked: true }],
    ];
    for (const [caller, action, form] of steps) await act(house, caller, { caseId, action, form });
    const { slices } = await house.get(ReadCase).run(office.head, caseId);
    const [{ preview }] = (slices.disclosure as { items: ItemView[] }).items;
    await act(house, stranger(office, 'second-eye'), { caseId, action: 'clear-publication', form: { sha256: preview!.sha256, confirmed: true } });
    return caseId;
  } finally {
    await house.close();
  }
}

/** Somebody who has nothing else to do with the case. */
function stranger({ head }: BenchOrgan, post: string): Caller {
  return { ...head, actor: { ...head.actor, person: post, posts: [post] } };
}

async function act(house: INestApplicationContext, caller: Caller, { caseId, action, form }: { caseId: string; action: string; form: JsonObject }): Promise<void> {
  taken(await house.get(TakeAction).run(caller, { caseId, step: { action, form }, key: null, expectedVersion: null }));
}

/** All fall due at this instant; the worker finds them and shows them. Milliseconds until the last is shown. */
async function published(worker: INestApplicationContext, ownerUrl: string): Promise<number> {
  await asOwner(ownerUrl, DUE_NOW, []);
  const owner = await openDataSource({ url: ownerUrl, poolSize: 1, applicationName: 'sanzhi-bench' });
  const startedAt = performance.now();
  try {
    await worker.get(ClockSweep).sweep();
    for (let shown = 0; shown < ITEMS; ) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_MILLIS));
      shown = (await poolOf(owner).query('select count(*)::int as shown from pub.item')).rows[0].shown as number;
      if (performance.now() - startedAt > MOST_MILLIS) throw new Error(`${shown} of ${ITEMS} were shown in ${MOST_MILLIS / 1000} s`);
    }
    return performance.now() - startedAt;
  } finally {
    await owner.destroy();
  }
}

interface Counted {
  items: number;
  duplicates: number;
}

function resultsOf(millis: number, { items, duplicates }: Counted): BenchResult[] {
  const none = { baseline: null, baselineValue: null, ratio: null, p50: rounded(millis), p95: rounded(millis), clients: 1, rows: items, seed: 0, runs: 1 };
  const result = (name: string, value: number, unit: string): BenchResult => ({ name, value, unit, ...none, median: value });
  return [
    result('publish', rounded((items * 1000) / millis), 'items/s'),
    result('publish-seconds', rounded(millis / 1000), 's'),
    result('publish-duplicates', duplicates, 'items'),
  ];
}

async function asOwner(ownerUrl: string, text: string, values: unknown[]): Promise<Record<string, unknown>[]> {
  const owner = await openDataSource({ url: ownerUrl, poolSize: 1, applicationName: 'sanzhi-bench', statementMillis: COPY_MILLIS });
  try {
    return (await poolOf(owner).query(text, values)).rows as Record<string, unknown>[];
  } finally {
    await owner.destroy();
  }
}

const DUE_NOW = `
  update casework.clock set next_rung_at = sanzhi_now() - interval '1 minute',
    rungs = jsonb_build_array(jsonb_build_object('id', 'act', 'at', iso_instant(sanzhi_now() - interval '1 minute')))
  where rule = 'PUB-CF-7' and state = 'running'`;

/** Shown twice, acted twice, said twice: anything beyond one for each item. */
const COUNTED = `
  select (select count(*)::int from pub.item) as items,
    ((select count(*) - count(distinct case_id) from record.entry where action = 'publish-decision')
      + (select count(*) - count(distinct item_id) from disclosure.event where kind = 'published')
      + (select count(*) - count(distinct item_id) from disclosure.version))::int as duplicates`;

/** The case under many ids: its rows as the engine has written them, copied by the owner. */
const COPIES = `
  with copied as (select gen_random_uuid() as id from generate_series(1, $2::int)),
  cases as (insert into casework.case (organ, id, number, procedure, procedure_version, state, version, facts, opened_on, last_acted_at, head_sha256, head_sm3)
    select c.organ, copied.id, copied.id::text, c.procedure, c.procedure_version, c.state, c.version, c.facts, c.opened_on, c.last_acted_at, c.head_sha256, c.head_sm3
    from casework.case c, copied where c.id = $1::uuid),
  duties as (insert into identity.duty select (jsonb_populate_record(d, jsonb_build_object('case_id', copied.id))).*
    from identity.duty d, copied where d.case_id = $1::uuid),
  items as (insert into disclosure.item
    select (jsonb_populate_record(i, jsonb_build_object('case_id', copied.id, 'id', copied.id || '/decision'))).*
    from disclosure.item i, copied where i.case_id = $1::uuid)
  insert into casework.clock select (jsonb_populate_record(k, jsonb_build_object('case_id', copied.id,
    'id', copied.id || '/decision/PUB-CF-7', 'subject_id', copied.id || '/decision'))).*
  from casework.clock k, copied where k.case_id = $1::uuid and k.rule = 'PUB-CF-7'`;
