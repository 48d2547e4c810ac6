import { digest, type JsonObject } from '@sanzhi/kernel';
import { leaks, type RedactionProfile, type RedactionReport } from '@sanzhi/disclosure';
import { sql, type UnitOfWork } from '@sanzhi/platform/ports';
import type { Findings } from './invariant';

/** What is shown to the public, beside the item it was cleared as. Everything of the item is null where there is none. */
interface Served {
  id: string;
  case: string;
  html: string;
  sha256: string;
  state: string | null;
  cleared: string | null;
  report: JsonObject | null;
  scopedBy: string | null;
  clearedBy: string | null;
  handlers: string[];
  party: { kind?: string; idNumber?: string; phone?: string; address?: string } | null;
}

const PAGE = 50;

/** Every byte that the public reads: cleared under a clean report of the same bytes, by the right persons, and clean. */
export async function checkServed(units: UnitOfWork, organ: string, profile: RedactionProfile, findings: Findings): Promise<void> {
  for (let after = ''; ; ) {
    const page = await servedAfter(units, organ, after);
    for (const item of page) checkItem(item, profile, findings.at(organ, item.case));
    if (page.length < PAGE) return;
    after = page[page.length - 1].id;
  }
}

function checkItem(item: Served, profile: RedactionProfile, findings: Findings): void {
  const { id, html, sha256, report } = item;
  findings.count('I4');
  findings.count('I3');
  if (item.state !== 'published') findings.say('I3', 'shown-without-item', { detail: id });
  const passed = report?.clean === true && report.sha256 === sha256 && item.cleared === sha256;
  if (!passed) findings.say('I4', 'no-passed-report', { detail: id });
  if (digest(html).sha256 !== sha256) findings.say('I4', 'other-bytes', { detail: id });
  for (const { rule, where } of leaks(html, removedOf(item), profile)) findings.say('I4', 'personal-data', { detail: `${id}: ${rule} in ${where}` });
  const persons = [item.scopedBy, item.clearedBy, ...item.handlers];
  if (persons.includes(null) || new Set(persons).size !== persons.length) findings.say('I8', 'one-person', { detail: `${id}: scope, clearing, handler` });
}

/** What no publication may hold whatever its report says. */
function removedOf({ party }: Served): RedactionReport {
  const { kind, idNumber, phone, address } = party ?? {};
  const values = [['id-card', idNumber], ['mobile', phone], ['address', kind === 'person' ? address : undefined]] as const;
  return { removed: values.flatMap(([rule, value]) => (value ? [{ rule, value }] : [])), kept: [] };
}

function servedAfter(units: UnitOfWork, organ: string, after: string): Promise<Served[]> {
  return units.run({ organ, actor: 'check-invariants' }, async (unit) => {
    const [rows] = await unit.load(sql`
      select p.id, split_part(p.id, '/', 1) as case, p.html, p.sha256, i.state, i.body_sha256 as cleared, i.report,
        i.scoped_by as "scopedBy", i.cleared_by as "clearedBy", c.facts->'party' as party,
        array(select d.person from identity.duty d where d.organ = p.organ and d.case_id = i.case_id and d.duty = 'handler') as handlers
      from pub.item p left join disclosure.item i on i.organ = p.organ and i.id = p.id
        left join casework.case c on c.organ = i.organ and c.id = i.case_id
      where p.organ = ${organ} and p.id > ${after} order by p.id limit ${PAGE}`);
    return rows as unknown as Served[];
  });
}

/** Items that say they are shown and are not, and those that were shown more often than they may be. */
export async function checkItems(units: UnitOfWork, organ: string, findings: Findings): Promise<void> {
  const [hidden, again, both, told] = await units.run({ organ, actor: 'check-invariants' }, (unit) =>
    unit.load(
      sql`select i.id, i.case_id as case from disclosure.item i where i.organ = ${organ} and i.state = 'published'
        and i.channel = 'site' and not exists (select from pub.item p where p.organ = i.organ and p.id = i.id) order by i.id limit 1000`,
      sql`select e.item_id as id, split_part(e.item_id, '/', 1) as case from disclosure.event e where e.organ = ${organ}
        and e.kind = 'published' group by e.item_id having count(*) > 1 order by 1 limit 1000`,
      sql`select n.id, split_part(n.id, '/', 1) as case from pub.notice n join pub.item p using (organ, id) where n.organ = ${organ} limit 1000`,
      sql`select n.id, split_part(n.id, '/', 1) as case from pub.notice n left join disclosure.withdrawal w on w.organ = n.organ and w.item_id = n.id
        where n.organ = ${organ} and n.kind = 'withdrawn' and (n.sha256 is distinct from w.notice_sha256 or w.report->>'sha256' is distinct from n.sha256
          or w.report->'clean' is distinct from 'true' or encode(sha256(convert_to(n.notice, 'UTF8')), 'hex') <> n.sha256) limit 1000`,
    ),
  );
  for (const { id, case: caseId } of hidden) findings.at(organ, String(caseId)).say('I3', 'item-not-shown', { detail: String(id) });
  for (const { id, case: caseId } of again) findings.at(organ, String(caseId)).say('I3', 'published-twice', { detail: String(id) });
  for (const { id, case: caseId } of both) findings.at(organ, String(caseId)).say('I3', 'shown-and-ended', { detail: String(id) });
  for (const { id, case: caseId } of told) findings.at(organ, String(caseId)).say('I4', 'notice-without-report', { detail: String(id) });
}
