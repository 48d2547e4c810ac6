import { Injectable } from '@nestjs/common';
import { sql, UnitOfWork } from '@sanzhi/platform/ports';
import { LawBook } from './law-book';
import { type DueRow, dueColumns, dueJoin, nextDue, type NextDue, withoutDue } from './list-cases';
import type { Caller } from './take-action';

/** One task (待办) with what is due in its case. */
export interface TaskLine extends NextDue {
  caseId: string;
  number: string | null;
  duty: string;
  action: string;
  actionTitle: string;
  stateTitle: string;
  openedAt: string;
  party: string | null;
  offence: string | null;
  /** Names of those who hold the duty in this case; empty where any holder of the post may act. */
  holders: string[];
}

type TaskRow = Omit<TaskLine, keyof NextDue | 'actionTitle' | 'stateTitle'> &
  DueRow & { procedure: string; procedureVersion: string; state: string };

/** What waits for somebody (我的待办). */
@Injectable()
export class ListTasks {
  constructor(
    private readonly units: UnitOfWork,
    private readonly law: LawBook,
  ) {}

  /** Open tasks of the caller's posts and of what others lent him for today, what is due first on top; handlers see only their own cases. */
  async run(caller: Caller, limit: number): Promise<TaskLine[]> {
    const context = { organ: caller.organ, readable: caller.readable, actor: caller.account };
    const statement = sql`
      select t.case_id as "caseId", c.number, t.duty, t.action, iso_instant(t.opened_at) as "openedAt",
        c.procedure, c.procedure_version as "procedureVersion", c.state,
        c.facts->'party'->>'name' as party, c.facts->'clue'->>'offence' as offence,
        array(select o.name from identity.duty d join identity.officer o on o.organ = d.organ and o.id::text = d.person
          where d.organ = t.organ and d.case_id = t.case_id and d.duty = t.duty order by o.name) as holders, ${dueColumns}
      from casework.task t join casework.case c on c.organ = t.organ and c.id = t.case_id ${dueJoin}
      where t.organ = ${caller.organ} and t.closed_at is null
        and t.duty = any (${caller.actor.posts} || (select identity.lent_today(${caller.organ}, ${caller.actor.person})))
        and (t.duty not in ('handler', 'voter') or exists (select from identity.duty d
          where d.organ = t.organ and d.case_id = t.case_id and d.person = ${caller.actor.person} and d.duty = t.duty))
      order by k.safe_due nulls last, t.opened_at, t.case_id limit ${limit}`;
    const rows = await this.units.run(context, async (unit) => (await unit.load(statement))[0]);
    return (rows as unknown as TaskRow[]).map((row) => this.line(row));
  }

  private line(row: TaskRow): TaskLine {
    const { procedure, procedureVersion, state, ...rest } = row;
    const shown = withoutDue(rest);
    const { actions, states } = this.law.pinned(procedure, procedureVersion);
    return { ...shown, actionTitle: actions[row.action].title, stateTitle: states[state].title, ...nextDue(row, this.law) };
  }
}
