import { Injectable } from '@nestjs/common';
import { sql, UnitOfWork, type Sql } from '@sanzhi/platform/ports';
import type { Caller } from './take-action';

/** One line of the list of cases. */
export interface CaseLine {
  id: string;
  number: string | null;
  procedure: string;
  state: string;
  version: number;
  party: string | null;
  openedOn: string;
}

/** One task (待办) with what is due in its case. */
export interface TaskLine {
  caseId: string;
  number: string | null;
  duty: string;
  action: string;
  openedAt: string;
  party: string | null;
  safeDue: string | null;
}

/** A page by keys: `after` is the last id seen (cases run from new to old). */
export interface PageAsked {
  after: string | null;
  limit: number;
  state?: string;
}

/** Lists of the organ's cases and of what waits for the caller's duties; keyset pages, no count over the table. */
@Injectable()
export class ListCases {
  constructor(private readonly units: UnitOfWork) {}

  cases(caller: Caller, page: PageAsked): Promise<CaseLine[]> {
    return this.read<CaseLine>(caller, sql`
      select id, number, procedure, state, version, facts->'party'->>'name' as party, opened_on as "openedOn"
      from casework.case
      where organ = ${caller.organ} ${page.after === null ? sql`` : sql`and id < ${page.after}`}
        ${page.state === undefined ? sql`` : sql`and state = ${page.state}`}
      order by id desc limit ${page.limit}`);
  }

  /** Open tasks of the caller's posts and of what others lent him for today, what is due first on top; handlers see only their own cases. */
  tasks(caller: Caller, limit: number): Promise<TaskLine[]> {
    return this.read<TaskLine>(caller, sql`
      select t.case_id as "caseId", c.number, t.duty, t.action, iso_instant(t.opened_at) as "openedAt",
        c.facts->'party'->>'name' as party,
        (select min(k.safe_due) from casework.clock k
          where k.organ = t.organ and k.case_id = t.case_id and k.state = 'running') as "safeDue"
      from casework.task t join casework.case c on c.organ = t.organ and c.id = t.case_id
      where t.organ = ${caller.organ} and t.closed_at is null
        and t.duty = any (${caller.actor.posts} || (select identity.lent_today(${caller.organ}, ${caller.actor.person})))
        and (t.duty not in ('handler', 'voter') or exists (select from identity.duty d
          where d.organ = t.organ and d.case_id = t.case_id and d.person = ${caller.actor.person} and d.duty = t.duty))
      order by "safeDue" nulls last, t.opened_at limit ${limit}`);
  }

  private read<T>(caller: Caller, statement: Sql): Promise<T[]> {
    const context = { organ: caller.organ, readable: caller.readable, actor: caller.account };
    return this.units.run(context, async (unit) => (await unit.load(statement))[0] as unknown as T[]);
  }
}
