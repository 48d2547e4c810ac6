import { dayNumber, type Calendar } from '../calendar';
import { fixedEnd, textOf, type DueDates } from './due';
import { formatInstant, instantMs } from './instant';
import type { ClockLedger, Exclusion, Extension, LedgerEntry, LedgerFault, Suspension } from './ledger';
import { endOfTerms, pushed, union, type Span, type Term } from './term';

const MS_PER_HOUR = 3_600_000;

/** Where a clock stands. Dates are null while it is suspended and no `asOf` was given to project from. */
export interface DerivedDue {
  statutoryDue: string | null;
  safeDue: string | null;
  provisional: boolean;
  /** False while a suspension that has not ended holds the clock before its end. */
  running: boolean;
  /** Where the present count began: the anchor, or the last interruption. */
  countedFrom: string;
  /** Ledger entries without effect, by index, with the reason. */
  ignored: { index: number; fault: LedgerFault }[];
}

/** The present count of a clock: begin, terms granted, spans that do not run. */
export interface Count {
  from: string;
  terms: (Term | { length: number; unit: 'hour' })[];
  spans: Span[];
}

/**
 * Derives the dates of a clock from its ledger. Spans are united, so no day is left out twice; suspended time does not
 * run; an interruption restarts; an extension counts only if made before the end (on the last day at the latest).
 * `asOf` (day or instant like the anchor) ends an open suspension for the sake of a projection.
 */
export function deriveDue(clock: ClockLedger, calendar: Calendar, asOf?: string): DerivedDue {
  if (clock.budget.unit === 'fixed-date') return fixedDue(clock, calendar);
  const { count, ignored } = presentCount(clock, calendar);
  const dates = datesOf(count, calendar);
  if (dates) return { ...dates, running: true, countedFrom: count.from, ignored };
  const held = { running: false, countedFrom: count.from, ignored };
  const projected = asOf === undefined ? null : datesOf(closed(count, pointOf(asOf)), calendar);
  if (!projected) return { statutoryDue: null, safeDue: null, provisional: false, ...held };
  return { ...projected, ...held };
}

/** Plays the ledger of a clock that counts: the present count, and the entries that have no effect on it. */
export function presentCount(clock: ClockLedger, calendar: Calendar): { count: Count; ignored: DerivedDue['ignored'] } {
  const ignored: DerivedDue['ignored'] = [];
  const budget = clock.budget as Term;
  let count: Count = { from: clock.anchorOn, terms: [budget], spans: [] };
  clock.ledger.forEach((entry, index) => {
    const fault = faultOf(entry, count, calendar);
    if (fault) ignored.push({ index, fault });
    else count = after(entry, count, budget);
  });
  return { count, ignored };
}

/** A day or instant of a ledger as a number on its own scale. */
export function pointOf(text: string): number {
  return text.includes('T') ? instantMs(text) : dayNumber(text);
}

function fixedDue(clock: ClockLedger, calendar: Calendar): DerivedDue {
  const { on } = clock.budget as { on: string };
  const ignored = clock.ledger.map((_, index) => ({ index, fault: 'fixed-date' as const }));
  return { ...textOf(fixedEnd(dayNumber(on), calendar)), running: true, countedFrom: clock.anchorOn, ignored };
}

function faultOf(entry: LedgerEntry, count: Count, calendar: Calendar): LedgerFault | null {
  if (entry.verb === 'suspend' || entry.verb === 'exclude') return spanFault(entry);
  if (pointOf(entry.on) < pointOf(count.from)) return 'before-anchor';
  return entry.verb === 'extend' ? extensionFault(entry, count, calendar) : null;
}

function spanFault({ from, to }: Suspension | Exclusion): LedgerFault | null {
  return to !== undefined && pointOf(to) < pointOf(from) ? 'reversed' : null;
}

function extensionFault(entry: Extension, count: Count, calendar: Calendar): LedgerFault | null {
  if ((entry.unit === 'hour') !== (count.terms[0].unit === 'hour')) return 'other-unit';
  const dates = datesOf(count, calendar);
  return dates && pointOf(entry.on) > pointOf(dates.statutoryDue) ? 'expired' : null;
}

function after(entry: LedgerEntry, count: Count, budget: Term): Count {
  if (entry.verb === 'interrupt') return { ...count, from: entry.on, terms: [budget] };
  if (entry.verb === 'extend') return { ...count, terms: extended(count.terms, entry) };
  const to = entry.to === undefined ? Infinity : pointOf(entry.to);
  return { ...count, spans: union([...count.spans, { from: pointOf(entry.from), to }]) };
}

/** Equal units add up (30 + 30 days, 3 + 3 months to the same day); another unit runs on from the end. */
function extended(terms: Count['terms'], { length, unit }: Extension): Count['terms'] {
  const last = terms[terms.length - 1];
  if (last.unit !== unit) return [...terms, { length, unit } as Term];
  return [...terms.slice(0, -1), { length: last.length + length, unit } as Term];
}

function closed(count: Count, at: number): Count {
  const spans = count.spans.map((span) => ({ from: span.from, to: Math.min(span.to, Math.max(at, span.from)) }));
  return { ...count, spans: union(spans) };
}

function datesOf({ from, terms, spans }: Count, calendar: Calendar): DueDates | null {
  if (terms[0].unit === 'hour') return hoursOf(from, terms, spans);
  const end = endOfTerms(dayNumber(from), terms as Term[], calendar, spans);
  return end && textOf(end);
}

function hoursOf(from: string, terms: Count['terms'], spans: readonly Span[]): DueDates | null {
  const start = instantMs(from);
  const hours = terms.reduce((sum, term) => sum + term.length, 0);
  const end = pushed(start + hours * MS_PER_HOUR, start, spans);
  if (end === Infinity) return null;
  return { statutoryDue: formatInstant(end), safeDue: formatInstant(end), provisional: false };
}
