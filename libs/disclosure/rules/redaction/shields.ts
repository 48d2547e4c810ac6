import { isCreditCode, isIdCard18 } from './checksums';
import { alternation, perCues } from './cue-words';
import type { CueWords } from './profile';
import type { Stretch } from './sheet';

/** Numbers of decisions, permits and court files: 津南卫医罚〔2023〕12号, (2023)津0104行审12号. */
const fileNumbers = [
  /[\p{Script=Han}A-Z]{0,20}[〔[(【]\d{4}[〕\])】] ?第? ?[A-Z0-9-]{1,10} ?号/gu,
  /[〔(]\d{4}[〕)][\p{Script=Han}]{1,4}\d{0,6}[\p{Script=Han}]{1,6}\d{1,7}号/gu,
];

/** Days and amounts: no telephone or card number begins in one, an identity number may run across one. */
const daysAndAmounts = [
  /\d{4} ?年 ?\d{1,2} ?月(?: ?\d{1,2} ?日)?/g,
  /(?<!\d)(?:19|20)\d{2}([-./])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?!\d)/g,
  /(?<!\d)\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,2})? ?(?:万|亿)?元/g,
  /(?<!\d)\d{1,12}(?:\.\d{1,6})? ?[万亿]?元(?!旦)/g,
  /(?:¥|人民币) ?\d{1,12}(?:\.\d{1,6})?(?!\d)/g,
];

const all = (text: string, patterns: readonly RegExp[]): Stretch[] =>
  patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length })));

/** Days and amounts of the text. */
export function plainFigures(text: string): Stretch[] {
  return all(text, daysAndAmounts);
}

/** What the public may read in every decision: file numbers, credit codes of bodies, certificate numbers of officers. */
export function publicNumbers(text: string, cues: CueWords): Stretch[] {
  return [...all(text, fileNumbers), ...creditCodes(text), ...announced(text, cues)];
}

function creditCodes(text: string): Stretch[] {
  return all(text, [/(?<![A-Z0-9])[0-9A-Z]{18}(?![A-Z0-9])/g]).filter(({ start, end }) => {
    const code = text.slice(start, end);
    return isCreditCode(code) && !isIdCard18(code);
  });
}

const announcedCode = perCues((cues) => {
  const names = alternation([...cues.creditCode, ...cues.officerCertificate]);
  return new RegExp(`(?:${names})[\\s:(号码为是]{0,8}([0-9A-Z][0-9A-Z-]{4,19})(?![0-9A-Z])`, 'g');
});

/** A code behind its own name is that code even with a typing error in it, unless it proves to be an identity number. */
function announced(text: string, cues: CueWords): Stretch[] {
  return [...text.matchAll(announcedCode(cues))]
    .filter((match) => !isIdCard18(match[1]))
    .map((match) => ({ start: match.index + match[0].length - match[1].length, end: match.index + match[0].length }));
}

/** Answers whether a stretch touches one of many, all sorted once: two places per question. */
export function touching(stretches: readonly Stretch[], length: number): (at: Stretch) => boolean {
  const marks = new Uint8Array(length + 1);
  for (const { start, end } of stretches) marks.fill(1, start, end);
  return ({ start, end }) => marks[start] === 1 || marks[end - 1] === 1;
}
