import { alternation, perCues } from './cue-words';
import type { CueWords } from './profile';
import type { Stretch } from './sheet';

const number = '[〇零一二三四五六七八九十\\d]';
const day = [
  `(?:\\d{4}|[〇零一二三四五六七八九]{4}) ?年(?: ?${number}{1,3} ?月(?: ?${number}{1,3} ?[日号])?)?`,
  '(?:19|20)\\d{2} ?[-./] ?\\d{1,2}(?: ?[-./] ?\\d{1,2})?(?!\\d)',
  '(?:19|20)\\d{2}[01]\\d[0-3]\\d(?!\\d)',
].join('|');

const behindCue = perCues((cues) =>
  new RegExp(`(?:${alternation(cues.birth)})[\\s:为是于在_]{0,10}(?<day>${day})`, 'g'));
const beforeWord = new RegExp(`(?<!\\d)(?<day>${day}) ?(?:出生|生人|生(?=[,。;、)\\s]|$))`, 'g');

/** Days of birth: behind a cue (出生日期：…) or before the word (1990年1月1日出生). 生效 and 生产 are other words. */
export function findBirthDates(text: string, cues: CueWords): Stretch[] {
  return [behindCue(cues), beforeWord].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => {
      const found = match.groups?.day ?? '';
      const start = match.index + match[0].indexOf(found);
      return { start, end: start + found.length };
    }));
}
