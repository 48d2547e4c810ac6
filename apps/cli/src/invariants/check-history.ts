import { SYSTEM } from '@sanzhi/kernel';
import { json, sql, type UnitOfWork } from '@sanzhi/platform/ports';
import type { Operation } from './history';
import type { Findings } from './invariant';

const BATCH = 200;

interface Entry {
  case: string;
  seq: number;
  action: string;
  sha256: string;
}

/** I1 both ways: what was acknowledged is there, once; what is there was asked for and not refused. */
export async function checkHistory(units: UnitOfWork, operations: readonly Operation[], findings: Findings): Promise<void> {
  const acknowledged = operations.filter(({ became }) => became === 'ok');
  findings.count('I1', operations.length);
  for (const organ of new Set(acknowledged.map((one) => one.organ))) {
    const theirs = acknowledged.filter((one) => one.organ === organ);
    for (let at = 0; at < theirs.length; at += BATCH) await checkBatch(units, organ, theirs.slice(at, at + BATCH), findings);
  }
  sayDoubles(acknowledged, findings);
  await checkUnasked(units, operations, findings);
}

async function checkBatch(units: UnitOfWork, organ: string, batch: readonly Operation[], findings: Findings): Promise<void> {
  const asked = batch.map(({ case: caseId, seq }) => ({ case: caseId, seq }));
  const [rows] = await units.run({ organ, actor: 'check-invariants' }, (unit) =>
    unit.load(sql`select e.case_id as case, e.seq, e.action, e.sha256 from record.entry e
      join jsonb_to_recordset(${json(asked)}) as a ("case" uuid, seq int) on a.case = e.case_id and a.seq = e.seq where e.organ = ${organ}`),
  );
  const entries = new Map((rows as unknown as Entry[]).map((entry) => [`${entry.case}/${entry.seq}`, entry]));
  for (const { op, case: caseId, seq, action, digest } of batch) {
    const entry = entries.get(`${caseId}/${seq}`);
    const kind = !entry ? 'acknowledged-and-lost' : entry.sha256 !== digest || entry.action !== action ? 'acknowledged-as-another' : null;
    if (kind) findings.at(organ, caseId ?? null).say('I1', kind, { seq, detail: op });
  }
}

/** Two operations that were each told of the same entry: one of them was not done. */
function sayDoubles(acknowledged: readonly Operation[], findings: Findings): void {
  const seen = new Map<string, string>();
  for (const { organ, case: caseId, seq, op } of acknowledged) {
    const place = `${organ}/${caseId}/${seq}`;
    const other = seen.get(place);
    if (other) findings.at(organ, caseId ?? null).say('I1', 'one-entry-for-two', { seq, detail: `${other} ${op}` });
    seen.set(place, op);
  }
}

/** In cases that the history opened, every entry of a person was acknowledged, or may have been by an unknown one. */
async function checkUnasked(units: UnitOfWork, operations: readonly Operation[], findings: Findings): Promise<void> {
  const opened = operations.filter(({ became, seq }) => became === 'ok' && seq === 1);
  const known = new Set(operations.filter(({ became }) => became === 'ok').map((one) => `${one.case}/${one.seq}`));
  const unknown = new Map<string, number>();
  for (const { became, case: caseId, action } of operations) {
    if (became === 'info') unknown.set(`${caseId}/${action}`, (unknown.get(`${caseId}/${action}`) ?? 0) + 1);
  }
  for (const { organ, case: caseId } of opened) {
    const [rows] = await units.run({ organ, actor: 'check-invariants' }, (unit) =>
      unit.load(sql`select seq, action from record.entry where organ = ${organ} and case_id = ${caseId} and actor <> ${SYSTEM} order by seq`),
    );
    for (const { seq, action } of rows as unknown as Entry[]) {
      if (known.has(`${caseId}/${seq}`)) continue;
      const left = unknown.get(`${caseId}/${action}`) ?? 0;
      if (left === 0) findings.at(organ, caseId ?? null).say('I1', 'nobody-was-told', { seq, detail: action });
      unknown.set(`${caseId}/${action}`, left - 1);
    }
  }
}
