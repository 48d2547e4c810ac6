import { Injectable } from '@nestjs/common';
import { sql, UnitOfWork, type Sql } from '@sanzhi/platform/ports';
import { lampOf, type Lamp } from '../rules/lamp';
import { LawBook } from './law-book';
import type { Caller } from './take-action';

/** What of a case runs out first; legal days. */
export interface NextDue {
  /** Title of the limit; null when none runs. */
  dueTitle: string | null;
  statutoryDue: string | null;
  safeDue: string | null;
  /** The day may still move: it lies beyond the calendar that is loaded. */
  provisional: boolean;
  lamp: Lamp;
  /** Days to the statutory day; negative when it has passed. */
  daysLeft: number | null;
}

/** One line of the list of cases. */
export interface CaseLine extends NextDue {
  id: string;
  number: string | null;
  procedure: string;
  state: string;
  stateTitle: string;
  stage: string;
  version: number;
  party: string | null;
  offence: string | null;
  openedOn: string;
}

/** A page by keys: `after` is the last id seen (cases run from new to old). `duty`: what the caller holds in the case. */
export interface PageAsked {
  after: string | null;
  limit: number;
  state?: string;
  duty?: string;
}

/** A row with its first limit, before the law gives it words. */
export interface DueRow {
  today: string;
  rule: string | null;
  statutoryDue: string | null;
  safeDue: string | null;
  provisional: boolean | null;
}

type CaseRow = Omit<CaseLine, keyof NextDue | 'stateTitle' | 'stage'> & DueRow & { procedureVersion: string };

/** Columns of the first running limit of case `c`, joined as `k`, and the legal day of today. */
export const dueColumns: Sql = sql`k.rule, k.statutory_due as "statutoryDue", k.safe_due as "safeDue", k.provisional,
  identity.legal_today() as today`;
/** The join that they come from. */
export const dueJoin: Sql = sql`left join lateral (select rule, statutory_due, safe_due, provisional from casework.clock
  where organ = c.organ and case_id = c.id and state = 'running' order by safe_due, id limit 1) k on true`;

/** The limit of a row with its title and its lamp. */
export function nextDue({ today, rule, statutoryDue, safeDue, provisional }: DueRow, law: LawBook): NextDue {
  const dueTitle = rule === null ? null : law.clockRule(rule).title;
  return { dueTitle, statutoryDue, safeDue, provisional: provisional ?? false, ...lampOf({ statutoryDue, safeDue }, today) };
}

/** A row without what only its lamp is made from. */
export function withoutDue<T extends DueRow>(row: T): Omit<T, 'today' | 'rule'> {
  const shown: Partial<T> = { ...row };
  delete shown.today;
  delete shown.rule;
  return shown as Omit<T, 'today' | 'rule'>;
}

/** Lists of the organ's cases; keyset pages, no count over the table. */
@Injectable()
export class ListCases {
  constructor(
    private readonly units: UnitOfWork,
    private readonly law: LawBook,
  ) {}

  cases(caller: Caller, page: PageAsked): Promise<CaseLine[]> {
    return this.read(caller, sql``, sql`where c.organ = ${caller.organ} ${page.after === null ? sql`` : sql`and c.id < ${page.after}`}
        ${page.state === undefined ? sql`` : sql`and c.state = ${page.state}`}
        ${page.duty === undefined ? sql`` : sql`and exists (select from identity.duty d where d.organ = c.organ
          and d.case_id = c.id and d.person = ${caller.actor.person} and d.duty = ${page.duty})`}
      order by c.id desc limit ${page.limit}`);
  }

  /** Cases that carry every word in number, party or offence, newest first; words of two characters or more. */
  search(caller: Caller, words: readonly string[], limit: number): Promise<CaseLine[]> {
    const { readable, actor } = caller;
    const found = sql`join casework.search(${readable}, ${actor.person}, ${words}, ${limit}) found
      on found.organ = c.organ and found.id = c.id`;
    return this.read(caller, found, sql`order by c.id desc`);
  }

  private async read(caller: Caller, among: Sql, chosen: Sql): Promise<CaseLine[]> {
    const context = { organ: caller.organ, readable: caller.readable, actor: caller.account };
    const statement = sql`
      select c.id, c.number, c.procedure, c.procedure_version as "procedureVersion", c.state, c.version,
        c.facts->'party'->>'name' as party, c.facts->'clue'->>'offence' as offence, c.opened_on as "openedOn", ${dueColumns}
      from casework.case c ${among} ${dueJoin} ${chosen}`;
    const rows = await this.units.run(context, async (unit) => (await unit.load(statement))[0]);
    return (rows as unknown as CaseRow[]).map((row) => this.line(row));
  }

  private line(row: CaseRow): CaseLine {
    const { procedureVersion, ...rest } = row;
    const shown = withoutDue(rest);
    const { stage, title: stateTitle } = this.law.pinned(row.procedure, procedureVersion).states[row.state];
    return { ...shown, stage, stateTitle, ...nextDue(row, this.law) };
  }
}
