import { SYSTEM } from '@sanzhi/kernel';
import type { Caller } from '@sanzhi/casework';
import { sql, type UnitOfWork } from '@sanzhi/platform/ports';
import type { Recount } from '@sanzhi/statistics';
import type { Findings } from './invariant';

/** The sums of an organ against its tallies, over every day that either knows. */
export async function checkTotals({ units, recount }: { units: UnitOfWork; recount: Recount }, organ: string, findings: Findings): Promise<void> {
  const [[days]] = await units.run({ organ, actor: 'check-invariants' }, (unit) =>
    unit.load(sql`select to_char(min(day), 'YYYY-MM-DD') as first, to_char(max(day), 'YYYY-MM-DD') as last, count(*)::int as tallies from (
      select day from statistics.tally where organ = ${organ} union all
      select period::date from statistics.rollup_day where organ = ${organ}) days`),
  );
  if (days.first === null) return;
  findings.count('I9', Number(days.tallies));
  const actor = { person: SYSTEM, organ, name: '', posts: [] };
  const caller: Caller = { account: 'check-invariants', organ, readable: [organ], actor };
  const { differences } = await recount.run(caller, { organ, from: String(days.first), to: String(days.last) });
  for (const { tier, kind, period } of differences) findings.at(organ).say('I9', 'sums', { detail: `${tier} ${period} ${kind}` });
}
