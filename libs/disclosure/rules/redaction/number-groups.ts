import { isBankCard, isIdCard18 } from './checksums';
import type { Stretch } from './sheet';

/** Digits that stand together, with whether they are part of a date or an amount. */
export interface DigitGroup extends Stretch {
  readonly digits: string;
  readonly plain: boolean;
}

/** Groups of digits with nothing but separators between them. */
export type Chain = readonly DigitGroup[];

const separators = /^[\s.\-_·•・,'~+*/\\|()[\]#]+$/;
const longestGap = 12;
const mostMarks = 2;

/** The groups of the text, cut into chains; `isShielded` breaks a chain, `isPlain` false marks dates and amounts. */
export function chainsOf(
  text: string,
  isShielded: (at: Stretch) => boolean,
  isPlain: (at: Stretch) => boolean,
): Chain[] {
  const chains: DigitGroup[][] = [];
  let last: DigitGroup | undefined;
  for (const match of text.matchAll(/\d+/g)) {
    const at = { start: match.index, end: match.index + match[0].length };
    if (isShielded(at)) {
      last = undefined;
      continue;
    }
    const group = { ...at, digits: match[0], plain: isPlain(at) };
    if (last && joins(text.slice(last.end, group.start))) chains[chains.length - 1].push(group);
    else chains.push([group]);
    last = group;
  }
  return chains;
}

/** Spaces, one line break and at most two other marks can stand inside one number. */
export function joins(gap: string): boolean {
  if (gap.length > longestGap || !separators.test(gap)) return false;
  return gap.split('\n').length <= 2 && gap.replace(/\s/g, '').length <= mostMarks;
}

/** Consecutive groups of a chain read as one number. */
export interface Joined extends Stretch {
  readonly digits: string;
  /** Index of the first group after it. */
  readonly next: number;
  /** Sizes of its groups, e.g. `3-4-4`. */
  readonly shape: string;
  readonly plain: boolean;
}

/** All readings from group `first` on of at most `most` digits, shortest first: at most `most` of them. */
export function readingsFrom(chain: Chain, first: number, most: number): Joined[] {
  const readings: Joined[] = [];
  let digits = '';
  let shape = '';
  let plain = true;
  for (let i = first; i < chain.length && digits.length + chain[i].digits.length <= most; i += 1) {
    if (i > first && isWhole(chain[i].digits)) break;
    digits += chain[i].digits;
    shape += `${shape && '-'}${chain[i].digits.length}`;
    plain &&= chain[i].plain;
    readings.push({ start: chain[first].start, end: chain[i].end, digits, next: i + 1, shape, plain });
  }
  return readings;
}

/** A group that is a number by itself never continues the one before it: rows of a table, lists of numbers. */
function isWhole(digits: string): boolean {
  if (digits.length === 11) return /^1[3-9]/.test(digits);
  return digits.length > 15 && (isIdCard18(digits) || isBankCard(digits));
}
