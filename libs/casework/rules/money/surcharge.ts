import { dayNumber, shareFen } from '@sanzhi/kernel';

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
  payments: readonly { on: string; paidFen: number }[];
  stops: readonly Stop[];
  /** Per cent of the base that accrue each day (第七十二条第一款第一项: three). */
  percentPerDay: number;
  /** What they are taken of: what is overdue and unpaid on the day, or the whole fine while anything of it is overdue. */
  base: 'unpaid' | 'whole';
}

/**
 * The surcharge (加处罚款) accrued up to and with a day, in fen. From the day after an instalment was due; the day of a
 * payment still counts; no day inside a stop counts (第七十三条第三款); never more than the fine (第七十二条第一款第一项,
 * 行政强制法第四十五条第二款); never on a surcharge.
 */
export function surchargeFen(debt: FineDebt, asOf: string): number {
  const last = dayNumber(asOf);
  const stops = debt.stops.map(({ from, to }) => ({ from: dayNumber(from), to: to === null ? last : dayNumber(to) }));
  const counted = (day: number): boolean => !stops.some(({ from, to }) => from <= day && day <= to);
  let baseDays = 0;
  for (let day = firstDay(debt); day <= last; day++) {
    if (counted(day)) baseDays += baseOn(debt, day);
    if (shareFen(baseDays, debt.percentPerDay, 100) >= debt.fineFen) return debt.fineFen;
  }
  return shareFen(baseDays, debt.percentPerDay, 100);
}

const firstDay = ({ instalments }: FineDebt): number => Math.min(...instalments.map(({ dueOn }) => dayNumber(dueOn))) + 1;

function baseOn({ base, fineFen, instalments, payments }: FineDebt, day: number): number {
  const due = sum(instalments.filter(({ dueOn }) => dayNumber(dueOn) < day).map(({ amountFen }) => amountFen));
  const paid = sum(payments.filter(({ on }) => dayNumber(on) < day).map(({ paidFen }) => paidFen));
  const overdue = Math.max(0, due - paid);
  return base === 'whole' && overdue > 0 ? fineFen : overdue;
}

const sum = (amounts: readonly number[]): number => amounts.reduce((so, amount) => so + amount, 0);
