import { Injectable } from '@nestjs/common';
import { due, type CountedRequest, type Due } from '@sanzhi/kernel';
import { notFound, sql, UnitOfWork } from '@sanzhi/platform/ports';
import { LawBook } from './law-book';
import type { Caller } from './take-action';

/** How a date was computed: rule, article, start, and each counted or skipped day. */
export interface ClockExplained extends Due {
  id: string;
  rule: string;
  title: string;
  basis: string;
  anchorOn: string;
  length: number;
  unit: string;
  calendarRevision: string;
}

interface ClockRead {
  id: string;
  rule: string;
  anchorOn: string;
  length: number;
  unit: CountedRequest['unit'];
  calendarRevision: string;
}

/** Explains a clock from what it stores; the calendar is the one loaded now, its revision the one it was computed with. */
@Injectable()
export class ExplainClock {
  constructor(
    private readonly units: UnitOfWork,
    private readonly law: LawBook,
  ) {}

  /** 404 when there is no such clock in the organ. */
  async run(caller: Caller, id: string): Promise<ClockExplained> {
    const context = { organ: caller.organ, readable: caller.readable, actor: caller.account };
    const rows = await this.units.run(context, async (unit) => {
      const [found] = await unit.load(sql`select id, rule, anchor_on as "anchorOn", length, unit,
        calendar_revision as "calendarRevision" from casework.clock where organ = ${caller.organ} and id = ${id}`);
      return found as unknown as ClockRead[];
    });
    if (rows.length === 0) throw notFound('该时限');
    const [clock] = rows;
    const { title, basis } = this.law.clockRule(clock.rule);
    const { anchorOn: start, length, unit } = clock;
    return { ...clock, title, basis, ...due({ start, length, unit }, this.law.calendar()) };
  }
}
