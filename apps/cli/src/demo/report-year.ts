import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { MakeReport, renderReport, type Report } from '@sanzhi/statistics';
import type { YearAt } from './import-year';

/** Writes the figures of the report and the yearly table of penalties, as JSON and as a page. Returns the figures. */
export async function reportYear(api: INestApplicationContext, { seed, year, office, out }: YearAt): Promise<Report> {
  const { organ, importer, name: organName } = office;
  const folder = path.join(out, seed.id);
  mkdirSync(folder, { recursive: true });
  const layouts = [`seed-${seed.id}`, 'penalty-chongqing'];
  const made: Report[] = [];
  for (const layout of layouts) {
    const scope = year.organs.length > 1 ? ('subtree' as const) : ('own' as const);
    const report = await api.get(MakeReport).run(importer, { organ, from: year.from, to: year.to, scope, layout });
    writeFileSync(path.join(folder, `${layout}.json`), `${JSON.stringify(report, null, 2)}\n`);
    writeFileSync(path.join(folder, `${layout}.html`), renderReport(report, { organName }));
    made.push(report);
  }
  return made[0];
}
