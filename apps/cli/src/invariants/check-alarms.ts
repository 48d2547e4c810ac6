import { sql, type UnitOfWork } from '@sanzhi/platform/ports';
import type { RelayLag } from '@sanzhi/platform/jobs';
import type { Findings } from './invariant';

/** What is due is done within so many seconds, or something is wrong. */
const MOST_SECONDS = 180;

/** No rung waits past its time, and a publication that is over its term says so. */
export async function checkAlarms(units: UnitOfWork, organ: string, findings: Findings): Promise<void> {
  const before = sql`sanzhi_now() - make_interval(secs => ${MOST_SECONDS})`;
  const [[{ rungs }], waiting, silent] = await units.run({ organ, actor: 'check-invariants' }, (unit) =>
    unit.load(
      sql`select coalesce(sum(jsonb_array_length(rungs)), 0)::int as rungs from casework.clock where organ = ${organ} and state = 'running'`,
      sql`select k.id, k.case_id as case, r->>'id' as rung from casework.clock k cross join lateral jsonb_array_elements(k.rungs) r
        where k.organ = ${organ} and k.state = 'running' and (r->>'at')::timestamptz < ${before}
          and not exists (select from casework.rung f where f.organ = k.organ and f.clock_id = k.id and f.rung = r->>'id')
        order by k.id limit 1000`,
      sql`select k.id, k.case_id as case from casework.clock k
        join casework.rung f on f.organ = k.organ and f.clock_id = k.id and f.rung = 'late' and f.fired_at < ${before}
        where k.organ = ${organ} and k.state = 'running' and k.subject_kind = 'publication' and not exists (
          select from disclosure.event e where e.organ = k.organ and e.item_id = k.subject_id and e.kind in ('late', 'blocked', 'published'))
        order by k.id limit 1000`,
    ),
  );
  findings.count('I5', Number(rungs));
  for (const { id, case: caseId, rung } of waiting) findings.at(organ, String(caseId)).say('I5', 'rung-not-fired', { detail: `${String(id)}/${String(rung)}` });
  for (const { id, case: caseId } of silent) findings.at(organ, String(caseId)).say('I5', 'late-unsaid', { detail: String(id) });
}

/** What was handed over has arrived: nothing waits for longer than it may, over all organs. */
export function checkHandOver({ topics }: RelayLag, findings: Findings): void {
  for (const { topic, waiting, oldestSeconds } of topics) {
    if (oldestSeconds > MOST_SECONDS) findings.at('').say('I5', 'hand-over-waits', { detail: `${topic}: ${waiting}, oldest ${Math.round(oldestSeconds)} s` });
  }
}
