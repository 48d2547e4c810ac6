import { dayNumber, daysFromCivil, FIRST_DAY, LAST_DAY, weekdayOf, yearOf, type DayNumber } from './day';
import type { CalendarYear, ListedDay } from './calendar-year';
import { OutsideCalendar, WorkingDays } from './working-days';

/** Days of a region on top of the national ones (e.g. an ethnic festival); a listed day replaces the national one. */
export interface CalendarOverlay {
  id: string;
  revision: number;
  days: ListedDay[];
}

/**
 * What is known of a year: `confirmed` its notice is loaded; `provisional` only single days are known, from a
 * neighbour's notice or an overlay; `none` nothing is known.
 */
export type Coverage = 'confirmed' | 'provisional' | 'none';

/** Why a day counts as it does. */
export type DayReason = 'work' | 'makeup' | 'weekend' | `holiday:${string}`;

const SATURDAY = 6;

/**
 * Legal calendar (法定节假日 and 调休 of the yearly State Council notices), immutable. A year without a notice is
 * never taken for a known one: its days are provisional, and two readings of it are kept. A later notice may still
 * move single days of the December before it; loading it recomputes open clocks.
 */
export class Calendar {
  /** Names exactly what was loaded, e.g. `2025r1+2026r1`; stored with every computed date. */
  readonly revision: string;
  /** Reading for `statutoryDue`: beyond the horizon Monday to Friday work. */
  readonly weekendsOff: WorkingDays;
  /** Reading for the earlier bound: beyond the horizon every day works, as make-up days can only bring ends forward. */
  readonly everyDayWorks: WorkingDays;

  readonly #listed = new Map<DayNumber, ListedDay>();
  readonly #coverage = new Map<number, Coverage>();
  /** unconfirmedUpTo[d] = days without a loaded notice from FIRST_DAY to d. */
  readonly #unconfirmedUpTo = new Int32Array(LAST_DAY + 1);

  constructor(years: readonly CalendarYear[], overlays: readonly CalendarOverlay[] = []) {
    const sorted = [...years].sort((a, b) => a.year - b.year);
    this.revision = [
      ...sorted.map((year) => `${year.year}r${year.revision}`),
      ...overlays.map((overlay) => `${overlay.id}r${overlay.revision}`),
    ].join('+');
    sorted.forEach((year) => this.#load(year));
    overlays.forEach((overlay) => overlay.days.forEach((day) => this.#list(day)));
    this.#indexCoverage();
    this.weekendsOff = new WorkingDays((day) => this.isWorkingDay(day));
    this.everyDayWorks = new WorkingDays((day) => this.#isUnconfirmed(day) || this.isWorkingDay(day));
    Object.freeze(this);
  }

  coverage(year: number): Coverage {
    return this.#coverage.get(year) ?? 'none';
  }

  /** Last year whose notice is loaded, or null. */
  get horizonYear(): number | null {
    const confirmed = [...this.#coverage].filter(([, coverage]) => coverage === 'confirmed').map(([year]) => year);
    return confirmed.length > 0 ? Math.max(...confirmed) : null;
  }

  /** Whether people work on a day; in a year without a notice as the week says (see `isProvisional`). */
  isWorkingDay(day: DayNumber): boolean {
    const listed = this.#listed.get(day);
    return listed ? listed.kind === 'work' : weekdayOf(day) < SATURDAY;
  }

  reasonOf(day: DayNumber): DayReason {
    const listed = this.#listed.get(day);
    const weekend = weekdayOf(day) >= SATURDAY;
    if (listed?.kind === 'off') return `holiday:${listed.name}`;
    if (listed) return weekend ? 'makeup' : 'work';
    return weekend ? 'weekend' : 'work';
  }

  /** Whether any day of [from, to] lies in a year whose notice is not loaded. */
  isProvisional(from: DayNumber, to: DayNumber = from): boolean {
    if (from < FIRST_DAY || to > LAST_DAY) throw new OutsideCalendar('the span leaves the calendar');
    const before = from === FIRST_DAY ? 0 : this.#unconfirmedUpTo[from - 1];
    return this.#unconfirmedUpTo[to] > before;
  }

  #load(year: CalendarYear): void {
    if (this.coverage(year.year) === 'confirmed') throw new RangeError(`calendar year ${year.year} given twice`);
    year.days.forEach((day) => this.#list(day));
    this.#coverage.set(year.year, 'confirmed');
  }

  #list(listed: ListedDay): void {
    const day = dayNumber(listed.date);
    this.#listed.set(day, listed);
    const year = yearOf(day);
    if (this.coverage(year) === 'none') this.#coverage.set(year, 'provisional');
  }

  #indexCoverage(): void {
    let unconfirmed = 0;
    for (let year = 1970, day = FIRST_DAY; day <= LAST_DAY; year++) {
      const confirmed = this.coverage(year) === 'confirmed';
      for (const end = daysFromCivil(year, 12, 31); day <= end; day++) {
        if (!confirmed) unconfirmed++;
        this.#unconfirmedUpTo[day] = unconfirmed;
      }
    }
  }

  #isUnconfirmed(day: DayNumber): boolean {
    return this.isProvisional(day);
  }
}
