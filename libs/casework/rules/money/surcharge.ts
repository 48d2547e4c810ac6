import { dayNumber, formatDay, shareFen } from '@sanzhi/kernel';

/** A part of a fine that is due by a day. Days are ISO days. */
export interface Instalment {
  dueOn: string;
  amountFen: number;
}

/** Time that is not counted: reconsideration or suit, both days included; `to: null` while it is open. */
export interface Stop {
  from: string;
  to: string | null;
}

/** A fine with what was paid on it. */
export interface FineDebt {
  fineFen: number;
  /** One line without a plan; together they are the fine. */
  instalments: readonly Instalment[];
  /** Where a plan was granted after the term: until which day the whole fine was due, and since when it was. */
  beforePlan?: { until: string; dueOn: string };
  payments: readonly { on: string; paidFen: number }[];
  stops: readonly Stop[];
  /** Per cent of the base that accrue each day (第七十二条第一款第一项: three). */
  percentPerDay: number;
  /** What they are taken of: what is overdue and unpaid on the day, or the whole fine while anything of it is overdue. */
  base: 'unpaid' | 'whole';
}

/** Days in a row on which the same sum accrued; both days included. */
export interface SurchargeSpan {
  from: string;
  to: string;
  days: number;
  baseFen: number;
}

/**
 * The surcharge (加处罚款) accrued up to and with a day, in fen. From the day after an instalment was due; the day of a
 * payment still counts; no day inside a stop or under a plan that is kept counts (第六十六条第二款、第七十三条第三款); never
 * more than the fine (第七十二条第一款第一项, 行政强制法第四十五条第二款); never on a surcharge.
 */
export function surchargeFen(debt: FineDebt, asOf: string): number {
  return sharedOf(debt, surchargeSpans(debt, asOf));
}

/** What the spans come to: rounded once, at the end, and no more than the fine. */
export function sharedOf({ fineFen, percentPerDay }: FineDebt, spans: readonly SurchargeSpan[]): number {
  const baseDays = sum(spans.map(({ days, baseFen }) => days * baseFen));
  return Math.min(fineFen, shareFen(baseDays, percentPerDay, 100));
}

/** The days that count, in runs of one base, up to and with a day; they end where the surcharge has reached the fine. */
export function surchargeSpans(debt: FineDebt, asOf: string): SurchargeSpan[] {
  const last = dayNumber(asOf);
  const stops = debt.stops.map(({ from, to }) => ({ from: dayNumber(from), to: to === null ? last : dayNumber(to) }));
  const runs: { from: number; to: number; baseFen: number }[] = [];
  let baseDays = 0;
  for (let day = firstDay(debt); day <= last && shareFen(baseDays, debt.percentPerDay, 100) < debt.fineFen; day++) {
    const stopped = stops.some(({ from, to }) => from <= day && day <= to);
    const baseFen = stopped ? 0 : baseOn(debt, day);
    const run = runs.at(-1);
    if (run && run.to === day - 1 && run.baseFen === baseFen) run.to = day;
    else if (baseFen > 0) runs.push({ from: day, to: day, baseFen });
    baseDays += baseFen;
  }
  return runs.map(({ from, to, baseFen }) => ({ from: formatDay(from), to: formatDay(to), days: to - from + 1, baseFen }));
}

/** The first day that can count: the day after anything was due. */
function firstDay({ instalments, beforePlan }: FineDebt): number {
  const dues = [...instalments.map(({ dueOn }) => dueOn), ...(beforePlan ? [beforePlan.dueOn] : [])];
  return Math.min(...dues.map(dayNumber)) + 1;
}

function baseOn(debt: FineDebt, day: number): number {
  const { base, fineFen, payments } = debt;
  const paid = sum(payments.filter(({ on }) => dayNumber(on) < day).map(({ paidFen }) => paidFen));
  const overdue = Math.max(0, dueBefore(debt, day) - paid);
  return base === 'whole' && overdue > 0 ? fineFen : overdue;
}

/** What should have been paid before a day. */
function dueBefore({ fineFen, instalments, beforePlan }: FineDebt, day: number): number {
  if (beforePlan && day < dayNumber(beforePlan.until)) return dayNumber(beforePlan.dueOn) < day ? fineFen : 0;
  return sum(instalments.filter(({ dueOn }) => dayNumber(dueOn) < day).map(({ amountFen }) => amountFen));
}

const sum = (amounts: readonly number[]): number => amounts.reduce((so, amount) => so + amount, 0);
