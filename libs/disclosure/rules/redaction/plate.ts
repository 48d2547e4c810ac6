import type { Stretch } from './sheet';

const provinces = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';
const gap = '[ .·•・-]{0,2}';

/** Letters and digits of a plate, at most two spaces or dots between the letter and the rest. */
const patterns = [
  // New energy (six places, D or F classes first or last), ordinary, trailer, learner, police, Hong Kong and Macao.
  new RegExp(`(?:${[...provinces].join('|')}) ?[A-HJ-Z]${gap}(?:[A-HJ-NP-Z0-9]{5}[A-HJ-NP-Z0-9挂学警港澳]|[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳])(?![A-Z0-9])`, 'g'),
  new RegExp(`WJ${gap}[${provinces}0-9]{0,2}${gap}\\d{4}[A-Z0-9](?![A-Z0-9])`, 'g'),
  new RegExp(`使${gap}\\d{6}(?!\\d)|[${provinces}] ?[A-HJ-Z]${gap}\\d{4}[使领](?![A-Z0-9])`, 'g'),
];

/** Number plates of vehicles (GA 36): ordinary, new energy, police, embassy; a plate has at least two digits. */
export function findPlates(text: string): Stretch[] {
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)]
      .filter((match) => match[0].replace(/\D/g, '').length >= 2)
      .map((match) => ({ start: match.index, end: match.index + match[0].length })));
}
