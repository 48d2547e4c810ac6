import type { CueWords } from './profile';

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

/** Words as one alternation, longest first; forms print 姓　　名, so spaces may stand between characters. Bounded. */
export function alternation(words: readonly string[]): string {
  const sorted = [...words].sort((a, b) => b.length - a.length);
  return sorted.map((word) => [...word.toUpperCase()].map(escape).join(' {0,4}')).join('|') || '(?!)';
}

/** Builds something from the cue words of a profile once; profiles are read once and used for every text. */
export function perCues<T>(build: (cues: CueWords) => T): (cues: CueWords) => T {
  const built = new WeakMap<CueWords, T>();
  return (cues) => {
    const present = built.get(cues) ?? build(cues);
    built.set(cues, present);
    return present;
  };
}

/** What may stand between a cue and what it announces: 身份证（号码）为：. Bounded by the callers. */
const filler = /[\s号码为是:()[\]【】「」"“”,_\-+]/;
const longestFiller = 12;

/** Finds which list of words stands right before a place; constant time per place. */
export class CueFinder<Kind extends string> {
  private readonly byLast = new Map<string, { word: string; kind: Kind }[]>();

  /** Lists given first win where two end alike; longer words win within all lists. */
  constructor(lists: ReadonlyArray<readonly [Kind, readonly string[]]>) {
    for (const [kind, words] of lists) {
      for (const raw of words) {
        const word = raw.toUpperCase();
        const last = word[word.length - 1];
        this.byLast.set(last, [...(this.byLast.get(last) ?? []), { word, kind }]);
      }
    }
    for (const entries of this.byLast.values()) entries.sort((a, b) => b.word.length - a.word.length);
  }

  /** The kind of cue that ends right before `place`, with nothing but filler between. */
  before(text: string, place: number): Kind | undefined {
    for (let at = place; at > 0 && at >= place - longestFiller; at -= 1) {
      const kind = this.endingAt(text, at);
      if (kind) return kind;
      if (!filler.test(text[at - 1])) return undefined;
    }
    return undefined;
  }

  /** The kind of the longest cue that ends exactly at `place`. */
  endingAt(text: string, place: number): Kind | undefined {
    return this.byLast.get(text[place - 1])?.find(({ word }) => endsWith(text, place, word))?.kind;
  }
}

/** Whether the text ends with the word at `place`, up to four spaces between its characters. */
function endsWith(text: string, place: number, word: string): boolean {
  let at = place;
  for (let i = word.length - 1; i >= 0; i -= 1) {
    if (i < word.length - 1) for (let spaces = 0; spaces < 4 && text[at - 1] === ' '; spaces += 1) at -= 1;
    if (text[at - 1] !== word[i]) return false;
    at -= 1;
  }
  return true;
}

/** Kinds of cue that a number can follow. */
export type NumberCue = 'id' | 'phone' | 'public-phone' | 'account' | 'serial' | 'certificate' | 'credit' | 'health';

/** The cues before numbers, from the word lists of a profile. */
export const numberCues = perCues((cues) => new CueFinder<NumberCue>([
  ['certificate', cues.officerCertificate],
  ['public-phone', cues.publicPhone],
  ['credit', cues.creditCode],
  ['serial', cues.serial],
  ['health', cues.healthNumber],
  ['id', cues.idNumber],
  ['account', cues.account],
  ['phone', cues.phone],
]));
