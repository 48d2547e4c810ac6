import { districtLength, findAddresses } from './address-pass';
import { findBirthDates } from './birth-pass';
import { numberCues } from './cue-words';
import { findEmails } from './email';
import { findHealth } from './health-pass';
import { knownEntries, maskedName } from './known-values';
import { findNames, type NameHit, namesBeside, officerCertificates } from './name-pass';
import { findNumbers } from './number-pass';
import { findPlates } from './plate';
import type { KnownValues, Redaction, RedactionProfile, RedactionRule, RedactionSpan } from './profile';
import { plainText, shadowOf } from './shadow';
import { publicNumbers } from './shields';
import { Sheet, type Stretch } from './sheet';
import { applySpans, composeSpans } from './spans';
import { readingOf, ValueIndex } from './value-index';

/** A value that was removed from a text, with the rule that removed it. */
export interface RemovedValue {
  readonly value: string;
  readonly rule: RedactionRule;
}

/** What the final gate needs to know about a redaction. */
export interface RedactionReport {
  readonly removed: readonly RemovedValue[];
  /** Names and values shown on purpose; a removed value inside one of them is no leak. */
  readonly kept: readonly string[];
}

/** Removes from a text what may not be published: known values, then patterns, then what cue words announce. */
export function redact(text: string, profile: RedactionProfile, known: KnownValues = {}): Redaction {
  const { text: redacted, spans } = redactWithReport(text, profile, known);
  return { text: redacted, spans };
}

/** What one pass removes can bare what stood beside it; no text that was met needed more than three. */
const mostPasses = 5;

/**
 * Redacts until a pass finds nothing more, and reports every removed value, so that the rendered publication can be
 * searched for it.
 */
export function redactWithReport(
  text: string, profile: RedactionProfile, known: KnownValues = {},
): Redaction & { report: RedactionReport } {
  let redacted = text;
  let spans: RedactionSpan[] = [];
  const memory: Memory = { removed: new Map(), kept: new Set() };
  for (let count = 0; count < mostPasses; count += 1) {
    const found = new Pass(redacted, profile, memory).run(known);
    if (found.length === 0) break;
    spans = composeSpans(spans, found);
    redacted = applySpans(text, spans);
  }
  const removed = [...memory.removed.values()].map(({ value, rule }) => ({ value, rule }));
  return { text: redacted, spans, report: { removed, kept: [...memory.kept] } };
}

/** Shorter values would be found in ordinary words and figures. */
const shortestSpread: Partial<Record<RedactionRule, number>> = { name: 2, health: 3, address: 4 };
const shortestNumberSpread = 6;
/** A long note is searched for in pieces: any of them that comes back is a leak. */
const longestPiece = 64;

/** What the passes over one text learn: removed values by their reading, names shown on purpose. */
interface Memory {
  readonly removed: Map<string, RemovedValue & { replacement: string }>;
  readonly kept: Set<string>;
}

class Pass {
  private readonly sheet: Sheet;

  constructor(
    input: string,
    private readonly profile: RedactionProfile,
    private readonly memory: Memory,
  ) {
    this.sheet = new Sheet(shadowOf(plainText(input)));
  }

  run(known: KnownValues): RedactionSpan[] {
    this.keepFormerReplacements();
    this.removeKnown(known);
    const { text } = this.sheet.shadow;
    const { cues } = this.profile;
    for (const at of publicNumbers(text, cues)) this.sheet.keep(at);
    const names = findNames(text, cues);
    for (const at of officerCertificates(text, names)) this.sheet.keep(at);
    const numbers = findNumbers(this.sheet, numberCues(cues));
    for (const { rule, ...at } of numbers) this.remove(rule, at);
    for (const at of findEmails(text)) this.remove('email', at);
    for (const at of findPlates(text)) this.remove('plate', at);
    for (const at of findBirthDates(text, cues)) this.remove('birth-date', at);
    for (const at of findAddresses(text, cues)) this.remove('address', { start: at.districtEnd, end: at.end });
    this.removeNames([...names, ...namesBeside(text, numbers, names)]);
    for (const at of findHealth(text, cues)) this.remove('health', at);
    this.spread();
    return this.sheet.spans();
  }

  /** What an earlier pass left behind is final: redacting twice changes nothing. */
  private keepFormerReplacements(): void {
    const marks = new Set([...Object.values(this.profile.rules).map((rule) => rule.replacement), this.profile.removedName]);
    const { text } = this.sheet.shadow;
    for (const mark of marks) {
      for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length)) {
        this.sheet.keep({ start: at, end: at + mark.length });
      }
    }
  }

  private removeKnown(known: KnownValues): void {
    const entries = knownEntries(known, this.profile);
    for (const { value, replacement } of entries) {
      if (replacement === undefined) this.memory.kept.add(value);
      else this.learn('known', value, replacement);
    }
    for (const hit of new ValueIndex(entries.map(({ value }) => value)).in(this.sheet.shadow)) {
      const { replacement } = entries[hit.value];
      if (replacement === undefined) this.sheet.keep(hit);
      else this.removeKnownAt(hit, replacement);
    }
  }

  /** The district of an address is not touched: only what lies below it becomes a span. */
  private removeKnownAt(at: Stretch, replacement: string): void {
    const mark = this.profile.rules.known.replacement;
    const text = this.sheet.shadow.text.slice(at.start, at.end);
    const district = replacement.length > mark.length && replacement.endsWith(mark) ? districtLength(text) : 0;
    const below = { start: at.start + district, end: at.end };
    this.sheet.remove({ ...below, rule: 'known', replacement: district > 0 ? mark : replacement });
  }

  /** A party is masked even where a body shows him; whoever is shown by office is no third person. */
  private removeNames(names: readonly NameHit[]): void {
    const of = (...kinds: string[]) => names.filter((hit) => kinds.includes(hit.kind) && this.sheet.isFree(hit));
    const parties = of('party');
    const partyNames = new Set(parties.map((hit) => readingOf(hit.name)));
    for (const hit of parties) this.remove('name', hit, maskedName(hit.name, this.profile.maskedNameTail));
    const shown = of('shown', 'officer').filter((hit) => !partyNames.has(readingOf(hit.name)));
    for (const hit of shown) {
      this.sheet.keep(hit);
      this.memory.kept.add(hit.name);
    }
    const shownNames = new Set(shown.map((hit) => readingOf(hit.name)));
    for (const hit of of('third').filter((one) => !shownNames.has(readingOf(one.name)))) {
      const isParty = partyNames.has(readingOf(hit.name));
      this.remove('name', hit, isParty ? maskedName(hit.name, this.profile.maskedNameTail) : this.profile.removedName);
    }
  }

  private remove(rule: RedactionRule, at: Stretch, replacement = this.profile.rules[rule].replacement): void {
    if (!this.profile.rules[rule].on) return;
    this.sheet.remove({ ...at, rule, replacement });
  }

  private learn(rule: RedactionRule, value: string, replacement: string): void {
    const reading = readingOf(value);
    const least = shortestSpread[rule] ?? (rule === 'known' ? 1 : shortestNumberSpread);
    if (reading.length >= least && !this.memory.removed.has(reading)) this.memory.removed.set(reading, { rule, value, replacement });
  }

  /** What was removed in one place is removed in every place, else the gate would find it. */
  private spread(): void {
    for (const hit of new ValueIndex([...this.memory.kept]).in(this.sheet.shadow)) this.sheet.keep(hit);
    for (const { start, end, rule, replacement } of this.sheet.removed()) {
      if (rule === 'known') continue;
      const reading = this.sheet.reading({ start, end });
      for (let at = 0; at < reading.length; at += longestPiece) {
        this.learn(rule, reading.slice(at, at + longestPiece), replacement);
      }
    }
    const values = [...this.memory.removed.values()].filter(({ rule }) => rule !== 'known');
    for (const hit of new ValueIndex(values.map(({ value }) => value)).in(this.sheet.shadow)) {
      const { rule, replacement } = values[hit.value];
      this.sheet.remove({ start: hit.start, end: hit.end, rule, replacement });
    }
  }
}
