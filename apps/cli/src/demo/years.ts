import type { INestApplicationContext } from '@nestjs/common';
import { LawBook } from '@sanzhi/casework';
import { dayNumber } from '@sanzhi/kernel';
import { readConfig } from '@sanzhi/platform/config';
import { queueDatabaseOf, roleUrl } from '@sanzhi/platform/database';
import { JobsModule, type QueueSettings } from '@sanzhi/platform/jobs';
import { SEEDS, type Report, type Seed, type SeedYear } from '@sanzhi/statistics';
import { openHouse, prepare } from '../house';
import { openTimeline } from '../timeline';
import { checkYear } from './check-year';
import { drive, type Driven, type Journey } from './drive';
import { importYear } from './import-year';
import { openOffices, type Office } from './people';
import { reportYear } from './report-year';
import { road } from './road';

/** What the demo is asked for. */
export interface YearsAsked {
  ownerUrl: string;
  seed: number;
  share: number;
  /** Folder for reports and input files. */
  out: string;
  say(text: string): void;
}

/** One year as it came out. */
export interface YearDone {
  seed: Seed;
  year: SeedYear;
  report: Report;
}

/** What came out of all of them. */
export interface YearsDone extends Driven {
  imported: number;
  importSeconds: number;
  years: YearDone[];
  /** Findings of verify and recount; empty when all is well. */
  findings: string[];
}

/** All reports are made on one day after the last of them, on the simulated clock. */
const REPORT_AT = '2026-03-02T01:00:00.000Z';

/**
 * Takes the years of all agencies through the real use cases and the real worker, in one database and on one simulated
 * clock: as in a country, every organ works beside the others and sees its own cases only.
 */
export async function runYears(asked: YearsAsked): Promise<YearsDone> {
  const { ownerUrl } = asked;
  await prepare(ownerUrl, { clock: 'simulated' });
  const settings = queueOf(ownerUrl);
  const api = await openHouse(ownerUrl, 'sanzhi_api', JobsModule.forApi(settings));
  const worker = await openHouse(ownerUrl, 'sanzhi_worker', JobsModule.forWorker(settings));
  const timeline = await openTimeline(ownerUrl, worker);
  try {
    const years = yearsOf(api, asked);
    const offices = await openOffices(ownerUrl, years);
    const driven = await drive(journeysOf(api, { years, offices, say: asked.say }), { api, timeline, procedure: 'penalty-ordinary' });
    await timeline.moveTo(REPORT_AT);
    const startedAt = performance.now();
    const imported = await importAll(api, { years, offices, out: asked.out, say: asked.say });
    await timeline.settle();
    const importSeconds = (performance.now() - startedAt) / 1000;
    const done = await reportAll(api, { years, offices, out: asked.out });
    const findings: string[] = [];
    for (const [seed, year] of years) findings.push(...(await checkYear(api, { year, office: offices.get(seed)! })));
    return { ...driven, imported, importSeconds, years: done, findings };
  } finally {
    await timeline.close();
    await worker.close();
    await api.close();
  }
}

function yearsOf(api: INestApplicationContext, { seed: chance, share }: YearsAsked): Map<Seed, SeedYear> {
  const calendar = api.get(LawBook).calendar();
  const isWorkingDay = (day: string): boolean => calendar.isWorkingDay(dayNumber(day));
  return new Map(SEEDS.map((seed) => [seed, seed.generate({ seed: chance, share, isWorkingDay })]));
}

/** The years with the offices they happen in. */
interface Agencies {
  years: ReadonlyMap<Seed, SeedYear>;
  offices: ReadonlyMap<Seed, Office>;
}

function journeysOf(api: INestApplicationContext, { years, offices, say }: Agencies & { say(text: string): void }): Journey[] {
  const calendar = api.get(LawBook).calendar();
  return [...years].flatMap(([seed, { plans }]) => {
    if (plans.length > 0) say(`${seed.title}：办理 ${plans.length} 件普通程序案件\n`);
    return plans.map((plan, index) => ({ reference: plan.reference, road: road(plan, { office: offices.get(seed)!, calendar, index }) }));
  });
}

/** The rest comes in by the real import, as files anybody can read. Returns the accepted rows. */
async function importAll(api: INestApplicationContext, { years, offices, out, say }: Agencies & { out: string; say(text: string): void }): Promise<number> {
  let imported = 0;
  for (const [seed, year] of years) {
    const accepted = await importYear(api, { seed, year, office: offices.get(seed)!, out });
    say(`${seed.title}：导入 ${accepted} 行\n`);
    imported += accepted;
  }
  return imported;
}

async function reportAll(api: INestApplicationContext, { years, offices, out }: Agencies & { out: string }): Promise<YearDone[]> {
  const done: YearDone[] = [];
  for (const [seed, year] of years) {
    const report = await reportYear(api, { seed, year, office: offices.get(seed)!, out });
    done.push({ seed, year, report });
  }
  return done;
}

/** The queue this process is told to use; without Redis, the database that belongs to this one. */
function queueOf(ownerUrl: string): QueueSettings {
  const { queue, redisUrl } = readConfig();
  return { queue, redisUrl, queueDatabaseUrl: roleUrl(ownerUrl, 'sanzhi_queue', queueDatabaseOf(ownerUrl)) };
}
