import { numberCues } from './cue-words';
import { findNames, officerCertificates } from './name-pass';
import { findNumbers } from './number-pass';
import type { RedactionProfile, RedactionRule } from './profile';
import type { RedactionReport } from './redact';
import { unescaped, withoutMarkup } from './rendered-views';
import { type MappedText, plainText, type Shadow, shadowOf } from './shadow';
import { publicNumbers } from './shields';
import { Sheet } from './sheet';
import { ValueIndex } from './value-index';

/** A removed value, or a number that never may be public, that a rendered publication still carries. */
export interface Leak {
  readonly rule: RedactionRule;
  /** The removed value, or for a number found by its shape what stands there. */
  readonly value: string;
  /** `text` as a reader sees it, `markup` in attributes, comments, scripts, `pattern` found by shape alone. */
  readonly where: 'text' | 'markup' | 'pattern';
  /** UTF-16 offsets of the rendered text, half-open. */
  readonly start: number;
  readonly end: number;
}

/** Rules whose shape alone proves a leak: their numbers carry a checksum or cannot be mistaken. */
const provenByShape: readonly RedactionRule[] = ['id-card', 'mobile', 'bank-card'];

/**
 * The last gate before release: everything removed that the rendered text or HTML still holds, whatever the width,
 * separators, entities, tags, attributes or comments it hides in. With a profile also identity, mobile and card numbers
 * that nobody had removed. Any hit refuses the release.
 */
export function leaks(rendered: string, report: RedactionReport, profile?: RedactionProfile): Leak[] {
  const markup = unescaped(rendered);
  // Tags are cut before entities are read as well: &lt; must not open a tag that hides what follows.
  const text = withoutMarkup(plainText(rendered));
  const decoded = unescapedOver(text);
  const seen = shadowOf(decoded);
  const found = [
    ...leaksIn(seen, report, 'text'),
    ...(/[&%\\]/.test(rendered) ? leaksIn(shadowOf(withoutMarkup(markup)), report, 'text') : []),
    ...(rendered.includes('<') ? leaksIn(shadowOf(markup), report, 'markup') : []),
    ...(profile ? shapesIn(seen, profile) : []),
  ];
  const places = new Set<string>();
  return found.filter(({ start, end }) => {
    const place = `${start}-${end}`;
    return !places.has(place) && places.add(place);
  });
}

function unescapedOver(view: MappedText): MappedText {
  const { text, from, to } = unescaped(view.text);
  return {
    text,
    from: Array.from({ length: text.length }, (_, i) => view.from[from[i]]),
    to: Array.from({ length: text.length }, (_, i) => view.to[to[i] - 1]),
  };
}

function leaksIn(shadow: Shadow, report: RedactionReport, where: 'text' | 'markup'): Leak[] {
  const sheet = new Sheet(shadow);
  for (const at of new ValueIndex(report.kept).in(shadow)) sheet.keep(at);
  return new ValueIndex(report.removed.map(({ value }) => value))
    .in(shadow)
    .filter((hit) => !sheet.isKept(hit))
    .map((hit) => ({ ...report.removed[hit.value], where, start: shadow.from[hit.start], end: shadow.to[hit.end - 1] }));
}

function shapesIn(shadow: Shadow, profile: RedactionProfile): Leak[] {
  const sheet = new Sheet(shadow);
  const { text, spelled, from, to } = sheet.shadow;
  const certificates = officerCertificates(text, findNames(text, profile.cues));
  for (const at of [...publicNumbers(text, profile.cues), ...certificates]) sheet.keep(at);
  return findNumbers(sheet, numberCues(profile.cues))
    .filter(({ rule }) => provenByShape.includes(rule) && profile.rules[rule].on)
    .map(({ rule, start, end }) => ({
      rule, value: spelled.slice(start, end), where: 'pattern', start: from[start], end: to[end - 1],
    }));
}
