import {
  due,
  OutsideCalendar,
  parseDay,
  parseInstant,
  type Calendar,
  type ClockRule,
  type CountedRequest,
  type Due,
} from '@sanzhi/kernel';

/** One term as written on a command line or in a batch file; `direction` is empty or `--before`. */
export interface WrittenTerm {
  start: string;
  length: string;
  unit: string;
  direction: string;
}

/** What `sanzhi due` answers. Without dates `error` says why. */
export interface DueAnswer extends Omit<Due, 'statutoryDue' | 'safeDue'> {
  statutoryDue: string | null;
  safeDue: string | null;
  error?: string;
  rule?: string;
  title?: string;
  length?: number | null;
  unit?: ClockRule['unit'];
  basis?: string;
  status?: ClockRule['status'];
  statusNote?: string;
  warning?: string;
  seenValues?: ClockRule['seenValues'];
  /** How the date was computed, in one Chinese sentence. */
  sentence?: string;
}

const UNITS: ReadonlySet<string> = new Set(['working-day', 'calendar-day', 'month', 'year', 'hour']);
const LENGTH = /^[1-9]\d{0,6}$/;

/** Reads a term; the name of the first field that is wrong when it cannot be one. */
export function readTerm({ start, length, unit, direction }: WrittenTerm): CountedRequest | keyof WrittenTerm {
  if (!UNITS.has(unit)) return 'unit';
  if ((unit === 'hour' ? parseInstant(start) : parseDay(start)) === null) return 'start';
  if (!LENGTH.test(length)) return 'length';
  if (direction !== '' && direction !== '--before') return 'direction';
  return {
    start,
    length: Number(length),
    unit: unit as CountedRequest['unit'],
    direction: direction === '' ? 'after' : 'before',
  };
}

/** The dates of a term with their explanation. */
export function termDue(term: CountedRequest, calendar: Calendar): DueAnswer {
  try {
    return due(term, calendar);
  } catch (fault) {
    if (!(fault instanceof OutsideCalendar)) throw fault;
    return { statutoryDue: null, safeDue: null, provisional: false, days: [], error: 'outside-calendar' };
  }
}
