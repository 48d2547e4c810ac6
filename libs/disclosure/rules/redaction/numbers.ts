import { isBankCard, isCreditCode, isIdCard15, isIdCard18 } from './checksums';
import type { NumberCue } from './cue-words';
import { type Chain, type Joined, readingsFrom } from './number-groups';
import type { RedactionRule } from './profile';
import type { Stretch } from './sheet';

/** A number found in a chain; `next` is the first group after it. */
export interface NumberFinding extends Stretch {
  readonly rule: RedactionRule;
  readonly next: number;
}

/** A place in a chain to look at: the text around it, the group, the cue before it. */
export interface NumberPlace {
  readonly text: string;
  readonly chain: Chain;
  readonly first: number;
  readonly cue: NumberCue | undefined;
}

type Detector = (place: NumberPlace, readings: readonly Joined[]) => NumberFinding | undefined;

const longestNumber = 19;
const longestAccount = 30;

/** What stands at a group of digits, the strongest proof first: checksum, then cue, then shape. */
export function numberAt(place: NumberPlace): NumberFinding | undefined {
  const readings = readingsFrom(place.chain, place.first, place.cue === 'account' ? longestAccount : longestNumber);
  for (const detect of detectors) {
    const found = detect(place, readings);
    if (found) return found;
  }
  return undefined;
}

const found = (rule: RedactionRule, at: Joined, end = at.end): NumberFinding =>
  ({ rule, start: at.start, end, next: at.next });

const idCard: Detector = ({ text, cue }, readings) => {
  for (const at of readings) {
    if (at.digits.length === 18 && isIdCard18(at.digits) && !(cue === 'credit' && isCreditCode(at.digits))) {
      return found('id-card', at);
    }
    const mark = at.digits.length === 17 ? checkMarkEnd(text, at.end) : undefined;
    if (mark !== undefined && isIdCard18(`${at.digits}X`)) return found('id-card', at, mark);
  }
  return undefined;
};

/** Without a check mark the day alone proves little: the number must stand alone, in its usual groups, or announced. */
const oldIdCard: Detector = ({ chain, cue }, readings) => {
  const at = readings.find(({ digits, plain }) => digits.length === 15 && plain && isIdCard15(digits));
  const isTrusted = at && cue !== 'serial' && (chain.length === 1 || cue === 'id' || /^(?:15|6-6-3)$/.test(at.shape));
  return isTrusted ? found('id-card', at) : undefined;
};

/** The end of a check mark X after 17 digits, up to four separators between. */
function checkMarkEnd(text: string, place: number): number | undefined {
  const mark = /^[\s.\-_·]{0,4}X(?![A-Z])/.exec(text.slice(place, place + 6));
  return mark ? place + mark[0].length : undefined;
}

const announcedId: Detector = ({ text, cue }, readings) => {
  if (cue !== 'id') return undefined;
  const at = readings.filter(({ digits }) => digits.length >= 6 && digits.length <= 18).pop();
  if (!at) return undefined;
  return found('id-card', at, checkMarkEnd(text, at.end) ?? maskedTailEnd(text, at.end));
};

/** 990000********1234: a number that somebody masked by hand goes as a whole. */
function maskedTailEnd(text: string, place: number): number {
  const tail = /^\*{2,12}[\dX]{0,6}/.exec(text.slice(place, place + 18));
  return place + (tail ? tail[0].length : 0);
}

const mobileShapes = new Set([
  '11', '3-4-4', '3-8', '7-4', '4-4-3', '4-3-4', '3-3-5', '4-7', '3-3-3-2', '3-2-3-3', '3-2-2-2-2', '3-4-2-2',
  '2-2-2-2-2-1', '1-2-2-2-2-2', '1-1-1-1-1-1-1-1-1-1-1', '1-10', '1-3-3-4', '1-5-5', '1-4-3-3',
]);

const mobile: Detector = (place, readings) => {
  for (const at of readings) {
    const prefix = at.digits.length < 11 ? null : /^(?:0086|86|0)?(?=1[3-9]\d{9}$)/.exec(at.digits);
    if (!prefix || !at.plain) continue;
    const shaped = mobileShapes.has(shapeAfter(at.shape, prefix[0].length)) && !crossesColumns(place, at);
    if (shaped || standsAlone(place, at)) {
      return found('mobile', at);
    }
  }
  return undefined;
};

/** The shape without a country prefix, whether or not a separator follows the prefix. */
function shapeAfter(shape: string, prefix: number): string {
  const [first, ...rest] = shape.split('-').map(Number);
  const sizes = first === prefix ? rest : [first - prefix, ...rest];
  return sizes.join('-');
}

/** Two blanks inside a number that has neighbours are the gap between two columns of figures. */
function crossesColumns({ text, chain, first, cue }: NumberPlace, at: Joined): boolean {
  const alone = first === 0 && at.next === chain.length;
  return cue === undefined && !alone && / {2}/.test(text.slice(at.start, at.end));
}

const countedThing = /^\s{0,2}(?:元|万|亿|户|家|人|件|次|个|条|份|支|盒|瓶|台|张|%|M2|平方|吨|KG|ML|MG)/;

/** An unusual grouping counts where the whole chain is this one number, broken inside running text, and counts nothing. */
function standsAlone({ text, chain, first, cue }: NumberPlace, at: Joined): boolean {
  if (cue === 'phone' || cue === 'account') return true;
  if (cue !== undefined || first > 0 || at.next < chain.length || countedThing.test(text.slice(at.end, at.end + 4))) {
    return false;
  }
  const broken = text.slice(at.start, at.end).includes('\n');
  return !broken || !startsLine(text, at.start);
}

/** Figures one below the other each begin their line; a number that wrapped does not. */
function startsLine(text: string, place: number): boolean {
  return /(?:^|\n)\s*$/.test(text.slice(Math.max(0, place - 8), place));
}

const cardShapes = /^(?:1[6-9]|4-4-4-4(?:-[123])?|4-4-4-[5-7]|6-1[0-3]|6-4-[67]|8-8|(?:1-){15,18}1)$/;

const bankCard: Detector = (place, readings) => {
  if (place.cue === 'serial' || place.cue === 'credit' || place.cue === 'certificate') return undefined;
  const at = readings
    .filter(({ digits, plain }) => plain && digits.length > 15 && isBankCard(digits) && !isCreditCode(digits))
    .filter((reading) => cardShapes.test(reading.shape) || standsAlone(place, reading))
    .pop();
  return at ? found('bank-card', at) : undefined;
};

const announcedAccount: Detector = ({ text, cue }, readings) => {
  if (cue !== 'account') return undefined;
  const long = readings.filter(({ digits, plain }) => plain && digits.length >= 8);
  const at = long.filter(({ start, end }) => !text.slice(start, end).includes('\n')).pop() ?? long[0];
  return at ? found('bank-card', at) : undefined;
};

const areaCode = /^0(?:10|2\d|[3-9]\d{2})$/;
const wholeLandline = /^(?:86|0086)?(?:0(?:10|2\d)\d{8}|0[3-9]\d{2}\d{7,8})$/;
const landlineShapes = /^(?:3-8|4-[78]|3-4-4|4-[34]-4|1[0-2])$/;

const landline: Detector = ({ text, chain, first, cue }, readings) => {
  if (cue === 'serial' || cue === 'public-phone' || cue === 'certificate') return undefined;
  const at = readings.filter((reading) => reading.plain && reading.digits.length > 9 && isLandline(reading)).pop();
  const oneLine = at && !text.slice(at.start, at.end).includes('\n');
  return oneLine ? withExtension(text, chain, found('landline', at)) : abroadForm(text, chain, first);
};

function isLandline({ digits, shape }: Joined): boolean {
  if (!wholeLandline.test(digits)) return false;
  const national = shapeAfter(shape, /^(?:0086|86)?/.exec(digits)![0].length);
  const [first] = national.split('-').map(Number);
  const area = digits.slice(-national.split('-').reduce((sum, size) => sum + Number(size), 0)).slice(0, first);
  return landlineShapes.test(national) && (first > 9 || areaCode.test(area));
}

/** +86 22 12345678: the area code loses its zero behind the country code. */
function abroadForm(text: string, chain: Chain, first: number): NumberFinding | undefined {
  const called = chain[first].digits === '0086' || (chain[first].digits === '86' && text[chain[first].start - 1] === '+');
  if (!called) return undefined;
  const at = readingsFrom(chain, first + 1, 12).find(({ digits, shape }) =>
    /^(?:10|2\d|[3-9]\d{2})\d{7,8}$/.test(digits) && /^(?:2-8|3-[78]|2-4-4|3-[34]-4)$/.test(shape));
  return at ? { rule: 'landline', start: chain[first].start, end: at.end, next: at.next } : undefined;
}

/** An extension of up to six digits belongs to the number: 转801, 分机 801, -801. */
function withExtension(text: string, chain: Chain, at: NumberFinding): NumberFinding {
  const spoken = /^\s?(?:转|分机|EXT\.?|#|\*)[\s:号]{0,3}\d{1,6}(?!\d)/.exec(text.slice(at.end, at.end + 16));
  if (spoken) {
    const end = at.end + spoken[0].length;
    return { ...at, end, next: at.next + Number(chain[at.next]?.end === end) };
  }
  const group = chain[at.next];
  const dashed = group?.plain && group.digits.length <= 5 && text.slice(at.end, group.start) === '-';
  return dashed ? { ...at, end: group.end, next: at.next + 1 } : at;
}

/** 电话：12345678. Short service numbers and 400 / 800 lines of firms are nobody's own. */
const announcedPhone: Detector = ({ text, chain, cue }, readings) => {
  if (cue !== 'phone') return undefined;
  const long = readings.filter(({ digits, plain }) => plain && digits.length >= 7 && digits.length <= 15);
  if (long.length === 0 || long.some(({ digits }) => /^[48]00\d{7}$/.test(digits))) return undefined;
  return withExtension(text, chain, found('landline', long[0]));
};

const detectors: readonly Detector[] = [
  idCard, oldIdCard, announcedId, mobile, bankCard, announcedAccount, landline, announcedPhone,
];
