import { Calendar, type CalendarOverlay, type Coverage } from './calendar';
import type { CalendarYear } from './calendar-year';

/** Days of one region (by the head of its administrative code) on top of the national ones, with the text that gives them. */
export interface RegionalOverlay extends CalendarOverlay {
  title: string;
  region: string;
  basis: string;
  /** Not the law of any place: for tests and shows. */
  demo?: boolean;
}

/** What is known of one year. */
export interface YearCovered {
  year: number;
  coverage: Coverage;
  revision: number | null;
  notices: string[];
}

/** All calendars as loaded: the national years, and overlays by region. Immutable; a new notice makes a new book. */
export class CalendarBook {
  readonly #byOverlays = new Map<string, Calendar>();

  constructor(
    private readonly years: readonly CalendarYear[],
    readonly overlays: readonly RegionalOverlay[] = [],
  ) {}

  /** The calendar of the nation, without overlays. */
  get national(): Calendar {
    return this.of('');
  }

  /** The calendar that holds in a region: overlays of wider regions first, the narrowest has the last word. */
  of(region: string): Calendar {
    const applying = this.overlays
      .filter((overlay) => region !== '' && region.startsWith(overlay.region))
      .sort((one, other) => one.region.length - other.region.length);
    const key = applying.map((overlay) => overlay.id).join(' ');
    const known = this.#byOverlays.get(key);
    if (known) return known;
    const calendar = new Calendar(this.years, applying);
    this.#byOverlays.set(key, calendar);
    return calendar;
  }

  /** A book with further years; of two readings of one year the higher revision stands, of equals the one given. */
  withYears(more: readonly CalendarYear[]): CalendarBook {
    const byYear = new Map(this.years.map((year) => [year.year, year]));
    for (const year of more) {
      const known = byYear.get(year.year);
      if (!known || known.revision <= year.revision) byYear.set(year.year, year);
    }
    return new CalendarBook([...byYear.values()], this.overlays);
  }

  /** The loaded reading of a year, or null. */
  year(year: number): CalendarYear | null {
    return this.years.find((one) => one.year === year) ?? null;
  }

  /** Every year from the first loaded one to the one after the horizon, which is the one to look out for. */
  covered(): YearCovered[] {
    const known = this.years.map((year) => year.year);
    if (known.length === 0) return [];
    const first = Math.min(...known);
    return Array.from({ length: Math.max(...known) - first + 2 }, (_, index) => {
      const loaded = this.year(first + index);
      return {
        year: first + index,
        coverage: this.national.coverage(first + index),
        revision: loaded?.revision ?? null,
        notices: loaded?.notices ?? [],
      };
    });
  }
}
