import { alternation, perCues } from './cue-words';
import type { CueWords } from './profile';
import type { Stretch } from './sheet';

const longest = 120;
const diseaseEnd = /(?:病|症|炎|癌|瘤|综合征|高血压|感染|损伤|妊娠|怀孕|不全|衰竭|过敏|出血|阳性|结石|硬化|囊肿|增生|脱位|溃疡|贫血|梗死|骨折|障碍|抑郁|术后|级|期|型)(?:\([^()\n]{0,12}\))?$/;
/** The law speaks of whoever has a disease, not of one person: 患有…疾病的人员不得…. */
const ofAnybody = /(?:病|症|结核|病毒)[^,。;]{0,6}(?:的(?:人员|从业人员|患者|病人|人)?(?:,|不得|应当)|者(?:,|不得|应当)|的?(?:人员|从业人员)|患者|病人)|有关疾病|有碍|职业病的|规定的|不得|应当|依法|可以|的,/;

const healthCues = perCues((cues) => {
  const behindAny = (words: readonly string[], between: string) => new RegExp(`(?:${alternation(words)})${between}`, 'g');
  return {
    diagnosis: behindAny(cues.diagnosis, '[\\s:了为是有_]{0,6}'),
    note: behindAny(cues.healthNote, ' {0,4}: {0,4}'),
    number: behindAny(cues.healthNumber, '[\\s:为是(号码_]{0,6}'),
  };
});

/** Findings about a person's health behind cue words, and the numbers of medical files. */
export function findHealth(text: string, cues: CueWords): Stretch[] {
  return [...diagnoses(text, cues), ...notes(text, cues), ...fileNumbers(text, cues)];
}

/** 诊断为…, 患有…: to the end of the clause, over commas as long as diseases follow. */
function diagnoses(text: string, cues: CueWords): Stretch[] {
  return behind(text, healthCues(cues).diagnosis, (start) => {
    const window = text.slice(start, start + longest);
    let end = clauseEnd(window, 0);
    if (ofAnybody.test(window.slice(0, end + 3))) return undefined;
    while (window[end] === ',') {
      const next = clauseEnd(window, end + 1);
      if (!diseaseEnd.test(window.slice(end + 1, next))) break;
      end = next;
    }
    return found(window, start, end);
  });
}

/** 主诉：…, 现病史：…: the whole sentence, to its full stop or the end of the line. */
function notes(text: string, cues: CueWords): Stretch[] {
  return behind(text, healthCues(cues).note, (start) => {
    const window = text.slice(start, start + 4 * longest);
    const stop = window.search(/[。\n]/);
    return found(window, start, stop < 0 ? window.length : stop);
  });
}

function fileNumbers(text: string, cues: CueWords): Stretch[] {
  return behind(text, healthCues(cues).number, (start) => {
    const number = /^[A-Z0-9][A-Z0-9 -]{2,18}[A-Z0-9]/.exec(text.slice(start, start + 24));
    return number && /\d{3}/.test(number[0]) ? { start, end: start + number[0].length } : undefined;
  });
}

/** What stands behind each cue; a cue inside the stretch of the one before announces nothing of its own. */
function behind(text: string, pattern: RegExp, read: (start: number) => Stretch | undefined): Stretch[] {
  const stretches: Stretch[] = [];
  for (const match of text.matchAll(pattern)) {
    const stretch = match.index >= (stretches.at(-1)?.end ?? 0) ? read(match.index + match[0].length) : undefined;
    if (stretch) stretches.push(stretch);
  }
  return stretches;
}

/** The end of a clause; 1.高血压 2.糖尿病 goes on over its own full points. */
function clauseEnd(window: string, from: number): number {
  const stop = window.slice(from).search(/[,。;:\n"“”[\]《》]| {2}| (?=\p{Script=Han}{2,8} ?:)/u);
  return stop < 0 ? window.length : from + stop;
}

function found(window: string, start: number, end: number): Stretch | undefined {
  const term = window.slice(0, end).trimEnd();
  return /\p{Script=Han}{2}|[A-Z]{2}/u.test(term) ? { start, end: start + term.length } : undefined;
}
