import { Injectable } from '@nestjs/common';
import type { ActionSpec, JsonObject } from '@sanzhi/kernel';
import { sql, type Consumer, type Pending, type Unit } from '@sanzhi/platform/ports';
import { LawBook } from './law-book';
import { TakeAction } from './take-action';

interface CaseNow {
  procedure: string;
  version: string;
  running: boolean;
}

/**
 * What a clock of a case does when a rung fires: the procedure names a system action for it, or nothing follows and the
 * rung row itself is what the desk shows. Re-checks that the clock still runs.
 */
@Injectable()
export class OnCaseRung implements Consumer {
  readonly topic = 'rung.case';
  readonly batch = 1;

  constructor(
    private readonly law: LawBook,
    private readonly actions: TakeAction,
  ) {}

  async consume([pending]: readonly Pending[], unit: Unit): Promise<void> {
    const { clock, rule, rung, caseId } = pending.payload as Record<string, string>;
    const [rows] = await unit.load(sql`select c.procedure, c.procedure_version as version, k.state = 'running' as running
      from casework.case c join casework.clock k on k.organ = c.organ and k.case_id = c.id
      where c.organ = ${pending.organ} and c.id = ${caseId} and k.id = ${clock} for update of c`);
    const now = rows[0] as unknown as CaseNow | undefined;
    if (!now?.running) return;
    const { actions } = this.law.pinned(now.procedure, now.version);
    const found = Object.entries(actions).find(([, action]) => answers(action, rule, rung));
    if (!found) return;
    const form: JsonObject = found[1].on?.clock === '*' ? { clock, rule } : {};
    await this.actions.bySystem(unit, { organ: pending.organ, caseId, action: found[0], form });
  }
}

function answers(action: ActionSpec, rule: string, rung: string): boolean {
  return action.on !== undefined && [rule, '*'].includes(action.on.clock) && action.on.rung === rung;
}
