import { isBankCard, isIdCard18 } from './checksums';
import { CueFinder, type NumberCue } from './cue-words';
import { type Chain, chainsOf, type DigitGroup } from './number-groups';
import { numberAt, type NumberFinding } from './numbers';
import type { RedactionRule } from './profile';
import { plainFigures, touching } from './shields';
import type { Sheet, Stretch } from './sheet';

/** A found number: where, and by which rule. */
export interface NumberHit extends Stretch {
  readonly rule: RedactionRule;
}

/** Identity, telephone and card numbers of the text, in order; what the sheet shields is not looked at. */
export function findNumbers(sheet: Sheet, cues: CueFinder<NumberCue>): NumberHit[] {
  const text = sheet.shadow.spelled;
  const isFigure = touching(plainFigures(text), text.length);
  const chains = chainsOf(text, (at) => !sheet.isFree(at), (at) => !isFigure(at));
  const hits: NumberHit[] = [];
  for (const chain of chains) hits.push(...numbersOf(text, chain, cues, hits.at(-1)));
  return hits;
}

function numbersOf(text: string, chain: Chain, cues: CueFinder<NumberCue>, before?: NumberHit): NumberHit[] {
  const hits: NumberHit[] = [];
  for (let first = 0; first < chain.length;) {
    const group = chain[first];
    const cue = cues.before(text, group.start - lettersBefore(text, group.start)) ?? inherited(text, group, hits.at(-1) ?? before);
    const found: NumberFinding | undefined = numberAt({ text, chain, first, cue });
    if (found) hits.push({ rule: found.rule, start: opening(text, found, cue), end: found.end });
    else if (cue !== 'serial') hits.push(...insideLongGroup(text, group));
    first = found?.next ?? first + 1;
  }
  return hits;
}

/** The second number of a list stands under the cue of the first: 电话：…、…. */
function inherited(text: string, group: DigitGroup, before?: NumberHit): NumberCue | undefined {
  if (!before || before.end > group.start || group.start - before.end > 4) return undefined;
  if (!/^[\s、,;/或和及]{1,4}$/.test(text.slice(before.end, group.start))) return undefined;
  return before.rule === 'mobile' || before.rule === 'landline' ? 'phone' : undefined;
}

/** Letters that belong to the number behind them: E12345678, A-0012. */
function lettersBefore(text: string, place: number): number {
  return /[A-Z]{0,2}$/.exec(text.slice(Math.max(0, place - 2), place))![0].length;
}

/** The letters of a passport, the plus of a country code and the bracket of an area code go with the number. */
function opening(text: string, { start, end }: Stretch, cue?: NumberCue): number {
  if (cue === 'id') return start - lettersBefore(text, start);
  const plus = text[start - 1] === '+' ? start - 1 : start;
  const closed = /^\d{2,4}\)/.test(text.slice(start, Math.min(end, start + 5)));
  return closed && text[plus - 1] === '(' ? plus - 1 : plus;
}

const mobile = /^1[3-9]\d{9}$/;

/** Numbers that were run together: identity numbers by their checksum anywhere, the rest where it fills the remainder. */
function insideLongGroup(text: string, { start, end, digits }: DigitGroup): NumberHit[] {
  if (digits.length < 17) return [];
  const run = digits + (/^X(?![A-Z])/.test(text.slice(end, end + 2)) ? 'X' : '');
  const hits: NumberHit[] = [];
  let rest = 0;
  for (let at = 0; at + 18 <= run.length; at += 1) {
    if (!isIdCard18(run.slice(at, at + 18))) continue;
    hits.push(...tiles(run.slice(rest, at), start + rest));
    hits.push({ rule: 'id-card', start: start + at, end: start + at + 18 });
    rest = at + 18;
    at += 17;
  }
  return [...hits, ...tiles(run.slice(rest), start + rest)];
}

/** Mobile and card numbers that fill the digits without a rest: read from the back, so each place is judged once. */
function tiles(digits: string, start: number): NumberHit[] {
  const step = new Int32Array(digits.length + 1).fill(-1);
  step[digits.length] = 0;
  for (let at = digits.length - 11; at >= 0; at -= 1) {
    const size = [11, 19, 18, 17, 16].find((length) => step[at + length] >= 0 && isTile(digits.slice(at, at + length)));
    if (size !== undefined) step[at] = size;
  }
  const hits: NumberHit[] = [];
  for (let at = 0; step[0] > 0 && at < digits.length; at += step[at]) {
    hits.push({ rule: step[at] === 11 ? 'mobile' : 'bank-card', start: start + at, end: start + at + step[at] });
  }
  return hits;
}

const isTile = (digits: string): boolean => mobile.test(digits) || isBankCard(digits);
