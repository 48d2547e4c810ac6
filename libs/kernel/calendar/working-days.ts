import { FIRST_DAY, LAST_DAY, formatDay, type DayNumber } from './day';

/** A day or a count that leaves the span calendars answer for (1970-01-01 to 2199-12-31). */
export class OutsideCalendar extends RangeError {
  override readonly name = 'OutsideCalendar';
}

/** Working days of one reading of a calendar, as prefix sums: every question is one or two array reads. */
export class WorkingDays {
  /** upTo[d] = number of working days from FIRST_DAY to d, inclusive. */
  readonly #upTo: Int32Array;
  /** The working days themselves, in order. */
  readonly #list: Int32Array;

  constructor(isWorking: (day: DayNumber) => boolean) {
    this.#upTo = new Int32Array(LAST_DAY + 1);
    const list: number[] = [];
    for (let day = FIRST_DAY; day <= LAST_DAY; day++) {
      if (isWorking(day)) list.push(day);
      this.#upTo[day] = list.length;
    }
    this.#list = Int32Array.from(list);
  }

  isWorking(day: DayNumber): boolean {
    return this.#countUpTo(day) > (day === FIRST_DAY ? 0 : this.#upTo[day - 1]);
  }

  /** Working days in [from, to]; 0 when the span is empty. */
  count(from: DayNumber, to: DayNumber): number {
    if (to < from) return 0;
    return this.#countUpTo(to) - (from === FIRST_DAY ? 0 : this.#countUpTo(from - 1));
  }

  /** The n-th working day after `day`, n >= 1. */
  nthAfter(day: DayNumber, n: number): DayNumber {
    return this.#at(this.#countUpTo(day) + n - 1);
  }

  /** The n-th working day before `day`, n >= 1. */
  nthBefore(day: DayNumber, n: number): DayNumber {
    const before = this.#countUpTo(day) - (this.isWorking(day) ? 1 : 0);
    return this.#at(before - n);
  }

  /** The last working day on or before `day`. */
  onOrBefore(day: DayNumber): DayNumber {
    return this.#at(this.#countUpTo(day) - 1);
  }

  /** The first working day on or after `day`. */
  onOrAfter(day: DayNumber): DayNumber {
    return this.isWorking(day) ? day : this.nthAfter(day, 1);
  }

  #countUpTo(day: DayNumber): number {
    const count = this.#upTo[day];
    if (count === undefined) throw new OutsideCalendar(`day ${day} (${formatDay(day)}) is outside the calendar`);
    return count;
  }

  #at(index: number): DayNumber {
    const day = this.#list[index];
    if (day === undefined) throw new OutsideCalendar('the count leaves the calendar');
    return day;
  }
}
