import { Injectable } from '@nestjs/common';
import {
  clockSentence,
  dayNumber,
  due,
  explainLedger,
  fixedEnd,
  shanghaiDay,
  type Calendar,
  type ClockRule,
  type CountedRequest,
  type ExplainedDay,
  type LedgerEntry,
} from '@sanzhi/kernel';
import { notFound, sql, UnitOfWork } from '@sanzhi/platform/ports';
import { INTERNAL_RUNG } from '../rules/clock-of-pack';
import { LawBook, type OrganSeen } from './law-book';
import type { Caller } from './take-action';

/** How a date was computed: rule, article, start, ledger, each counted, skipped or stopped day, and a sentence. */
export interface ClockExplained {
  id: string;
  rule: string;
  title: string;
  basis: string;
  anchorOn: string;
  length: number | null;
  unit: string;
  ledger: LedgerEntry[];
  /** False while a suspension holds it; then it has no due dates. */
  running: boolean;
  statutoryDue: string | null;
  safeDue: string | null;
  /** When it would end had nothing stopped it; null where nothing did. */
  unstoppedDue: string | null;
  /** The organ's own earlier day (内部时限), or null. */
  internalDue: string | null;
  provisional: boolean;
  days: ExplainedDay[];
  calendarRevision: string;
  sentence: string;
}

interface ClockRead {
  id: string;
  rule: string;
  anchorOn: string;
  length: number | null;
  unit: string;
  ledger: LedgerEntry[];
  unstoppedDue: string | null;
  dueAt: string | null;
  fixedOn: string | null;
  rungs: { id: string; at: string }[];
  calendarRevision: string;
  now: string;
  organ: OrganSeen;
}

type Counted = Pick<ClockExplained, 'statutoryDue' | 'safeDue' | 'provisional' | 'days' | 'running'>;

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
      const [found] = await unit.load(sql`select id, rule, anchor_on as "anchorOn", length, unit, ledger, rungs,
        unstopped_due as "unstoppedDue", iso_instant(due_at) as "dueAt", statutory_due as "fixedOn",
        calendar_revision as "calendarRevision", iso_instant(sanzhi_now()) as now, casework.legal_now(organ)->'organ' as organ
        from casework.clock where organ = ${caller.organ} and id = ${id}`);
      return found as unknown as ClockRead[];
    });
    if (rows.length === 0) throw notFound('该时限');
    return explained(rows[0], this.law.clockRule(rows[0].rule), this.law.calendar(rows[0].organ));
  }
}

function explained(clock: ClockRead, rule: ClockRule, calendar: Calendar): ClockExplained {
  const { id, anchorOn, length, unit, ledger, unstoppedDue, rungs, calendarRevision } = clock;
  const { title, basis, direction } = rule;
  const counted = count(clock, rule, calendar);
  const internal = rungs.find((rung) => rung.id === INTERNAL_RUNG);
  const told = { title, basis, anchorOn, length, unit, ledger, unstoppedDue, ...counted };
  return { id, rule: rule.id, ...told, internalDue: internal ? shanghaiDay(internal.at) : null, calendarRevision, sentence: clockSentence({ ...told, direction }) };
}

function count(clock: ClockRead, { direction }: ClockRule, calendar: Calendar): Counted {
  const { anchorOn: start, length, unit, ledger, dueAt, fixedOn } = clock;
  if (unit === 'hour') return { statutoryDue: dueAt, safeDue: dueAt, provisional: false, days: [], running: true };
  if (unit === 'fixed-date') {
    const { provisional } = fixedEnd(dayNumber(fixedOn!), calendar);
    return { ...due({ start, unit, on: fixedOn! }, calendar), provisional, running: true };
  }
  const term = { length: length!, unit: unit as Exclude<CountedRequest['unit'], 'hour'> };
  if (direction === 'before') return { ...due({ start, ...term, direction }, calendar), running: true };
  const { statutoryDue, safeDue, provisional, days, running } = explainLedger({ anchorOn: start, budget: term, ledger }, calendar, shanghaiDay(clock.now));
  return { statutoryDue, safeDue, provisional, days, running };
}
