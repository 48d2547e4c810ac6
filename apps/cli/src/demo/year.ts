import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { LawBook } from '@sanzhi/casework';
import { createOrgan, ScryptPasswordHasher } from '@sanzhi/identity';
import { dayNumber } from '@sanzhi/kernel';
import { readConfig } from '@sanzhi/platform/config';
import { openDataSource, PgUnitOfWork, poolOf, queueDatabaseOf, roleUrl } from '@sanzhi/platform/database';
import { JobsModule, type QueueSettings } from '@sanzhi/platform/jobs';
import { VerifyRecord } from '@sanzhi/record';
import { csvText, generateNankai2023, ImportRows, MakeReport, readRows, Recount, renderReport, type DemoYear, type Report } from '@sanzhi/statistics';
import { openHouse, prepare } from '../house';
import { openTimeline } from '../timeline';
import { drive } from './drive';
import { officeOf, officePeople, type Office } from './people';
import { road } from './road';

/** What the demo is asked for. */
export interface YearAsked {
  ownerUrl: string;
  seed: number;
  share: number;
  /** Folder for reports and input files. */
  out: string;
  say(text: string): void;
}

/** What came out of the year. */
export interface YearDone {
  driven: number;
  imported: number;
  acts: number;
  year: DemoYear;
  report: Report;
  organ: string;
  /** Findings of verify and recount; empty when all is well. */
  findings: string[];
}

const PERIOD = { from: '2023-01-01', to: '2023-12-31' };
const REPORT_AT = '2024-03-01T01:00:00.000Z';

/** Takes one year of one commission through the real use cases and the real worker, on a simulated clock. */
export async function runYear(asked: YearAsked): Promise<YearDone> {
  const { ownerUrl, out } = asked;
  await prepare(ownerUrl, { clock: 'simulated' });
  mkdirSync(out, { recursive: true });
  const settings = queueOf(ownerUrl);
  const api = await openHouse(ownerUrl, 'sanzhi_api', JobsModule.forApi(settings));
  const worker = await openHouse(ownerUrl, 'sanzhi_worker', JobsModule.forWorker(settings));
  const timeline = await openTimeline(ownerUrl, worker);
  try {
    const calendar = api.get(LawBook).calendar();
    const year = generateNankai2023(asked.seed, asked.share, (day) => calendar.isWorkingDay(dayNumber(day)));
    const office = await openOffice(ownerUrl, year);
    asked.say(`${year.organ.name}：驱动 ${year.ordinaryCases.length} 件普通程序案件…\n`);
    const roads = year.ordinaryCases.map((plan, index) => road(plan, { office, calendar, index }));
    const { acts, caseIds } = await drive(roads, { api, timeline, procedure: 'penalty-ordinary' });
    await timeline.moveTo(REPORT_AT);
    const imported = await importYear(api.get(ImportRows), { year, office, out });
    await timeline.settle();
    const report = await reports(api.get(MakeReport), { office, organName: year.organ.name, out });
    const findings = await check(api, office);
    return { driven: caseIds.length, imported, acts, year, report, organ: office.organ, findings };
  } finally {
    await timeline.close();
    await worker.close();
    await api.close();
  }
}

/** The queue this process is told to use; without Redis, the database that belongs to this one. */
function queueOf(ownerUrl: string): QueueSettings {
  const { queue, redisUrl } = readConfig();
  return { queue, redisUrl, queueDatabaseUrl: roleUrl(ownerUrl, 'sanzhi_queue', queueDatabaseOf(ownerUrl)) };
}

async function openOffice(ownerUrl: string, { organ }: DemoYear): Promise<Office> {
  const owner = await openDataSource({ url: ownerUrl, poolSize: 1, applicationName: 'sanzhi-demo' });
  try {
    const means = { units: new PgUnitOfWork(poolOf(owner)), passwords: new ScryptPasswordHasher(4) };
    const { code, name, region } = organ;
    const people = officePeople.map((one) => ({ ...one, password: randomBytes(16).toString('hex') }));
    const draft = { code, name, region, level: 'district' as const, validFrom: '2019-01-01' };
    return officeOf(code, await createOrgan(means, draft, people));
  } finally {
    await owner.destroy();
  }
}

/** The rest of the year comes in by the real import, as files anybody can read. Returns the accepted rows. */
async function importYear(imports: ImportRows, at: { year: DemoYear; office: Office; out: string }): Promise<number> {
  const files = { inspections: at.year.inspections, cases: at.year.summaryCases } as const;
  let accepted = 0;
  for (const kind of ['inspections', 'cases'] as const) {
    const file = path.join(at.out, `${kind}.csv`);
    writeFileSync(file, csvText(files[kind]));
    const done = await imports.run(at.office.importer, { kind, organ: at.office.organ, rows: readRows(kind, file) });
    if (done.rejected.length > 0) throw new Error(`${file}: ${JSON.stringify(done.rejected[0])}`);
    accepted += done.accepted;
  }
  return accepted;
}

async function reports(making: MakeReport, at: { office: Office; organName: string; out: string }): Promise<Report> {
  const { organ, importer } = at.office;
  const asked = { organ, ...PERIOD, scope: 'own' as const };
  const [prose, table] = [await making.run(importer, { ...asked, layout: 'seed-001' }), await making.run(importer, { ...asked, layout: 'penalty-chongqing' })];
  for (const report of [prose, table]) {
    writeFileSync(path.join(at.out, `${report.layout}.json`), `${JSON.stringify(report, null, 2)}\n`);
    writeFileSync(path.join(at.out, `${report.layout}.html`), renderReport(report, { organName: at.organName }));
  }
  return prose;
}

/** The record of every case must verify, and the sums must agree with what happened. */
async function check(api: INestApplicationContext, { organ, importer }: Office): Promise<string[]> {
  const { ok, problems } = await api.get(VerifyRecord).run({ organ });
  const recount = await api.get(Recount).run(importer, { organ, ...PERIOD });
  return [
    ...(ok ? [] : problems.map((found) => `record of ${found.case}: ${found.kind} at ${found.seq}`)),
    ...recount.differences.map((found) => `recount: ${JSON.stringify(found)}`),
  ];
}
