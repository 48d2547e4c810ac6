import { alternation, CueFinder, perCues } from './cue-words';
import type { CueWords } from './profile';
import type { Stretch } from './sheet';

const longest = 60;
const stopsBefore = /[,。;:()\n"“”《》[\]【】<>]|电话|手机|联系|邮编|邮政|身份|公民|法定|负责人|统一社会|性别|职业|出生/;
const placeWord = /[省市区县镇乡村路街巷号栋幢室苑组楼里弄道旗州屯庄院层单]|社区|公寓|大厦|花园/;
/** A word of a street or a house cannot be inside the name of a district. */
const part = '(?:(?![路街道巷弄号村镇乡栋幢楼里室])\\p{Script=Han})';
const district = new RegExp(
  `^(?:${part}{2,8}?(?:省|自治区|特别行政区))?(?:${part}{2,8}?(?:市|自治州|地区|盟))?(?:${part}{1,6}?(?:(?<![小社园校厂院片])区|县|旗|市))?`,
  'u',
);

/** An address found: the whole stretch and the length of its part down to the district. */
export interface AddressHit extends Stretch {
  readonly districtEnd: number;
}

/** How many units of an address name province, city and district; those may stay for a party. */
export function districtLength(address: string): number {
  return (district.exec(address) as RegExpExecArray)[0].length;
}

const addressCues = perCues((cues) => ({
  home: new Set(cues.homeAddress.map((word) => word.toUpperCase())),
  pattern: new RegExp(`(?:${alternation([...cues.homeAddress, ...cues.anyAddress])})[\\s:为是在于_]{0,8}`, 'g'),
  /** Words that tell whether a person or a body is spoken of. */
  subject: new CueFinder<'person' | 'body'>([
    ['person', ['性别', '男', '女', '出生', '身份证', '公民身份号码', '姓名', ...cues.thirdName]],
    ['body', ['公司', '医院', '诊所', '门诊部', '卫生院', '卫生室', '信用代码', '法定代表人', '负责人', '许可证', '委员会',
      '中心', '单位', '本机关', '我委', '本委', '我局', '本局', '法院', '名称', '营业执照', '注册']],
  ]),
}));

/** Addresses behind cue words; where the cue fits bodies too, only those of natural persons. */
export function findAddresses(text: string, cues: CueWords): AddressHit[] {
  const { home, pattern, subject } = addressCues(cues);
  const hits: AddressHit[] = [];
  for (const match of text.matchAll(pattern)) {
    const word = match[0].replace(/[\s:_]/g, '').replace(/[为是在于]+$/, '');
    if (!home.has(word) && nearest(subject, text, match.index) !== 'person') continue;
    hits.push(...addressAt(text, match.index + match[0].length));
  }
  return [...hits, ...livingAt(text)];
}

/** The kind of the nearest word before a place. */
function nearest<Kind extends string>(finder: CueFinder<Kind>, text: string, place: number): Kind | undefined {
  for (let at = place; at > 0 && at > place - 120; at -= 1) {
    const kind = finder.endingAt(text, at);
    if (kind) return kind;
  }
  return undefined;
}

const living = new RegExp(`(?<=[,。;\\s])(?:现|暂|常|家)?住(?:在|于)?(?=${part}{2,8}?(?:省|市|区|县|旗))`, 'gu');

/** 住天津市南开区…: the header of a decision against a person. */
function livingAt(text: string): AddressHit[] {
  return [...text.matchAll(living)].flatMap((match) => addressAt(text, match.index + match[0].length));
}

function addressAt(text: string, start: number): AddressHit[] {
  const window = text.slice(start, start + longest);
  let end = stopIn(window, 0);
  // A wrapped line goes on where it still names streets and houses and opens no field of its own.
  if (window[end] === '\n') {
    const next = stopIn(window, end + 1);
    const line = window.slice(end + 1, next);
    if (window[next] !== ':' && /^\s*[\p{Script=Han}\d].*[路街道巷弄号室栋幢楼村组]/u.test(line)) end = next;
  }
  const found = window.slice(0, end).trimEnd();
  if (found.length < 4 || !placeWord.test(found)) return [];
  const kept = districtLength(found);
  return kept === found.length ? [] : [{ start, end: start + found.length, districtEnd: start + kept }];
}

function stopIn(window: string, from: number): number {
  const stop = window.slice(from).search(stopsBefore);
  return stop < 0 ? window.length : from + stop;
}
