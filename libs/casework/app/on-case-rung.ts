import { Injectable } from '@nestjs/common';
import { isOpenIn, type ActionSpec, type JsonObject } from '@sanzhi/kernel';
import { sql, type Consumer, type Pending, type RungFired, type Sql, type Unit } from '@sanzhi/platform/ports';
import { LawBook } from './law-book';
import { TakeAction } from './take-action';

/** Rungs of which people are told: 预警、催办、督办、逾期. */
const REMITTED = ['internal', 'remind', 'press', 'supervise', 'late'];

interface CaseNow {
  procedure: string;
  version: string;
  state: string;
  running: boolean;
}

/**
 * What a clock of a case does when a rung fires: the procedure names a system action for it, or nothing follows and the
 * rung row itself is what the desk shows. Re-checks that the clock still runs. A feature whose things have clocks of
 * their own listens to those by another topic.
 */
@Injectable()
export class OnCaseRung implements Consumer {
  readonly topic: string = 'rung.case';
  readonly batch = 1;

  constructor(
    private readonly law: LawBook,
    private readonly actions: TakeAction,
  ) {}

  async consume([pending]: readonly Pending[], unit: Unit): Promise<void> {
    const { clock, rule, rung, caseId } = pending.payload as Record<string, string>;
    const [rows] = await unit.load(sql`select c.procedure, c.procedure_version as version, c.state, k.state = 'running' as running
      from casework.case c join casework.clock k on k.organ = c.organ and k.case_id = c.id
      where c.organ = ${pending.organ} and c.id = ${caseId} and k.id = ${clock} for update of c`);
    const now = rows[0] as unknown as CaseNow | undefined;
    if (!now?.running) return;
    if (REMITTED.includes(rung)) unit.write(remitted(pending.organ, pending.payload as unknown as RungFired));
    const procedure = this.law.pinned(now.procedure, now.version);
    const heard = Object.entries(procedure.actions).filter(([, action]) => answers(action, rule, rung));
    const found = heard.find(([, action]) => isOpenIn(procedure, action, now.state));
    if (!found) return;
    const form: JsonObject = Object.hasOwn(found[1].form.properties as JsonObject, 'clock') ? { clock, rule } : {};
    await this.actions.bySystem(unit, { organ: pending.organ, caseId, action: found[0], form });
  }
}

/** Tells whoever has an open task in the case; from 督办 on, who approves too. */
function remitted(organ: string, { clock, rule, rung, caseId }: RungFired): Sql {
  const above = ['supervise', 'late'].includes(rung);
  return sql`insert into platform.outbox (organ, topic, key, payload)
    select ${organ}, 'message.to-duty', ${`${clock}/${rung}/`}::text || duty,
      jsonb_build_object('organ', ${organ}::text, 'caseId', ${caseId}::text, 'duty', duty, 'kind', ${`clock-${rung}`}::text, 'clock', ${rule}::text)
    from (select duty from casework.task where organ = ${organ} and case_id = ${caseId}::uuid and closed_at is null
      union select 'approver' where ${above}::boolean) duties`;
}

function answers(action: ActionSpec, rule: string, rung: string): boolean {
  if (action.on?.rung !== rung) return false;
  return [action.on.clock].flat().some((heard) => heard === rule || heard === '*');
}
