import { Injectable } from '@nestjs/common';
import {
  dayNumber,
  digest,
  readNotice,
  weekdayOf,
  type CalendarYear,
  type DayReason,
  type ListedDay,
  type YearCovered,
} from '@sanzhi/kernel';
import { answerOf, AppError, Entropy, forbidden, invalid, json, keepAnswer, notFound, openKey, sql, UnitOfWork, type IdempotencyKey, type Unit } from '@sanzhi/platform/ports';
import { LawBook } from './law-book';
import { scoped, undone, type Caller } from './take-action';

/** The text of a yearly notice as somebody hands it in. `notice` is its number or address. */
export interface NoticeGiven {
  text: string;
  notice: string;
}

/** One day of a notice for the person who confirms it; weekday 1 = Monday, `before` is what is loaded now. */
export interface DayPreviewed extends ListedDay {
  weekday: number;
  before: DayReason;
}

/** A proposal with every day it lays down. */
export interface CalendarProposal {
  id: string;
  year: number;
  notice: string;
  title: string;
  sourceSha256: string;
  state: 'proposed' | 'confirmed' | 'rejected';
  proposedBy: string;
  proposedAt: string;
  decidedBy: string | null;
  days: DayPreviewed[];
}

/** A clock whose dates a calendar changed. */
export interface ClockChange {
  clock: string;
  caseId: string;
  rule: string;
  changedAt: string;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
}

const REFUSED: Record<string, () => AppError> = {
  'not-found': () => notFound('该日历提议'),
  'not-top': () => forbidden('放假日历对全国一致，由没有上级机关的执法主体确认。'),
  decided: () => new AppError(409, 'decided', '该日历提议已经处理。'),
  'same-person': () => new AppError(422, 'second-person', '日历由第二人核对确认，提议人不得确认自己的提议。'),
};

/** Calendars of the nation beyond the files: proposed by one person, confirmed by another, then in force everywhere. */
@Injectable()
export class Calendars {
  constructor(
    private readonly units: UnitOfWork,
    private readonly law: LawBook,
    private readonly entropy: Entropy,
  ) {}

  /** Reads a notice and checks it against itself; 400 with every sentence that cannot be right. Keeps nothing. */
  preview({ text }: NoticeGiven): { year: number; days: DayPreviewed[] } {
    const { year, days, problems } = readNotice(text);
    const faults = problems.map((problem) => ({ pointer: '/text', code: 'notice', message: `${problem.message}：${problem.text}` }));
    if (year === null || faults.length > 0) throw invalid('放假通知的文本有疑问，未载入任何日期。', faults);
    return { year, days: this.previewed(days) };
  }

  /** Keeps a proposal. 409 while another one for the year waits. */
  async propose(caller: Caller, given: NoticeGiven, key: IdempotencyKey | null = null): Promise<CalendarProposal> {
    const { year, days } = this.preview(given);
    const [id, sha256] = [this.entropy.id(), digest(given.text).sha256];
    const bare = days.map(({ date, name, kind }) => ({ date, name, kind }));
    const title = `国务院办公厅关于${year}年部分节假日安排的通知`;
    return this.once(caller, key, async (unit) => {
      const [waiting] = await unit.load(sql`select id from casework.calendar_proposal where organ = ${caller.organ} and year = ${year} and state = 'proposed'`);
      if (waiting.length > 0) throw new AppError(409, 'proposed', `${year} 年的日历提议正待第二人确认。`);
      const [[row]] = await unit.load(sql`insert into casework.calendar_proposal (organ, id, year, title, notice, source_text, source_sha256, days, proposed_by)
        values (${caller.organ}, ${id}, ${year}, ${title}, ${given.notice}, ${given.text}, ${sha256}, ${json(bare)}, ${caller.actor.person})
        returning ${PROPOSAL}`);
      return this.withPreview(row);
    });
  }

  /** The second person's word. Refuses the proposer (422), an organ with a superior (403), a decided one (409). */
  async decide(caller: Caller, asked: { id: string; confirm: boolean }, key: IdempotencyKey | null = null): Promise<CalendarProposal> {
    const { organ } = caller;
    const answer = await this.once(caller, key, async (unit) => {
      const [[found]] = await unit.load(sql`select year from casework.calendar_proposal where organ = ${organ} and id = ${asked.id}`);
      const known = found ? (this.law.calendars().year(Number(found.year))?.revision ?? 0) : 0;
      const [[{ said }], [row]] = await unit.load(
        sql`select casework.decide_calendar(${organ}, ${asked.id}, ${caller.actor.person}, ${asked.confirm}, ${known}) as said`,
        sql`select ${PROPOSAL} from casework.calendar_proposal where organ = ${organ} and id = ${asked.id}`,
      );
      if (said !== 'done') throw REFUSED[said as string]();
      return this.withPreview(row);
    });
    await this.refresh();
    return answer;
  }

  /** Every year with its coverage, and the proposals of the organ, newest first. */
  async list(caller: Caller): Promise<{ items: YearCovered[]; proposals: CalendarProposal[] }> {
    const rows = await this.units.run(contextOf(caller), async (unit) => {
      const [found] = await unit.load(sql`select ${PROPOSAL} from casework.calendar_proposal where organ = ${caller.organ} order by proposed_at desc limit 50`);
      return found;
    });
    return { items: this.law.calendars().covered(), proposals: rows.map((row) => this.withPreview(row)) };
  }

  /** Clocks of the organ that a calendar moved or made firm, newest first. */
  async changes(caller: Caller, limit: number): Promise<ClockChange[]> {
    return this.units.run(contextOf(caller), async (unit) => {
      const [rows] = await unit.load(sql`select clock_id as clock, case_id as "caseId", rule, iso_instant(changed_at) as "changedAt", before, after
        from casework.clock_change where organ = ${caller.organ} order by changed_at desc, id desc limit ${limit}`);
      return rows as unknown as ClockChange[];
    });
  }

  /** Takes up what was confirmed, in this process. */
  async refresh(): Promise<void> {
    const rows = await this.units.run(NOBODY, async (unit) => {
      const [found] = await unit.load(sql`select year, revision, notice, days from casework.calendar_year order by year, revision`);
      return found as unknown as { year: number; revision: number; notice: string; days: ListedDay[] }[];
    });
    const years = rows.map(({ year, revision, notice, days }): CalendarYear => ({ year, revision, notices: [notice], days }));
    this.law.adoptYears(years);
  }

  private async once<T>(caller: Caller, key: IdempotencyKey | null, work: (unit: Unit) => Promise<T>): Promise<T> {
    return this.units.run(contextOf(caller), async (unit) => {
      if (!key) return work(unit);
      const scope = scoped(caller, key);
      const [[{ opened }]] = await unit.load(openKey(scope));
      const stored = answerOf(opened, key.requestSha256);
      if (stored) return undone(unit, stored.answer as T);
      const answer = await work(unit);
      unit.write(keepAnswer(scope, { status: 200, answer }));
      return answer;
    });
  }

  private previewed(days: readonly ListedDay[]): DayPreviewed[] {
    const { national } = this.law.calendars();
    return days.map((day) => ({ ...day, weekday: weekdayOf(dayNumber(day.date)), before: national.reasonOf(dayNumber(day.date)) }));
  }

  private withPreview(row: Record<string, unknown>): CalendarProposal {
    const proposal = row as unknown as CalendarProposal;
    return { ...proposal, days: this.previewed(proposal.days) };
  }
}

const NOBODY = { organ: '', readable: [], actor: 'system' };

const PROPOSAL = sql`id, year, title, notice, source_sha256 as "sourceSha256", state, proposed_by as "proposedBy",
  iso_instant(proposed_at) as "proposedAt", decided_by as "decidedBy", days`;

const contextOf = ({ organ, readable, account }: Caller) => ({ organ, readable, actor: account });
