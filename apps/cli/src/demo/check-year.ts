import type { INestApplicationContext } from '@nestjs/common';
import { VerifyRecord } from '@sanzhi/record';
import { Recount, type SeedYear } from '@sanzhi/statistics';
import type { Office } from './people';

/** Days around a year on which something of it may be counted. */
const around = (year: SeedYear): { from: string; to: string } => {
  const first = Number(year.from.slice(0, 4));
  return { from: `${first - 1}-01-01`, to: `${first + 1}-12-31` };
};

/** The record of every case must verify, and the sums of every organ must agree with what happened. */
export async function checkYear(api: INestApplicationContext, { year, office }: { year: SeedYear; office: Office }): Promise<string[]> {
  const { organ, importer } = office;
  const { ok, problems } = await api.get(VerifyRecord).run({ organ });
  const findings = ok ? [] : problems.map((found) => `record of ${found.case}: ${found.kind} at ${found.seq}`);
  for (const { code } of year.organs) {
    const { differences } = await api.get(Recount).run(importer, { organ: code, ...around(year) });
    findings.push(...differences.map((found) => `recount of ${code}: ${JSON.stringify(found)}`));
  }
  return findings;
}
